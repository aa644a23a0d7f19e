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

const COLOURS = ["#0f5c5c", "#b4552d", "#3d5a98", "#7a6a1f", "#7b3f6b", "#2f6f43", "#9a3d3d", "#4b5563"];

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
    color: COLOURS,
    tooltip: { formatter: ({ name, value }: { name: string; value: number }) => `${name}<br><b>${format(value)}</b> 万元` },
    series: [
      {
        type: "treemap",
        name: say(locale, "chart"),
        data: tiles,
        roam: false,
        left: 0,
        right: 0,
        top: 0,
        bottom: 40,
        breadcrumb: { bottom: 0, itemStyle: { color: COLOURS[0] } },
        label: { formatter: captionOf, fontSize: 13, lineHeight: 18, overflow: "truncate" },
        upperLabel: { show: true, height: 26, formatter: captionOf, color: "#fff", fontSize: 13, overflow: "truncate" },
        itemStyle: { borderColor: "rgb(255 255 255 / 0.35)", borderWidth: 1, gapWidth: 0 },
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
