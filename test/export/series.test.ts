import { describe, expect, it } from "vitest";
import type { Series, SeriesBy } from "../../src/export/series.ts";
import { seriesToCsv, seriesToJson } from "../../src/export/series-rows.ts";
import { seriesToSvg } from "../../src/export/series-to-svg.ts";
import { seriesToText } from "../../src/export/series-to-text.ts";
import { toSeries } from "../../src/export/to-series.ts";
import type { BudgetDocument } from "../../src/tables/budget-document.ts";
import { documentOf } from "../support/document-of.ts";
import { budget2021, budget2024 } from "../support/sample-documents.ts";

const EXPECTED = `广州市某某局  财政拨款安排的行政经费及"三公"经费预算表  in 万元 (10,000 yuan)
code  name                                           2021   2024  change                            %
      行政经费                                      70.00  80.00  +10.00                       +14.29
      "三公"经费                                    10.00  12.30   +2.30                       +23.00
      因公出国(境)支出                               0.00   0.00    0.00  (base is 0, not comparable)
      公务用车购置及运行维护支出  (no such row that year)   8.30                    (no earlier year)
      公务用车购置费              (no such row that year)   0.00                    (no earlier year)
      公务用车运行维护费          (no such row that year)   8.30                    (no earlier year)
      公务接待费支出                                10.00   4.00   -6.00                       -60.00
`;

const both = () => [budget2024(), budget2021()];
const economic = (year: number, rows: (string | null)[][], sha = String(year).padEnd(64, "0")) =>
  documentOf({ fiscalYear: year, source: { sha256: sha }, tables: [{ kind: "basicExpenditureByEconomicNature", rows }] });

function points(by: SeriesBy, key: string, documents = both()) {
  const found = toSeries(documents, { by }).series.find((one) => one.key === key);
  return found && view(found);
}

function view({ points: all }: Series) {
  return all.map(({ fiscalYear, amount, missing, comparedWith, change, percentage, notComparable }) =>
    [fiscalYear, amount?.toFixed() ?? missing, comparedWith, change?.toFixed(), percentage?.toFixed() ?? notComparable].filter(
      (value) => value !== undefined,
    ),
  );
}

