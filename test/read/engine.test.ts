import { describe, expect, it } from "vitest";
import { blame, engineFailure } from "../../src/read/engine-failure.ts";
import { loadPdfJs, type PdfJs } from "../../src/read/pdfjs-door.ts";

const failure = { detail: "something was undefined", locale: "en" } as const;

describe("a file that cannot be read", () => {
  it("is damaged where pdf.js reads a good one", async () => {
    expect(await blame(await loadPdfJs(), failure)).toMatchObject({ code: "DAMAGED_PDF" });
  });

  it.each<[string, Partial<PdfJs>]>([
    [
      "fails at once",
      {
        getDocument: () => {
          throw new TypeError("Promise.withResolvers is not a function");
        },
      },
    ],
    [
      "opens nothing",
      { getDocument: () => ({ promise: Promise.reject(new Error("Promise.withResolvers is not a function")), destroy: async () => {} }) },
    ],
  ])("is not to blame where pdf.js %s", async (_, broken) => {
    const error = await blame({ ...(await loadPdfJs()), version: "6.9.9", ...broken }, failure);
    expect(error).toMatchObject({ code: "ENGINE_UNUSABLE" });
    expect(error.message).toContain("pdf.js 6.9.9: Promise.withResolvers is not a function. Use pdfjs-dist 5.6.205");
  });
});

describe("pdf.js that cannot be loaded", () => {
  it.each([
    ["ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG", "NODE_OPTIONS=--experimental-vm-modules"],
    ["ERR_MODULE_NOT_FOUND", "npm install pdfjs-dist@5.6.205"],
    [undefined, "Use pdfjs-dist 5.6.205"],
  ])("(%s) names its cure", (code, cure) => {
    const cause = Object.assign(new Error("no"), { code });
    expect(engineFailure({ detail: "no", cause, locale: "en" }).message).toContain(cure);
  });
});
