import { invalidOption, unknownName } from "./invalid-option.ts";
import { type Bilingual, Locale, runtimeLocale } from "./locale.ts";

/** What the value of an option must be; undefined always stands for its default. */
export interface OptionKind {
  readonly words: Bilingual;
  readonly accepts: (value: unknown) => boolean;
  /** A wrong value is not repeated in the message. */
  readonly isSecret?: true;
}

/** The kind of each option of a door. */
export type OptionKinds<Options> = { readonly [Key in keyof Options]-?: OptionKind };

const kind = (en: string, zh: string, accepts: OptionKind["accepts"]): OptionKind => ({ words: { en, zh }, accepts });

export const text = kind("a string", "字符串", (value) => typeof value === "string");
export const secret: OptionKind = { ...text, isSecret: true };
export const flag = kind("true or false", "true 或 false", (value) => typeof value === "boolean");
export const callback = kind("a function", "函数", (value) => typeof value === "function");
export const wholeNumber = kind("a whole number above 0", "大于 0 的整数", (value) => Number.isInteger(value) && (value as number) > 0);
export const count = kind("a whole number, 0 or more", "不小于 0 的整数", (value) => Number.isInteger(value) && (value as number) >= 0);
export const positiveNumber = kind("a number above 0", "大于 0 的数", (value) => typeof value === "number" && value > 0);
export const plainObject = kind("an object", "对象", isObject);
export const abortSignal = kind(
  "an AbortSignal",
  "AbortSignal",
  (value) => isObject(value) && typeof value.aborted === "boolean" && typeof value.addEventListener === "function",
);

export function oneOf(values: readonly string[]): OptionKind {
  const quoted = values.map((value) => `"${value}"`);
  return kind(quoted.join(" or "), quoted.join(" 或 "), (value) => values.includes(value as string));
}

export const language = oneOf(Locale.options);

export function listOf({ words, accepts }: OptionKind, each: Bilingual = words): OptionKind {
  return kind(`a list, each item ${each.en}`, `列表，各项为${each.zh}`, (value) => Array.isArray(value) && value.every(accepts));
}

/**
 * Checks the options of a call, once, at the door.
 *
 * @returns The options with a language.
 * @throws BudgetError `OPTION_INVALID` for what is no object, for an option that does not exist, naming the nearest one, and for a value of
 * another kind
 */
export function demandOptions<Options extends object>(
  options: Options,
  kinds: OptionKinds<Options>,
): Options & { readonly locale: Locale } {
  demandKind("options", options, plainObject, runtimeLocale());
  const { locale = runtimeLocale() } = options as { readonly locale?: Locale };
  demandKind("options.locale", locale, language, "en");
  demandKinds(options, kinds, locale, "options");
  return { ...options, locale };
}

/** The same for options within options, which have no language of their own. */
export function demandKinds<Options extends object>(
  options: Options,
  kinds: OptionKinds<Options>,
  locale: Locale,
  place: string,
  what: "option" | "limit" = "option",
): void {
  demandKind(place, options, plainObject, locale);
  for (const [key, value] of Object.entries(options)) {
    if (!Object.hasOwn(kinds, key)) throw unknownName(what, key, Object.keys(kinds), locale);
    demandKind(`${place}.${key}`, value, kinds[key as keyof Options], locale);
  }
}

/** @throws BudgetError `OPTION_INVALID` */
export function demandKind(place: string, value: unknown, { words, accepts, isSecret }: OptionKind, locale: Locale): void {
  if (value === undefined || accepts(value)) return;
  const found = shown(isSecret ? typeof value : value);
  throw invalidOption(
    { en: `${place} must be ${words.en}, not ${found.en}`, zh: `${place} 须为${spaced(words.zh)}，而不是${spaced(found.zh)}` },
    locale,
  );
}

const longestShown = 40;

function shown(value: unknown): Bilingual {
  if (Array.isArray(value)) return { en: "a list", zh: "列表" };
  if (typeof value === "function") return { en: "a function", zh: "函数" };
  if (isObject(value)) return { en: "an object", zh: "对象" };
  const words =
    typeof value === "string" ? JSON.stringify(value.length > longestShown ? `${value.slice(0, longestShown)}…` : value) : String(value);
  return { en: words, zh: words };
}

function spaced(words: string): string {
  return /^[!-~]/.test(words) ? ` ${words}` : words;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
