import { randomOf } from "../support/law-runs.ts";
import { contentMutators } from "./content-mutators.ts";
import { fileMutators, fontMutators } from "./file-mutators.ts";
import { type Chance, type Edit, type Mutator, pick, type Subject } from "./mutant.ts";
import { decodedStreams } from "./pdf-streams.ts";
import { indexMutators, jsonMutators, textMutators } from "./text-mutators.ts";

export interface Mutant {
  readonly subject: Subject;
  readonly pages: string | undefined;
  readonly edits: readonly Edit[];
  /** What was done to it, for a person. */
  readonly how: string;
}

/** Of ten mutants, how many are of which part: more than half are content streams. */
const parts = ["content", "content", "content", "content", "content", "content", "font", "file", "text", "data"] as const;

/** The mutant of a seed and a number: always the same one. */
export function drawMutant(subjects: readonly Subject[], seed: number, number: number): Mutant {
  const random = randomOf(Math.imul(seed, 2_654_435_761) ^ Math.imul(number + 1, 40_503));
  for (let settle = 0; settle < 5; settle++) random();
  const chance: Chance = (below) => Math.floor(random() * Math.max(1, below));
  const part = parts[number % parts.length] ?? "content";
  const kinds = part === "text" ? ["text"] : part === "data" ? ["json", "index"] : ["pdf"];
  const subject = pick(
    subjects.filter(({ kind }) => kinds.includes(kind)),
    chance,
  ) as Subject;
  const pages = pick(subject.pages ?? [], chance);
  const edits: Edit[] = [];
  const done: string[] = [];
  for (let count = 1 + chance(3); count > 0; count--) {
    const { target, content, mutators } = placeOf(subject, part, pages, chance);
    const mutator = pick(mutators, chance);
    if (!mutator) continue;
    edits.push(...mutator.edits(content, chance).map(({ from, to, insert }) => ({ target, from, to, insert })));
    done.push(mutator.name);
  }
  return { subject, pages, edits, how: `${subject.name}${pages ? ` pages ${pages}` : ""}: ${part}: ${done.join(", ")}` };
}

function placeOf(
  subject: Subject,
  part: (typeof parts)[number],
  pages: string | undefined,
  chance: Chance,
): { readonly target: number; readonly content: string; readonly mutators: readonly Mutator[] } {
  const whole = { target: 0, content: subject.content };
  if (subject.kind === "text") return { ...whole, mutators: textMutators };
  if (subject.kind === "json") return { ...whole, mutators: jsonMutators };
  if (subject.kind === "index") return { ...whole, mutators: indexMutators };
  const wanted = part === "content" ? contentsOf(subject.content, pages) : undefined;
  const streams = decodedStreams(subject.content).filter(({ kind, objectNumber }) =>
    part === "content"
      ? kind === "content" && (!wanted || wanted.has(objectNumber))
      : part === "font" && (kind === "font" || kind === "characterMap"),
  );
  const stream = pick(streams, chance);
  if (!stream || (part === "font" && chance(3) === 0)) return { ...whole, mutators: fileMutators };
  return { target: stream.objectNumber, content: stream.data, mutators: stream.kind === "font" ? fontMutators : contentMutators };
}

/** The numbers of the content streams of a selection of pages; undefined where the pages cannot be told. */
function contentsOf(pdf: string, pages: string | undefined): ReadonlySet<number> | undefined {
  const objects = [...pdf.matchAll(/(?<!\d)(\d+) 0 obj\s*<<((?:(?!endobj)[\s\S]){0,3000}?)endobj/g)];
  const isPage = new Map(
    objects.filter(({ 2: body }) => /\/Type\s*\/Page\b/.test(body ?? "")).map(({ 1: number, 2: body }) => [Number(number), body ?? ""]),
  );
  const kids = new Map(
    objects.flatMap(({ 1: number, 2: body }) => {
      const list = /\/Kids\s*\[([^\]]*)\]/.exec(body ?? "")?.[1];
      return list === undefined ? [] : [[Number(number), [...list.matchAll(/(\d+) 0 R/g)].map(({ 1: kid }) => Number(kid))] as const];
    }),
  );
  const all = new Set([...kids.values()].flat());
  const root = [...kids.keys()].find((number) => !all.has(number));
  const inOrder = (number: number): number[] => (isPage.has(number) ? [number] : (kids.get(number) ?? []).flatMap(inOrder));
  if (root === undefined || pages === undefined) return undefined;
  const [first = 1, last = first] = pages.split("-").map(Number);
  const found = inOrder(root)
    .slice(first - 1, last)
    .flatMap((page) =>
      [...(/\/Contents\s*(\[[^\]]*\]|\d+ 0 R)/.exec(isPage.get(page) ?? "")?.[1] ?? "").matchAll(/(\d+) 0 R/g)].map(({ 1: one }) =>
        Number(one),
      ),
    );
  return found.length > 0 ? new Set(found) : undefined;
}
