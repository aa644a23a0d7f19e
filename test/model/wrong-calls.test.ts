import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkBudget, type ParseOptions, parseBudget } from "../../src/index.ts";
import { parseBudgetFile } from "../../src/node/index.ts";

const encrypted = new Uint8Array(readFileSync(new URL("../../fixtures/corpus/gz-2024-ybzx/lock-user.pdf", import.meta.url)));

const calls: [string, (options: ParseOptions) => Promise<unknown>, string, { readonly en: string; readonly zh: string }][] = [
  [
    "a path instead of bytes",
    (options) => parseBudget("folder/budget.pdf", options),
    "INPUT_IS_A_PATH",
    { en: "call parseBudgetFile of gz-budget/node", zh: "调用 gz-budget/node 的 parseBudgetFile" },
  ],
  [
    "an address instead of bytes",
    (options) => parseBudget("https://example.org/budget?id=1", options),
    "INPUT_IS_A_PATH",
    { en: "Pass the bytes of the file", zh: "请传入文件的字节" },
  ],
  [
    "nothing",
    (options) => parseBudget(undefined as never, options),
    "INPUT_UNSUPPORTED",
    { en: "must be a Uint8Array, ArrayBuffer, Blob or string, not undefined", zh: "输入须为 Uint8Array" },
  ],
  [
    "an option misspelt",
    (options) => parseBudget("x", { ...options, pasword: "" } as ParseOptions),
    "OPTION_INVALID",
    { en: 'there is no option "pasword"; did you mean "password"?', zh: "没有选项“pasword”；是否指“password”？" },
  ],
  [
    "a limit misspelt",
    (options) => parseBudget(encrypted, { ...options, limits: { page: 3 } as object }),
    "OPTION_INVALID",
    { en: 'there is no limit "page"; did you mean "pages"?', zh: "没有上限“page”；是否指“pages”？" },
  ],
  [
    "a limit that is no number",
    (options) => parseBudget(encrypted, { ...options, limits: { pages: 0 } }),
    "OPTION_INVALID",
    { en: "options.limits.pages must be a number above 0, not 0", zh: "options.limits.pages 须为大于 0 的数，而不是 0" },
  ],
  [
    "an option of the wrong type",
    (options) => parseBudget("x", { ...options, password: 1 } as never),
    "OPTION_INVALID",
    { en: 'options.password must be a string, not "number"', zh: 'options.password 须为字符串，而不是 "number"' },
  ],
  [
    "pages that are none",
    (options) => parseBudget(encrypted, { ...options, password: "gz2024", pages: "a-b" }),
    "OPTION_INVALID",
    { en: 'write "5-30", "1,3,8-" or [5, 6]', zh: '请写成 "5-30"、"1,3,8-" 或 [5, 6]' },
  ],
  [
    "an encrypted file",
    (options) => parseBudget(encrypted, options),
    "ENCRYPTED",
    { en: "Pass it as options.password", zh: "请用 options.password" },
  ],
  [
    "a file that is not there",
    (options) => parseBudgetFile("missing.pdf", options),
    "FILE_UNREADABLE",
    { en: "there is no such file or folder (ENOENT); check the path", zh: "没有这个文件或文件夹（ENOENT），请核对路径" },
  ],
  [
    "a folder",
    (options) => parseBudgetFile(import.meta.dirname, options),
    "FILE_UNREADABLE",
    { en: "it is a folder (EISDIR); name a file in it", zh: "这是文件夹（EISDIR）" },
  ],
  [
    "bytes instead of a path",
    (options) => parseBudgetFile(encrypted as never, options),
    "OPTION_INVALID",
    { en: "give the bytes of a file to parseBudget", zh: "文件的字节请交给 parseBudget" },
  ],
];

describe("a wrong call says what to do, in both languages", () => {
  it.each(calls)("%s", async (_, call, code, messages) => {
    for (const locale of ["en", "zh"] as const) {
      const error = await call({ locale }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: "BudgetError", code });
      expect((error as Error).message).toContain(messages[locale]);
    }
  });

  it("a promise instead of a document", () => {
    const promise = parseBudget("收支总体情况表") as never;
    expect(() => checkBudget(promise)).toThrow("checkBudget 须传入 parseBudget 的结果：请先 await");
    expect(() => checkBudget(promise, { locale: "en" })).toThrow("checkBudget takes what parseBudget returns: await it");
  });

  it("a text that only names a file is read as text", async () => {
    expect((await parseBudget("见附件 budget.pdf\n单位：万元\n")).tables).toEqual([]);
  });
});
