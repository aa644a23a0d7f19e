import { describe, expect, it } from "vitest";
import { frontMatter } from "../../src/interpret/front-matter.ts";
import type { ProseBlock } from "../../src/recognise/recognised-table.ts";
import { documentOf } from "../support/document-of.ts";

const prose = (...lines: readonly string[]): ProseBlock[] => lines.map((text) => ({ role: "paragraph", text, page: 1 }));

describe("frontMatter", () => {
  it.each([
    [["2021年广州市医疗保障局部门预算"], 2021, "广州市医疗保障局", "department"],
    [["广州市城建档案利用服务所2020年单位预算"], 2020, "广州市城建档案利用服务所", "unit"],
    [["二〇二三年广州市乙局部门预算"], 2023, "广州市乙局", "department"],
    [["二○二三年度", "广州市甲局", "部门预算"], 2023, "广州市甲局", "department"],
    [["2023 年 广 州 市 甲 局", "部 门 预 算", "目录"], 2023, "广州市甲局", "department"],
    [["广州市甲局", "（2023年部门预算）"], 2023, "广州市甲局", "department"],
    [["2023年广州市妇联部门预算"], 2023, "广州市妇联", "department"],
    [["附件2", "2024年度广州市甲局预算公开"], 2024, "广州市甲局", null],
    [["某某市甲局2024年度部门预算信息公开"], 2024, "某某市甲局", "department"],
    [["某某市甲局2024年部门预算公开报告"], 2024, "某某市甲局", "department"],
    [["广州市科学技术局2023年部门预算及“三公”经费公开说明"], 2023, "广州市科学技术局", "department"],
    [["广州市第六中学2023年单位预算", "本部门本年无此项支出。", "本部门"], 2023, "广州市第六中学", "unit"],
    [["本套报表", "第一部分 2023年一般公共预算", "第二部分 部门预算表", "第三部分 部门预算情况"], 2023, null, null],
    [["２０２４年部门预算", "第一部分 广州市医疗保险服务中心概况", "本单位编制情况"], 2024, "广州市医疗保险服务中心", "unit"],
    [["2024年部门预算表", "与2023年预算相比，增加1万元。", "比2023年预算增加。", "2023年预算执行情况如下，"], 2024, null, null],
  ])("%j is of %s, by %s", (lines, year, name, kind) => {
    const front = frontMatter([], prose(...lines), []);
    expect(front.fiscalYear).toBe(year);
    expect(front.organization?.name ?? null).toBe(name);
    if (kind) expect(front.organization?.kind).toBe(kind);
  });

  it("takes the year that the targets name where no title does, and says so", () => {
    const rows = [
      ["合计", "5.00", "5.00", null, null, null, null],
      ["广州市某某局", "5.00", "5.00", null, null, null, null],
      ["甲项目", "5.00", "5.00", null, null, "2031年底前建成，承接2030年的工作；2031年投用。", null],
    ];
    const { tables } = documentOf({ form: "gz-12-2026", tables: [{ kind: "projectPerformanceTargets", rows }] });
    const { fiscalYear, notices } = frontMatter([], [], tables);
    expect(fiscalYear).toBe(2031);
    expect(notices.map(({ code }) => code)).toContain("interpret.fiscal-year-assumed");
  });

  it("says so when neither the year nor the organisation is printed", () => {
    const front = frontMatter([], prose("本文没有年份。"), []);
    expect(front).toMatchObject({ fiscalYear: null, organization: null });
    expect(front.notices.map(({ code }) => code)).toEqual(["interpret.no-fiscal-year", "interpret.no-organization"]);
  });
});
