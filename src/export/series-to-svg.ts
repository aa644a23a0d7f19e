import type { Locale } from "../model/locale.ts";
import { demandOptions, language, type OptionKinds, positiveNumber, wholeNumber } from "../model/option-kinds.ts";
import { missingPeer } from "./missing-peer.ts";
import type { Series, SeriesReport } from "./series.ts";

export interface ChartOptions {
  /** In pixels. @default 960 */
  readonly width?: number | undefined;
  /** In pixels. @default 540 */
  readonly height?: number | undefined;
  /** Lines that are drawn at most, the largest ones of the latest year. @default 10 */
  readonly lines?: number | undefined;
  /** @default the runtime's: Chinese where that is Chinese, else English */
  readonly locale?: Locale | undefined;
}

const kinds: OptionKinds<ChartOptions> = { width: positiveNumber, height: positiveNumber, lines: wholeNumber, locale: language };

const AXIS = { zh: "万元", en: "万元 (10,000 yuan)" } as const;

/**
 * Draws the series as a line chart: years to the right, each as wide as the next, 万元 upwards; a gap where a year has no amount.
 *
 * Of codes, only the classes (three digits) are drawn; of more series than `lines`, the largest.
 *
 * @returns An SVG document.
 * @throws BudgetError `DEPENDENCY_MISSING` when `echarts` is not installed.
 */
export async function seriesToSvg({ series }: SeriesReport, options: ChartOptions = {}): Promise<string> {
  const { width = 960, height = 540, lines = 10, locale } = demandOptions(options, kinds);
  const { init } = await import("echarts").catch(missingPeer("echarts", "--chart"));
  const drawn = series
    .filter(({ key, points }) => !(/^\d+$/.test(key) && key.length > 3) && points.some(({ amount }) => amount !== null))
    .toSorted((a, b) => latest(b) - latest(a))
    .slice(0, lines);
  const years = [...new Set(drawn.flatMap(({ points }) => points.map(({ fiscalYear }) => fiscalYear)))].sort((a, b) => a - b);
  const [first = 0, last = first] = [years[0], years.at(-1)];
  const margin = first === last ? 1 : 0; // an axis of no length has no scale
  const organizations = new Set(drawn.map(({ organizationName }) => organizationName));
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      title: { text: [...organizations].slice(0, 3).join("、") },
      legend: { type: "plain", bottom: 0 },
      grid: { left: 90, right: 30, top: 60, bottom: 90 },
      xAxis: {
        type: "value",
        min: first - margin,
        max: last + margin,
        interval: 1,
        axisLabel: { formatter: String },
        splitLine: { show: false },
      },
      yAxis: { type: "value", name: AXIS[locale] },
      series: drawn.map((one) => ({
        type: "line",
        name: organizations.size > 1 ? `${one.organizationName} ${one.name}` : one.name,
        data: one.points.map(({ fiscalYear, amount }) => [fiscalYear, amount?.toNumber() ?? null]),
      })),
    });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

function latest({ points }: Series): number {
  return points.findLast(({ amount }) => amount !== null)?.amount?.toNumber() ?? 0;
}
