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

/** A tile and the heading over the tiles under it, both dark enough for white letters. */
const COLOURS = [
  { tile: "#12706f", heading: "#0a4a4a" },
  { tile: "#b4552d", heading: "#7c3717" },
  { tile: "#3d5a98", heading: "#263c6b" },
  { tile: "#7a6a1f", heading: "#534812" },
  { tile: "#7b3f6b", heading: "#532747" },
  { tile: "#2f6f43", heading: "#1c492b" },
  { tile: "#9a3d3d", heading: "#6b2626" },
  { tile: "#4b5563", heading: "#2f3743" },
] as const;

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
        breadcrumb: { bottom: 0, itemStyle: { color: COLOURS[0].heading } },
        label: { formatter: captionOf, fontSize: 13, lineHeight: 18, overflow: "truncate" },
        upperLabel: { show: true, height: 26, formatter: captionOf, color: "#fff", fontSize: 13, overflow: "truncate" },
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
function coloured(tile: Tile, colour: (typeof COLOURS)[number]): object {
  const children = tile.children?.map((child) => coloured(child, colour));
  return { ...tile, itemStyle: { color: colour.tile, borderColor: colour.heading }, ...(children && { children }) };
}