describe("years side by side", () => {
  it.each<[SeriesBy, string, string, unknown[][]]>([
    [
      "organization",
      "totalRevenue",
      "across two forms",
      [
        [2021, "1000", "noEarlierYear"],
        [2024, "1300", 2021, "300", "30"],
      ],
    ],
    [
      "organization",
      "projectExpenditure",
      "from the total row of another table",
      [
        [2021, "750", "noEarlierYear"],
        [2024, "1000", 2021, "250", "33.33"],
      ],
    ],
    [
      "functional",
      "208",
      "by code",
      [
        [2021, "900", "noEarlierYear"],
        [2024, "1130", 2021, "230", "25.56"],
      ],
    ],
    [
      "functional",
      "20899",
      "new in the later year",
      [
        [2021, "rowMissing", "noAmount"],
        [2024, "1000", "noEarlierYear"],
      ],
    ],
    [
      "economic",
      "301",
      "printed under two government codes, added up",
      [
        [2021, "250", "noEarlierYear"],
        [2024, "250", 2021, "0", "0"],
      ],
    ],
    [
      "economic",
      "30113",
      "printed once",
      [
        [2021, "60", "noEarlierYear"],
        [2024, "100", 2021, "40", "66.67"],
      ],
    ],
    [
      "threePublic",
      "threePublicExpenses",
      "under two wordings",
      [
        [2021, "10", "noEarlierYear"],
        [2024, "12.3", 2021, "2.3", "23"],
      ],
    ],
    [
      "threePublic",
      "overseasTravelExpenses",
      "zero in both",
      [
        [2021, "0", "noEarlierYear"],
        [2024, "0", 2021, "0", "baseIsZero"],
      ],
    ],
    [
      "threePublic",
      "officialVehicleExpenses",
      "not printed in the earlier year",
      [
        [2021, "rowMissing", "noAmount"],
        [2024, "8.3", "noEarlierYear"],
      ],
    ],
  ])("follows %s %s, %s", (by, key, _, expected) => {
    expect(points(by, key)).toEqual(expected);
  });

  it("counts a change from the nearest earlier year that has an amount", () => {
    const documents = [economic(2022, [["合计", "50.00"]]), economic(2023, [["合计", "-"]]), economic(2024, [["合计", "40.00"]])];
    expect(points("economic", "total", documents)).toEqual([
      [2022, "50", "noEarlierYear"],
      [2023, "blank", "noAmount"],
      [2024, "40", 2022, "-10", "-20"],
    ]);
  });

  it.each([
    ["an empty cell", [["合计", null]], "blank"],
    ["a figure that is no number", [["合计", "47..38"]], "unreadable"],
    [
      "rows that contradict each other",
      [
        ["合计", "1.00"],
        ["[30101]基本工资", "2.00"],
        ["[30101]基本工资", "3.00"],
      ],
      "contradictory",
    ],
  ])("has no amount for %s", (_, rows, missing) => {
    const key = missing === "contradictory" ? "30101" : "total";
    expect(points("economic", key, [economic(2024, rows)])).toEqual([[2024, missing, "noAmount"]]);
  });

  it("says which table a year does not have", () => {
    const documents = [
      ...both(),
      documentOf({ fiscalYear: 2023, organization: both()[0]?.organization ?? null, source: { sha256: "3".repeat(64) }, tables: [] }),
    ];
    expect(points("functional", "208", documents)?.[1]).toEqual([2023, "tableMissing", "noAmount"]);
  });

  it("does not choose between two documents of one year that contradict each other", () => {
    const documents = [economic(2024, [["合计", "1.00"]], "1".repeat(64)), economic(2024, [["合计", "2.00"]], "2".repeat(64))];
    expect(points("economic", "total", documents)).toEqual([[2024, "contradictory", "noAmount"]]);
    expect(
      points(
        "economic",
        "total",
        [documents[0], economic(2024, [["合计", "1.0"]], "4".repeat(64))].flatMap((one) => one ?? []),
      ),
    ).toEqual([[2024, "1", "noEarlierYear"]]);
  });

  it("keeps departments, units and organisations of other codes apart, and joins a renamed one by its code", () => {
    const named = (name: string, code: string | undefined, kind: "department" | "unit", year: number) =>
      documentOf({
        fiscalYear: year,
        organization: { name, kind, ...(code && { code }) },
        source: { sha256: `${year}${name.length}${kind.length}${code ?? ""}`.padEnd(64, "0") },
        tables: [{ kind: "basicExpenditureByEconomicNature", rows: [["合计", "1.00"]] }],
      });
    const { series } = toSeries(
      [
        named("甲局", "1", "department", 2021),
        named("甲局（新）", "1", "department", 2022),
        named("甲局", "1", "unit", 2021),
        named("乙局", "2", "department", 2021),
        named("丙中心", undefined, "unit", 2021),
        named("丙中心", "9", "unit", 2022),
      ],
      { by: "economic" },
    );
    expect(
      series.map(({ organizationName, organizationCode, organizationKind, points: all }) => [
        organizationName,
        organizationCode,
        organizationKind,
        all.length,
      ]),
    ).toEqual([
      ["甲局（新）", "1", "department", 2],
      ["乙局", "2", "department", 1],
      ["丙中心", "9", "unit", 2],
      ["甲局", "1", "unit", 1],
    ]);
  });

  it("says which documents it left out and why", () => {
    const { excluded } = toSeries([
      budget2024(),
      budget2024(),
      documentOf({ fiscalYear: null, source: { sha256: "a".repeat(64), name: "a.pdf" }, tables: [] }),
      documentOf({ organization: null, source: { sha256: "b".repeat(64) }, tables: [] }),
    ]);
    expect(excluded.map(({ sourceName, reason }) => [sourceName, reason])).toEqual([
      ["2024.pdf", "sameDocument"],
      ["a.pdf", "noFiscalYear"],
      [null, "noOrganization"],
    ]);
  });

  it("does not depend on the order of the documents", () => {
    expect(toSeries(both(), { by: "functional" }).series).toEqual(toSeries(both().reverse(), { by: "functional" }).series);
  });

  it("keeps the wording of a year where it differs, and where the figure stands", () => {
    const one = toSeries(both(), { by: "functional" }).series.find(({ key }) => key === "2080505");
    expect(one).toMatchObject({ name: "机关事业单位基本养老保险缴费支出", points: [{ printedName: "机关事业单位基本养老保险缴费" }, {}] });
    expect(one?.points[1]?.printedName).toBeUndefined();
    expect(one?.points[0]?.figures).toEqual([
      {
        sourceName: "2021.txt",
        sourceSha256: "21".repeat(32),
        form: "gz-14",
        tableKind: "expenditureSummary",
        tableNumber: 3,
        page: 3,
        printedText: "150.00",
      },
    ]);
  });
});

