import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { faultKinds } from "./fault-kinds.ts";
import { type Measured, measure, nothing, together } from "./measure.ts";
import { subjectsOf } from "./subjects.ts";

// npm run faults -- [FILE|FOLDER…] [--each N] [--seed N] [--kind WORD] [--missed]: how many planted faults the checker finds, and whether it points at them.

const usage = `usage: npm run faults -- [FILE|FOLDER…] [--each N] [--seed N] [--kind WORD] [--missed]

Plants one fault at a time in each document (a truth file, a PDF or a text; fixtures/truth by default): at most N of a kind in a
document, of the kinds whose names hold WORD. --missed lists what was not found, or not pointed at by the first three causes.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    each: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    kind: { type: "string", default: "" },
    missed: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const paths = positionals.length > 0 ? positionals : [fileURLToPath(new URL("../../fixtures/truth", import.meta.url))];
const subjects = await subjectsOf(paths);
const kinds = faultKinds.filter(({ name }) => name.includes(values.kind));
const heading = ["planted", "found", "cause first", "first three", "findings a fault"];
console.log(line(`${subjects.length} documents`, heading));
let all = nothing;
for (const kind of kinds) {
  const measured = subjects.map((subject) => measure(subject, kind, Number(values.each), Number(values.seed))).reduce(together, nothing);
  all = together(all, measured);
  console.log(line(kind.name, columns(measured)));
}
console.log(line("all", columns(all)));
if (values.missed) console.log(`\n${all.missed.join("\n")}`);

function columns({ planted, found, first, firstThree, findings }: Measured): string[] {
  const share = (part: number, whole: number) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}%`);
  return [
    String(planted),
    share(found, planted),
    share(first, found),
    share(firstThree, found),
    found === 0 ? "–" : (findings / found).toFixed(1),
  ];
}

function line(name: string, cells: readonly string[]): string {
  return name.padEnd(28) + cells.map((cell) => cell.padStart(18)).join("");
}
