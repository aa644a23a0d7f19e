import { findTable, parseBudget } from "gz-budget";
import { GlobalWorkerOptions } from "pdfjs-dist";
import workerSrc from "pdfjs-dist/build/pdf.worker.mjs?url";

const said = document.getElementById("said") as HTMLElement;
const query = new URLSearchParams(location.search);
if (query.has("worker")) GlobalWorkerOptions.workerSrc = workerSrc;
try {
  const response = await fetch(`/${query.get("file")}`);
  const budget = await parseBudget(await response.blob(), { cMapUrl: "/cmaps/" });
  said.textContent = [
    budget.organization?.name,
    budget.fiscalYear,
    findTable(budget, "revenueSummary")?.rows[0]?.amounts.total?.toFixed(2),
  ].join(" ");
} catch (error) {
  said.textContent = String(error);
}
