import { TreemapChart } from "echarts/charts";
import { AriaComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { type BudgetDocument, findTable, type Locale } from "gz-budget";
import { say } from "./words.ts";

echarts.use([TreemapChart, TooltipComponent, AriaComponent, SVGRenderer]);

/** A functional code with its expenditure in 万元; a chart needs binary numbers, the tables keep the exact ones. */
export interface Tile {
  readonly name: string;
  readonly value: number;
  readonly children?: readonly Tile[];
}

/** The heading of a class takes white letters; the sections and tiles under it are paler, for dark ones. */
const COLOURS = [
  { heading: "#0f5c5c", middle: "#a9d1cc", tile: "#dcedea" },
  { heading: "#94431f", middle: "#ebc3ad", tile: "#f8e6dc" },
  { heading: "#2f4a86", middle: "#b5c5e7", tile: "#dfe7f6" },
  { heading: "#635511", middle: "#d7cd93", tile: "#f0ecd6" },
  { heading: "#6d3560", middle: "#d8b5ce", tile: "#f1e2ec" },
  { heading: "#276039", middle: "#abd3b5", tile: "#dceedf" },
  { heading: "#8a3434", middle: "#e5b6b3", tile: "#f7e1df" },
  { heading: "#434c59", middle: "#bfc7d0", tile: "#e5e9ed" },
] as const;
const INK = "#1b2426";

/** Expenditure by functional class, section and item; empty where the document has no 支出总体情况表 with amounts. */
export function expenditureTiles(document: BudgetDocument): readonly Tile[] {
  const rows = findTable(document, "expenditureSummary")?.rows ?? [];
  const under = (parent: number | null): Tile[] =>
    rows.flatMap(({ role, name, parent: above, amounts }, index) => {
      const value = amounts.total?.toNumber() ?? 0;
      if (above !== parent || role === "other" || value <= 0) return [];
      const children = under(index);
      return [{ name, value, ...(children.length > 0 && { children }) }];
    });
  const total = rows.findIndex(({ role }) => role === "total");
  return under(total < 0 ? null : total);
}

/** Draws the treemap into an element that stands on the page. @returns Takes it away again. */
export function drawTreemap(into: HTMLElement, tiles: readonly Tile[], locale: Locale): () => void {
  const chart = echarts.init(into, null, { renderer: "svg" });
  const format = (value: number) => value.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const captionOf = ({ name, value }: { name: string; value: number }) => `${name}  ${format(value)}`;
  chart.setOption({
    aria: {
      enabled: true,
      label: { description: `${say(locale, "chartTitle")}: ${tiles.map(({ name, value }) => `${name} ${format(value)}`).join("; ")}` },
    },
    animationDuration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 300,
    tooltip: { formatter: ({ name, value }: { name: string; value: number }) => `${name}<br><b>${format(value)}</b> 万元` },
    series: [
      {
        type: "treemap",
        name: say(locale, "chart"),
        data: tiles.map((tile, index) => coloured(tile, COLOURS[index % COLOURS.length] ?? COLOURS[0])),
        roam: false,
        left: 0,
        right: 0,
        top: 0,
        bottom: 40,
        breadcrumb: { bottom: 0, itemStyle: { color: COLOURS[0].heading, textStyle: { color: "#fff" } } },
        label: {
          formatter: captionOf,
          position: "insideTopLeft",
          padding: [4, 6],
          color: INK,
          fontSize: 13,
          lineHeight: 18,
          overflow: "truncate",
        },
        upperLabel: { show: true, height: 28, padding: [0, 8], formatter: captionOf, fontSize: 13, overflow: "truncate" },
        itemStyle: { borderWidth: 1, gapWidth: 1 },
        levels: [{ itemStyle: { borderWidth: 0, gapWidth: 6 }, upperLabel: { show: false } }],
      },
    ],
  });
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(into);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}

/** A class has one colour down to its items. */
function coloured(tile: Tile, colour: (typeof COLOURS)[number], isClass = true): object {
  const children = tile.children?.map((child) => coloured(child, colour, false));
  return {
    ...tile,
    itemStyle: { color: colour.tile, borderColor: isClass ? colour.heading : colour.middle },
    upperLabel: { color: isClass ? "#fff" : INK, fontWeight: isClass ? "bold" : "normal" },
    ...(children && { children }),
  };
}