describe("series for people and programs", () => {
  it("prints a table with a column a year and the change beside it", () => {
    const text = seriesToText(toSeries(both(), { by: "threePublic" }), "en");
    expect(text.split("\n")).toEqual(EXPECTED.split("\n"));
  });

  it("writes a line a year as CSV", () => {
    const lines = seriesToCsv(toSeries(both(), { by: "threePublic" })).split("\r\n");
    expect(lines[0]).toBe(
      "organizationName,organizationCode,tableKind,key,name,fiscalYear,amount,comparedWith,change,percentage,missing,notComparable,printedName,comparedAmount,differing,sumOf",
    );
    expect(lines).toContain(
      '广州市某某局,123001,administrativeAndThreePublicExpenses,threePublicExpenses,"""三公""经费",2024,12.3,2021,2.3,23,,,,,,',
    );
    expect(lines).toContain(
      "广州市某某局,123001,administrativeAndThreePublicExpenses,officialVehicleExpenses,公务用车购置及运行维护支出,2021,,,,,rowMissing,noAmount,,,,",
    );
  });

  it("writes money as digits in JSON", () => {
    const { by, series } = JSON.parse(seriesToJson(toSeries(both())));
    expect(by).toBe("organization");
    expect(series[0].points[1]).toMatchObject({ fiscalYear: 2024, amount: "1300", change: "300", percentage: "30" });
  });

  it("draws a small chart a class, with its name and every year between the first and the last", async () => {
    const svg = await seriesToSvg(toSeries(both(), { by: "functional" }));
    expect(svg.startsWith("<svg")).toBe(true);
    for (const text of ["社会保障和就业支出", "住房保障支出", "合计", "万元"]) expect(svg).toContain(text);
    expect(svg).not.toContain("机关事业单位基本养老保险缴费支出");
    const yearsOf = async (documents: BudgetDocument[]) => [
      ...new Set([...(await seriesToSvg(toSeries(documents))).matchAll(/>(20\d\d)</g)].map(([, year]) => year)),
    ];
    expect(await yearsOf(both())).toEqual(["2021", "2022", "2023", "2024"]);
    expect(await yearsOf([budget2024()])).toEqual(["2024"]);
    expect(await yearsOf([])).toEqual([]);
  });

  it("draws totals before all others, and at most as many of those as asked for", async () => {
    const svg = await seriesToSvg(toSeries(both(), { by: "functional" }), { panels: 1, locale: "zh" });
    const at = (text: string) => svg.indexOf(`>${text}<`);
    expect(at("合计")).toBeGreaterThan(0);
    expect(["社会保障和就业支出", "住房保障支出"].filter((name) => at(name) > at("合计"))).toHaveLength(1);
  });

  it("draws several organisations in one chart, each in its colour, with a legend", async () => {
    const other = (document: BudgetDocument): BudgetDocument => ({
      ...document,
      source: { ...document.source, sha256: document.source.sha256.replaceAll("2", "e") },
      organization: { name: "广州市另一局", code: "456001", kind: "department" },
    });
    const documents = both();
    const svg = await seriesToSvg(toSeries([...documents, ...documents.map(other)], { by: "threePublic" }));
    expect([...svg.matchAll(/>广州市另一局</g)]).toHaveLength(1);
    expect(svg).toContain("#0b5fa5");
    expect(svg).toContain("#d55e00");
  });
});
