import * as z from "zod";
import { printable } from "./printable.ts";

/** The language of messages. Data are never translated. */
export const Locale = z.enum(["zh", "en"]);
export type Locale = z.infer<typeof Locale>;

/** The language of the runtime, which a message has that no `locale` asks otherwise: Chinese where that is Chinese, English elsewhere. */
export function runtimeLocale(): Locale {
  return /^zh/i.test(new Intl.DateTimeFormat().resolvedOptions().locale) ? "zh" : "en";
}

/** One sentence in both languages; `{name}` stands for a field. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** The names between braces in a template. */
export type Placeholder<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;

/**
 * Fills the braces of a template; a missing field shows its own name, so that a mistake is seen, and an empty one leaves no space of its own.
 * What fills them may come from a file: it is made printable.
 */
export function fillTemplate(template: string, fields: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\} ?/g, (braces, name: string) => {
    const value = fields[name] ?? braces.trimEnd();
    return value === "" ? "" : `${printable(String(value))}${braces.endsWith(" ") ? " " : ""}`;
  });
}
