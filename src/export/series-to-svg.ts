import { cutToWidth } from "../model/display-width.ts";
import { groupBy } from "../model/group-by.ts";
import type { Locale } from "../model/locale.ts";
import { missingPeer } from "../model/missing-peer.ts";
import { demandOptions, language, type OptionKinds, positiveNumber, wholeNumber } from "../model/option-kinds.ts";
import type { Series, SeriesReport } from "./series.ts";

export interface ChartOptions {
  /** In pixels. @default 960 */
  readonly width?: number | undefined;
  /** In pixels. @default what the panels need */
  readonly height?: number | undefined;
  /** Panels that are drawn at most beside those of totals: those of the largest amounts. @default 12 */
  readonly panels?: number | undefined;
  /** @default the runtime's: Chinese where that is Chinese, else English */
  readonly locale?: Locale | undefined;
}

const kinds: OptionKinds<ChartOptions> = { width: positiveNumber, height: positiveNumber, panels: wholeNumber, locale: language };

/** One figure over the years, a line an organisation. */
interface Panel {
  readonly name: string;
  readonly isTotal: boolean;
  readonly lines: readonly Series[];
  readonly largest: number;
}

const UNIT = { zh: "单位：万元；各图纵轴不同，均从 0 起", en: "In 万元 (CNY 10,000); each panel has a scale of its own, from 0" } as const;
const TOTALS: ReadonlySet<string> = new Set(["total", "totalRevenue", "totalExpenditure", "currentYearRevenue", "currentYearExpenditure"]);
const COLUMNS = 3;
const PANEL_HEIGHT = 190;
const HEAD = 64;
const FOOT = 48;
/** Around the plot of a panel: its title above, years below, amounts to the left. */
const INSIDE = { left: 74, right: 22, top: 34, bottom: 30 };

/**
 * Draws the series as small charts, one a figure, each with a scale of its own, so that a small class is as visible as the largest: totals
 * first, then by their latest amount. Organisations are lines of one panel, each in its colour; each year as wide as the next; a year
 * without an amount is a gap.
 *
 * Of codes, only the classes (three digits) are drawn.
 *
 * @returns An SVG document.
 * @throws BudgetError `DEPENDENCY_MISSING` when `echarts` is not installed, `OPTION_INVALID`.
 */
export async function seriesToSvg({ series }: SeriesReport, options: ChartOptions = {}): Promise<string> {
  const { width = 960, height, panels: most = 12, locale } = demandOptions(options, kinds);
  const { init } = await import("echarts").catch(missingPeer("echarts", "--chart"));
  const panels = panelsOf(series, most);
  const rows = Math.max(1, Math.ceil(panels.length / COLUMNS));
  const tall = height ?? HEAD + rows * PANEL_HEIGHT + FOOT;
  const [panelWidth, panelHeight] = [width / COLUMNS, (tall - HEAD - FOOT) / rows];
  const organizations = [...new Set(panels.flatMap(({ lines }) => lines.map(({ organizationName }) => organizationName)))];
  const given = panels.flatMap(({ lines }) => lines.flatMap(({ points }) => points.map(({ fiscalYear }) => fiscalYear)));
  const first = Math.min(...given);
  const years = given.length === 0 ? [] : Array.from({ length: Math.max(...given) - first + 1 }, (_, index) => first + index);
  const place = (index: number) => ({ left: (index % COLUMNS) * panelWidth, top: HEAD + Math.floor(index / COLUMNS) * panelHeight });
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height: tall });
  try {
    chart.setOption({
      animation: false,
      title: [
        { text: cutToWidth(organizations.join("、"), width / 10), subtext: UNIT[locale], left: 12, top: 6 },
        ...panels.map(({ name, isTotal }, index) => ({
          text: cutToWidth(name, panelWidth / 8),
          ...place(index),
          textStyle: { fontSize: 13, fontWeight: isTotal ? "bold" : "normal" },
        })),
      ],
      legend: { type: "plain", bottom: 8, data: organizations.length > 1 ? organizations : [] },
      grid: panels.map((_, index) => {
        const { left, top } = place(index);
        return {
          left: left + INSIDE.left,
          top: top + INSIDE.top,
          width: panelWidth - INSIDE.left - INSIDE.right,
          height: panelHeight - INSIDE.top - INSIDE.bottom,
        };
      }),
      xAxis: panels.map((_, gridIndex) => ({ type: "category", gridIndex, data: years.map(String) })),
      yAxis: panels.map((_, gridIndex) => ({ type: "value", gridIndex, splitNumber: 3 })),
      series: panels.flatMap(({ lines }, index) =>
        lines.map(({ organizationName, points }) => ({
          type: "line",
          name: organizationName,
          xAxisIndex: index,
          yAxisIndex: index,
          color: COLOURS[organizations.indexOf(organizationName) % COLOURS.length],
          data: years.map((year) => points.find(({ fiscalYear }) => fiscalYear === year)?.amount?.toNumber() ?? null),
        })),
      ),
    });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** Told apart by people who confuse red and green, too. */
const COLOURS = ["#0b5fa5", "#d55e00", "#009e73", "#cc79a7", "#8a6d00", "#56b4e9", "#000000"];

function panelsOf(series: readonly Series[], most: number): readonly Panel[] {
  const drawn = series.filter(
    ({ key, points }) => !(/^\d+$/.test(key) && key.length > 3) && points.some(({ amount }) => amount !== null && !amount.isZero()),
  );
  const titles = [...new Set(drawn.map(({ tableTitle }) => tableTitle))];
  const tables = new Set(drawn.map(({ tableKind }) => tableKind));
  const panels = [...groupBy(drawn, ({ tableKind, key }) => `${tableKind} ${key}`).values()].map((lines): Panel => {
    const { key, name, tableTitle } = lines[0] as Series;
    const isTotal = TOTALS.has(key);
    // The same code can stand in two tables; where the series are of one table only, its name says nothing.
    return {
      name: tables.size > 1 && /^\d+$|^total$/.test(key) ? `${name} · ${tableTitle.slice(commonStart(titles))}` : name,
      isTotal,
      lines,
      largest: Math.max(...lines.map(latest)),
    };
  });
  const byAmount = panels.toSorted((a, b) => b.largest - a.largest);
  return [...byAmount.filter(({ isTotal }) => isTotal), ...byAmount.filter(({ isTotal }) => !isTotal).slice(0, most)];
}

/** How many characters all these texts begin with alike. */
function commonStart([first = "", ...others]: readonly string[]): number {
  let length = 0;
  while (length < first.length && others.every((other) => other[length] === first[length])) length++;
  return length;
}

function latest({ points }: Series): number {
  return points.findLast(({ amount }) => amount !== null)?.amount?.toNumber() ?? 0;
}
