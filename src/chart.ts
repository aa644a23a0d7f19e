export { type ChartOptions, seriesToSvg } from "./export/series-to-svg.ts";
