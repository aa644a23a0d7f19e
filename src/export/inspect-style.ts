/** Style of the inspection page. What is drawn on a page is named without `svg` before it: a part of the page shown again is a tree of its own. */
export const inspectStyle = `
:root { color-scheme: light; font: 14px/1.45 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
body { margin: 0; background: #f4f4f2; color: #222; }
header { position: sticky; top: 0; z-index: 2; background: #fff; border-bottom: 1px solid #ccc; padding: 8px 16px; display: flex; gap: 6px 20px; flex-wrap: wrap; align-items: baseline; }
header h1 { font-size: 16px; margin: 0; }
header label { margin-right: 8px; white-space: nowrap; }
main { padding: 0 16px 40vh; }
.hint, small, .facts { color: #666; }
section.page { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 16px; align-items: start; margin: 16px 0; }
section.page, h3, tr { scroll-margin-top: 80px; }
section.page h2 { grid-column: 1 / -1; font-size: 15px; margin: 8px 0 0; }
.sheet { overflow: auto; background: #fff; border: 1px solid #bbb; position: sticky; top: 80px; max-height: calc(100vh - 96px); }
.sheet svg { display: block; max-width: 100%; height: auto; cursor: crosshair; }
.sheet ol { font: 12px/1.5 ui-monospace, "Noto Sans Mono CJK SC", monospace; white-space: pre; margin: 8px; padding-left: 4em; }
svg.crop { display: block; max-width: 100%; height: auto; margin: 4px 0; background: #fff; border: 1px solid #ccc; }
li pre { margin: 4px 0; white-space: pre-wrap; }
text { fill: #333; font-family: "Noto Sans CJK SC", "SimSun", sans-serif; }
text.turned { text-anchor: middle; dominant-baseline: central; }
.pictures ~ .glyphs text { fill: #0b5fa5; fill-opacity: 0.75; }
line { stroke: #9a9a9a; }
rect { fill: none; vector-effect: non-scaling-stroke; }
rect.cell { stroke: #2f7fd6; stroke-width: 0.8; fill: #2f7fd6; fill-opacity: 0.04; }
rect.region { stroke-dasharray: 4 2; stroke-width: 1; stroke: #888; fill: transparent; }
rect.region.grid { stroke: #2f7fd6; stroke-width: 2; stroke-dasharray: none; }
rect.region.title { stroke: #b5179e; } rect.region.tableNumber { stroke: #7209b7; }
rect.region.amountUnit, rect.region.budgetUnit { stroke: #0a9396; }
rect.region.note { stroke: #bb6b00; } rect.region.heading { stroke: #444; } rect.region.furniture { stroke: #bbb; }
rect.mark { stroke-width: 2; fill-opacity: 0.12; stroke: #c98a00; fill: #ffb703; }
rect.mark.error, rect.mark.inconsistent { stroke: #c1121f; fill: #c1121f; } rect.mark.info { stroke: #5a7d9a; fill: #5a7d9a; }
svg .selection rect { stroke: #d00000; stroke-width: 2.5; fill: #ff0; fill-opacity: 0.35; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; background: #fff; font-size: 12px; }
th, td { border: 1px solid #ccc; padding: 1px 5px; text-align: left; vertical-align: top; white-space: pre-wrap; min-width: 2em; }
th { background: #eee; font-weight: 600; }
td.figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.name { min-width: 9em; } td.long { min-width: 18em; }
td.role { color: #666; white-space: nowrap; }
td[data-at], td[data-line] { cursor: pointer; }
td.consistent::after, td.inconsistent::after { content: "●"; font-size: 7px; vertical-align: super; margin-left: 3px; color: #2a9d3f; }
td.inconsistent { background: #fdeaea; } td.inconsistent::after { color: #d00000; }
td.selected, li.selected { background: #ffec80; outline: 2px solid #d00000; }
h3 { font-size: 14px; margin: 8px 0 4px; } .note { margin: 4px 0; color: #555; }
ul.diagnostics { padding-left: 0; list-style: none; } ul.diagnostics li { border-left: 4px solid #c98a00; background: #fff; margin: 3px 0; padding: 2px 8px; cursor: pointer; }
ul.diagnostics li.error { border-color: #c1121f; } ul.diagnostics li.info { border-color: #5a7d9a; }
code { font-size: 12px; }
.regions { font-size: 12px; color: #555; columns: 2; padding-left: 1.2em; overflow-wrap: anywhere; }
body.hide-pictures svg .pictures, body.hide-glyphs svg .glyphs, body.hide-rulings svg .rulings, body.hide-grids svg .grids, body.hide-regions svg .regions, body.hide-diagnostics svg .diagnostics, body.hide-findings svg .findings { display: none; }
@media (max-width: 900px) { section.page { grid-template-columns: 1fr; } .sheet { position: static; } }
`;

