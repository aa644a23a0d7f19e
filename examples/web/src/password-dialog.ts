import type { Locale } from "gz-budget";
import { element } from "./element.ts";
import { say } from "./words.ts";

/** Asks for the password of a PDF. @returns undefined when the reader gives up. */
export function askPassword(locale: Locale, wrong: boolean): Promise<string | undefined> {
  const input = element("input", { type: "password", id: "password", "aria-label": say(locale, "password") });
  input.required = true;
  const cancel = element("button", { type: "button", class: "quiet", onclick: () => dialog.close() }, say(locale, "cancel"));
  const form = element(
    "form",
    {},
    element("h2", {}, say(locale, "password")),
    wrong && element("p", { class: "bad", role: "alert" }, say(locale, "wrongPassword")),
    input,
    element("p", { class: "actions" }, cancel, element("button", { type: "submit", class: "primary" }, say(locale, "open"))),
  );
  const dialog = element("dialog", { "aria-label": say(locale, "password") }, form);
  let answer: string | undefined;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer = input.value;
    dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
  });
}
