import { checkBudget } from "../../src/check/check-budget.ts";
import type { Cause, CheckReport, Finding } from "../../src/model/check-report.ts";
import { compactText } from "../../src/model/compact-text.ts";
import { type Fault, type FaultKind, pick, randomOf, type Subject, withFaults } from "./fault.ts";
import { documentOf } from "./subjects.ts";

/** What the checker said about faults of one kind. */
export interface Measured {
  readonly planted: number;
  readonly found: number;
  /** Of those found: how often the fault's own place is the first cause, and among the first three. */
  readonly first: number;
  readonly firstThree: number;
  /** Findings that were not there before, all faults together. */
  readonly findings: number;
  /** What was not found, and what was found without its place among the first three, for a person. */
  readonly missed: readonly string[];
}

export const nothing: Measured = { planted: 0, found: 0, first: 0, firstThree: 0, findings: 0, missed: [] };

export function together(a: Measured, b: Measured): Measured {
  return {
    planted: a.planted + b.planted,
    found: a.found + b.found,
    first: a.first + b.first,
    firstThree: a.firstThree + b.firstThree,
    findings: a.findings + b.findings,
    missed: [...a.missed, ...b.missed],
  };
}

/** Plants single faults of a kind in a document, at most so many, and checks each. */
export function measure(subject: Subject, kind: FaultKind, most: number, seed: number): Measured {
  const random = randomOf(seed);
  const before = new Set(inconsistent(checkBudget(subject.document)).map(idOf));
  const plants = [...kind.plants(subject)];
  let measured = nothing;
  while (plants.length > 0 && measured.planted < most) {
    const plant = pick(plants, random);
    plants.splice(plants.indexOf(plant as (typeof plants)[number]), 1);
    const fault = plant?.(random);
    if (fault) measured = together(measured, tried(subject, kind, fault, before));
  }
  return measured;
}

function tried(subject: Subject, { name }: FaultKind, fault: Fault, before: ReadonlySet<string>): Measured {
  const { recognised, rowNow } = withFaults(subject.recognised, [fault]);
  const report = checkBudget(documentOf(subject.name, recognised));
  const found = inconsistent(report).filter((finding) => !before.has(idOf(finding)));
  const rank = rankOf(report, subject, fault, rowNow, before);
  const said = `${subject.name}: ${name}: ${describe(subject, fault)}`;
  return {
    planted: 1,
    found: found.length > 0 ? 1 : 0,
    first: found.length > 0 && rank === 1 ? 1 : 0,
    firstThree: found.length > 0 && rank <= 3 ? 1 : 0,
    findings: found.length,
    missed:
      found.length === 0 ? [`missed  ${said}`] : rank > 3 ? [`rank ${rank}  ${said}  [${found.map(({ rule }) => rule).join(" ")}]`] : [],
  };
}

/** Where the fault's place stands among the causes, counted from 1; causes of what was inconsistent before are left out. */
export function rankOf(
  { causes, findings }: CheckReport,
  subject: Subject,
  fault: Fault,
  rowNow: (table: number, row: number) => number,
  before: ReadonlySet<string>,
): number {
  const isFresh = (index: number) => findings[index] !== undefined && !before.has(idOf(findings[index]));
  const rank = causes.filter((cause) => cause.findings.some(isFresh)).findIndex((cause) => isAt(cause, subject, fault, rowNow));
  return rank < 0 ? Number.POSITIVE_INFINITY : rank + 1;
}

/** Whether a cause accuses the place of a fault. */
export function isAt(
  { kind, corrections }: Cause,
  { document }: Subject,
  { at, was }: Fault,
  rowNow: (table: number, row: number) => number,
): boolean {
  return corrections.some(({ figure }) => {
    if ("text" in at) return "sentence" in figure && figure.sentence.includes(at.text);
    if (!("kind" in figure) || figure.kind !== document.tables[at.table]?.kind) return false;
    if ("dropped" in at) return "absent" in figure && (kind === "missingPart" || isNamed(was, figure.label));
    if (!("row" in figure)) return false;
    const row = rowNow(at.table, at.row);
    return (figure.row === row || (kind === "extraRow" && figure.row === row + 1)) && (at.key === undefined || figure.key === at.key);
  });
}

/** Whether a row that printed this label goes by this name: by its code, or by its words. */
function isNamed(printed: string, name: string): boolean {
  return compactText(printed)
    .replace(/[[\]()]/gu, "")
    .includes(compactText(name).replace(/[[\]()]/gu, ""));
}

export function inconsistent({ findings }: CheckReport): Finding[] {
  return findings.filter(({ outcome }) => outcome === "inconsistent");
}

/** A finding by its rule and the texts that it speaks of: rows may have moved. */
export function idOf({ rule, left, right, residual }: Finding): string {
  const texts = [...left.figures, ...right.figures].map((figure) => `${"kind" in figure ? figure.key : figure.measure} ${figure.text}`);
  return [rule, residual?.toFixed(), ...texts].join("|");
}

function describe({ document }: Subject, { edits, at, was }: Fault): string {
  const [edit] = edits;
  const now = edit?.edit === "cell" ? edit.text : edit?.edit === "prose" ? edit.to : edit?.edit;
  const place = "text" in at ? "" : `${document.tables[at.table]?.kind} ${"dropped" in at ? at.dropped : `${at.row} ${at.key ?? ""}`}`;
  return `${place} ${was} → ${now}`;
}