/** What the inspection page does when it is clicked: plain script, for any browser. */
export const inspectScript = `
const select = (items) => {
  document.querySelectorAll(".selected").forEach((item) => item.classList.remove("selected"));
  document.querySelectorAll(".selection").forEach((group) => group.replaceChildren());
  items.forEach((item) => item.classList.add("selected"));
};
const mark = (page, box) => {
  const group = document.querySelector('svg[data-page="' + page + '"] .selection');
  if (!group) return undefined;
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  const [x0, y0, x1, y1] = box;
  Object.entries({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 }).forEach(([name, value]) => rect.setAttribute(name, value));
  group.append(rect);
  return rect;
};
const placesOf = (cell) => (cell.dataset.at || "").split(";").filter(Boolean).map((place) => {
  const [page, numbers] = place.split(":");
  return { page, box: numbers.split(",").map(Number) };
});
const show = (element, block) => element && element.scrollIntoView({ block, inline: "nearest", behavior: "instant" });
const selectCell = (cell) => {
  const line = document.getElementById("l" + cell.dataset.line);
  select(line ? [cell, line] : [cell]);
  const marks = placesOf(cell).map(({ page, box }) => mark(page, box));
  show(line || marks[0], "nearest");
};
const selectMark = (item) => {
  const rect = document.getElementById("m-" + item.dataset.mark);
  select([item]);
  if (!rect) return show(document.getElementById(item.dataset.row || "") || document.getElementById("p" + item.dataset.page), "start");
  const page = rect.closest("svg").dataset.page;
  const place = ["x", "y", "width", "height"].map((name) => Number(rect.getAttribute(name)));
  show(mark(page, [place[0], place[1], place[0] + place[2], place[1] + place[3]]), "center");
};
const cellOf = (place) => {
  const [row, column] = place.split("c");
  return document.getElementById(row)?.querySelectorAll("td[tabindex]")[column];
};
const selectFinding = (item) => {
  const cells = item.dataset.cells.split(" ").filter(Boolean).map(cellOf).filter(Boolean);
  select([item, ...cells]);
  cells.flatMap(placesOf).forEach(({ page, box }) => mark(page, box));
  show(cells[0] || document.getElementById("p" + item.dataset.page), "center");
};
const selectAt = (svg, event) => {
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  const holds = ({ page, box }) => page === svg.dataset.page && x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
  const cell = [...document.querySelectorAll("td[data-at]")].find((candidate) => placesOf(candidate).some(holds));
  if (!cell) return select([]);
  selectCell(cell);
  show(cell, "center");
};
document.addEventListener("click", (event) => {
  const cell = event.target.closest("td[data-at], td[data-line]");
  const item = event.target.closest("li[data-page], li[data-row]");
  const svg = event.target.closest("svg[data-page]");
  if (cell) selectCell(cell);
  else if (item) (item.dataset.cells === undefined ? selectMark : selectFinding)(item);
  else if (svg) selectAt(svg, event);
});
document.addEventListener("keydown", (event) => {
  const cell = event.target.closest("td[data-at], td[data-line]");
  if (cell && event.key === "Enter") selectCell(cell);
});
document.addEventListener("change", ({ target }) => document.body.classList.toggle("hide-" + target.value, !target.checked));
`;
