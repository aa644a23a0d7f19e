import { factsToCsv, type Locale, toFacts, toJson } from "gz-budget";
import { toXlsx } from "gz-budget/xlsx";
import { element } from "./element.ts";
import type { Opened } from "./opened.ts";
import { say } from "./words.ts";

const TYPES = {
  JSON: "application/json",
  CSV: "text/csv",
  XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
type Format = keyof typeof TYPES;

/** A button a format; the file is made when it is asked for. */
export function downloads(opened: Opened, locale: Locale): HTMLElement {
  const buttons = (Object.keys(TYPES) as Format[]).map((format) =>
    element("button", { type: "button", class: "quiet", onclick: () => void save(opened, format, locale) }, format),
  );
  return element(
    "div",
    { class: "downloads", role: "group", "aria-label": say(locale, "download") },
    element("span", { class: "muted" }, say(locale, "download")),
    ...buttons,
  );
}

async function save(opened: Opened, format: Format, locale: Locale): Promise<void> {
  const content = await contentOf(opened, format, locale);
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type: TYPES[format] }));
  const link = element("a");
  link.href = url;
  link.download = `${opened.file.name.replace(/\.[^.]*$/, "")}.${format.toLowerCase()}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

async function contentOf({ trace: { document }, report }: Opened, format: Format, locale: Locale): Promise<string | Uint8Array> {
  switch (format) {
    case "JSON":
      return toJson(document);
    case "CSV":
      return factsToCsv(toFacts(document), { bom: true });
    case "XLSX":
      return toXlsx(document, { report, locale });
  }
}
