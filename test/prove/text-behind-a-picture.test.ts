import { describe, expect, it } from "vitest";
import { parseBudget } from "../../src/index.ts";
import { printed, tinyPdf } from "../support/tiny-pdf.ts";

const picture = {
  source: "<</Type/XObject/Subtype/Image/Width 30/Height 40/ColorSpace/DeviceGray/BitsPerComponent 8>>",
  stream: new Uint8Array(30 * 40).fill(255),
};
const columns = [50, 120, 270, 350, 440, 530];

/** A page that somebody's recognition made: a picture, its table's rulings, and the text invisible behind it. */
function recognisedPdf(projects: string): Uint8Array {
  const rows = [
    ["功能分类科目", "", "政府性基金预算支出"],
    ["科目编码", "科目名称", "小计", "其中：基本支出", "项目支出"],
    ["合计", "", "30.00", "10.00", "20.00"],
    ["212", "城乡社区支出", "18.00", "6.00", "12.00"],
    ["229", "其他支出", "12.00", "4.00", projects],
  ];
  const top = 720;
  const rules = [
    ...rows.map((_, row) => `50 ${top - 20 * row} m 530 ${top - 20 * row} l S`),
    `50 ${top - 20 * rows.length} m 530 ${top - 20 * rows.length} l S`,
    ...columns.map((x, at) => `${x} ${at === 1 || at === 3 || at === 4 ? top - 20 : top} m ${x} ${top - 20 * rows.length} l S`),
  ];
  const text = rows.flatMap((cells, row) =>
    cells.map((cell, at) => (cell === "" ? "" : printed(cell, (columns[at] ?? 0) + 4, top - 20 * row - 14, 9))),
  );
  const title = printed("表9 政府性基金预算支出情况表", 200, 770, 12) + printed("单位：万元", 460, 740, 9);
  const content = `q 595 0 0 842 0 0 cm /Im Do Q ${rules.join(" ")} 3 Tr ${title} ${text.join(" ")}`;
  return tinyPdf([{ content, resources: "/XObject<</Im 10 0 R>>" }], [picture]);
}

const told = ({ diagnostics }: Awaited<ReturnType<typeof parseBudget>>) =>
  diagnostics.flatMap(({ code, severity, row }) => (/hidden-text|figure-/.test(code) ? [`${severity} ${code} ${row ?? ""}`.trim()] : []));

describe("text that a recognition left behind a picture", () => {
  it("is read as of a picture, told, and proven by the sums", async () => {
    const document = await parseBudget(recognisedPdf("8.00"));
    const [table] = document.tables;
    expect(table).toMatchObject({ kind: "governmentFundBudgetByFunction", source: "ocr" });
    expect(table?.rows.map(({ cells }) => cells.slice(2))).toEqual([
      ["30.00", "10.00", "20.00"],
      ["18.00", "6.00", "12.00"],
      ["12.00", "4.00", "8.00"],
    ]);
    expect(told(document)).toEqual(["warning read.hidden-text-used"]);
  });

  it("is told as doubtful where a sum accuses it", async () => {
    const doubtful = told(await parseBudget(recognisedPdf("3.00")));
    expect(doubtful).toContain("error recognise.figure-doubtful 2");
  });

  it("gives way to the picture that is read instead", async () => {
    const glyph = { text: "预", box: [10, 10, 20, 20], baseline: 19, fontSize: 10, angle: 0, confidence: 0.97 } as const;
    const document = await parseBudget(recognisedPdf("8.00"), { recogniseText: () => [glyph] });
    expect(document.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).join("")).not.toContain("30.00");
    expect(document.diagnostics.map(({ code }) => code)).toContain("read.text-recognised");
  });
});
