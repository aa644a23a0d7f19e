import { BudgetError, type Locale } from "gz-budget";
import { GlobalWorkerOptions } from "pdfjs-dist";
import workerSrc from "pdfjs-dist/build/pdf.worker.mjs?url";
import sampleUrl from "../../../fixtures/corpus/syn-2020-dagl/rl-rects.pdf?url";
import { documentView } from "./document-view.ts";
import { element } from "./element.ts";
import { type Opened, openFile } from "./opened.ts";
import { askPassword } from "./password-dialog.ts";
import { say, type Word } from "./words.ts";

GlobalWorkerOptions.workerSrc = workerSrc;

const app = document.getElementById("app") as HTMLElement;
let locale: Locale = navigator.language.startsWith("zh") ? "zh" : "en";
let opened: Opened | undefined;
let leave = () => {};

const word = (name: Word, fields?: Readonly<Record<string, string | number>>) => say(locale, name, fields);

function render(problem?: { readonly code: string; readonly message: string }): void {
  leave();
  leave = () => {};
  document.documentElement.lang = locale === "zh" ? "zh-CN" : "en";
  document.body.classList.remove("with-original");
  const input = element("input", { type: "file", id: "file", hidden: true });
  input.accept = ".pdf,.txt,application/pdf,text/plain";
  input.addEventListener("change", () => input.files?.[0] && void open(input.files[0]));
  const language = element(
    "button",
    {
      type: "button",
      class: "quiet",
      onclick: () => {
        locale = locale === "zh" ? "en" : "zh";
        render();
      },
    },
    word("language"),
  );
  const choose = (name: Word, kind: string) => element("button", { type: "button", class: kind, onclick: () => input.click() }, word(name));
  const banner = element(
    "header",
    { class: "banner" },
    element("span", { class: "brand" }, "gz-budget"),
    element("span", { class: "muted tagline" }, word("tagline")),
    element("span", { class: "spread" }),
    opened && choose("another", "quiet"),
    language,
    input,
  );
  if (opened) {
    const { file, password } = opened;
    const view = documentView(opened, locale, () => void open(file, { password, readsScans: true }));
    leave = view.leave;
    app.replaceChildren(banner, view.node);
    view.enter();
    return;
  }
  const sample = element("button", { type: "button", class: "quiet", onclick: () => void openSample() }, word("sample"));
  app.replaceChildren(
    banner,
    element(
      "main",
      { class: "welcome" },
      element(
        "div",
        { class: "drop" },
        element("h1", {}, word("drop")),
        element("p", { class: "actions" }, choose("choose", "primary"), sample),
        element("p", { class: "muted" }, word("private")),
      ),
      !problem &&
        element(
          "ul",
          { class: "offers" },
          ...(["offersTables", "offersChecks", "offersPages"] as const).map((offer) => element("li", {}, word(offer))),
        ),
      problem &&
        element(
          "div",
          { class: "problem", role: "alert" },
          element("h2", {}, word("cannotRead")),
          element("p", {}, problem.message),
          element("code", {}, problem.code),
        ),
    ),
  );
}

function renderProgress(name: string, readsScans: boolean): (pagesRead: number, pageCount: number | undefined) => void {
  const bar = element("progress", { "aria-label": word("reading") });
  const count = element("p", { class: "muted", role: "status" }, readsScans && word("loadingModel"));
  app
    .querySelector("main")
    ?.replaceWith(
      element("main", { class: "welcome" }, element("div", { class: "drop" }, element("h1", {}, `${word("reading")} ${name}`), bar, count)),
    );
  return (pagesRead, pageCount) => {
    if (pageCount === undefined) return;
    bar.max = pageCount;
    bar.value = pagesRead;
    count.textContent = `${pagesRead} / ${pageCount} ${word("pages")}`;
  };
}

async function open(
  file: File,
  { password, readsScans = false }: { readonly password?: string | undefined; readonly readsScans?: boolean } = {},
): Promise<void> {
  opened = undefined;
  render();
  try {
    opened = await openFile(file, { password, locale, readsScans, onProgress: renderProgress(file.name, readsScans) });
    render();
  } catch (error) {
    if (!(error instanceof BudgetError)) throw error;
    if (error.code === "ENCRYPTED" || error.code === "WRONG_PASSWORD") {
      const next = await askPassword(locale, error.code === "WRONG_PASSWORD");
      return next === undefined ? render() : open(file, { password: next, readsScans });
    }
    render(error);
  }
}

async function openSample(): Promise<void> {
  const response = await fetch(sampleUrl);
  await open(new File([await response.blob()], "syn-2020-dagl.pdf", { type: "application/pdf" }));
}

addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("dragging");
});
addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) document.body.classList.remove("dragging");
});
addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dragging");
  const file = event.dataTransfer?.files[0];
  if (file) void open(file);
});

render();
