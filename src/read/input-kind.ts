import type { Bilingual } from "../model/locale.ts";

interface Signature {
  readonly start: string | RegExp;
  /** A name that an archive of this kind holds. */
  readonly holds?: string;
  readonly name: Bilingual;
}

const zip = "PK\x03\x04";

/** What is saved or uploaded as `.pdf` by mistake, by how it begins (as Latin-1). */
const signatures: readonly Signature[] = [
  {
    start: /^\s*(<!--[\s\S]*?-->\s*)?<(!doctype\s+html|html|head|body|script|meta|title|div|iframe)\b/i,
    name: { en: "an HTML page", zh: "网页（HTML）" },
  },
  { start: /^\s*<\?xml[\s\S]{0,300}<html\b/i, name: { en: "an HTML page", zh: "网页（HTML）" } },
  { start: /^\s*<\?xml/i, name: { en: "an XML document", zh: "XML 文档" } },
  { start: "\x89PNG", name: { en: "a PNG image", zh: "PNG 图片" } },
  { start: "\xff\xd8\xff", name: { en: "a JPEG image", zh: "JPEG 图片" } },
  { start: /^GIF8[79]a/, name: { en: "a GIF image", zh: "GIF 图片" } },
  { start: "II*\0", name: { en: "a TIFF image", zh: "TIFF 图片" } },
  { start: "MM\0*", name: { en: "a TIFF image", zh: "TIFF 图片" } },
  { start: /^RIFF[\s\S]{4}WEBP/, name: { en: "a WebP image", zh: "WebP 图片" } },
  { start: zip, holds: "word/", name: { en: "a Word document (.docx)", zh: "Word 文档（.docx）" } },
  { start: zip, holds: "xl/", name: { en: "an Excel workbook (.xlsx)", zh: "Excel 工作簿（.xlsx）" } },
  { start: zip, holds: "ppt/", name: { en: "a PowerPoint file (.pptx)", zh: "PowerPoint 演示文稿（.pptx）" } },
  { start: zip, holds: "OFD.xml", name: { en: "an OFD document", zh: "OFD 版式文档" } },
  { start: zip, name: { en: "a zip archive", zh: "zip 压缩包" } },
  {
    start: "\xd0\xcf\x11\xe0",
    name: { en: "an old Office document (.doc, .xls, .wps, .et)", zh: "旧版 Office 文档（.doc、.xls、.wps、.et）" },
  },
  { start: "Rar!", name: { en: "a RAR archive", zh: "RAR 压缩包" } },
  { start: "7z\xbc\xaf", name: { en: "a 7z archive", zh: "7z 压缩包" } },
  { start: "\x1f\x8b", name: { en: "a gzip file", zh: "gzip 压缩文件" } },
  { start: "{\\rtf", name: { en: "an RTF document", zh: "RTF 文档" } },
  { start: "%!PS", name: { en: "a PostScript file", zh: "PostScript 文件" } },
  { start: /^\s*[[{]\s*["}\]]/, name: { en: "JSON", zh: "JSON" } },
];

const unknown: Bilingual = { en: "an unknown kind of file", zh: "未知类型的文件" };
const plainText: Bilingual = { en: "plain text", zh: "纯文本" };

/**
 * What the bytes are, where they are not a PDF.
 *
 * @param latin1 The whole file, one character a byte.
 * @returns undefined for a PDF. Some bytes may stand before its header, as readers allow.
 */
export function otherThanPdf(bytes: Uint8Array, latin1: string): Bilingual | undefined {
  const header = latin1.slice(0, 8192).search(/%PDF-\d/);
  if (header >= 0 && header <= 1024) return undefined;
  const start = latin1.slice(latin1.startsWith("\xef\xbb\xbf") ? 3 : 0, 8192); // after a byte order mark
  const signature = signatures.find(
    ({ start: sign, holds = "" }) => (typeof sign === "string" ? start.startsWith(sign) : sign.test(start)) && latin1.includes(holds),
  );
  if (signature) return signature.name;
  if (header >= 0 || latin1.includes("%PDF-") || /\d \d obj\b/.test(latin1.slice(0, 100_000))) return undefined;
  return isText(bytes) ? plainText : unknown;
}

function isText(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096);
  if (start.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return false;
  return ["utf-8", "gb18030"].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(start, { stream: true });
      return true;
    } catch {
      return false;
    }
  });
}
