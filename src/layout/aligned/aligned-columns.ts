import { groupBy } from "../../model/group-by.ts";
import { type Chunk, isValue, splitChunk } from "../lines/chunk.ts";

/** The x range that the text of a column takes up. */
export interface ColumnExtent {
  readonly left: number;
  readonly right: number;
}

export interface BodyColumns {
  readonly columns: readonly ColumnExtent[];
  /** Chunks that lie over two columns or more: text that overflows, labels merged over columns. */
  readonly crossing: ReadonlySet<Chunk>;
}

/** A river between two columns may be crossed by this share of the lines that it parts. */
const CROSSED = 0.2;
/** Overlaps of fewer ems are noise of glyph boxes. */
const TOUCHING = 0.1;
/** Amounts of narrow columns stick out into the next one by up to this many ems. */
const STICKS_OUT = 0.6;
/** Texts that fill their columns leave this many ems between them. */
const NARROW_GAP = 0.2;
/** Where amounts touch, the river is as narrow as this, in points. */
const TOUCH_WIDTH = 2;

/**
 * Columns of a table's body: x ranges that no white river runs through.
 *
 * Where single chunks (an overflowing label, a total centred over two columns) dam up a river that other lines leave free, they are set aside;
 * texts of two columns that stand as closely as words do are parted there.
 */
export function bodyColumns(chunks: readonly Chunk[]): BodyColumns {
  const crossing = new Set<Chunk>();
  const columns = connected(chunks).flatMap((group) => splitDammed(group, crossing));
  return { columns: columns.map(extentOf).sort((a, b) => a.left - b.left), crossing };
}

export function extentOf(chunks: readonly Chunk[]): ColumnExtent {
  return { left: Math.min(...chunks.map(({ box }) => box[0])), right: Math.max(...chunks.map(({ box }) => box[2])) };
}

/** Groups of chunks whose x ranges overlap, directly or through others, from left to right. */
function connected(chunks: readonly Chunk[]): Chunk[][] {
  const groups: Chunk[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const chunk of [...chunks].sort((a, b) => a.box[0] - b.box[0])) {
    const group = groups.at(-1);
    if (group && chunk.box[0] < right - TOUCHING * chunk.fontSize) group.push(chunk);
    else groups.push([chunk]);
    right = Math.max(right, chunk.box[2]);
  }
  return groups;
}

function splitDammed(group: readonly Chunk[], crossing: Set<Chunk>): Chunk[][] {
  const cut = bestCut(group);
  if (!cut) return [[...group]];
  for (const chunk of cut.crossed) crossing.add(chunk);
  const crossed = new Set(cut.crossed);
  const rest = group.filter((chunk) => !crossed.has(chunk)).flatMap((chunk) => partAt(chunk, cut.at));
  const isLeft = ({ box }: Chunk) => box[0] + box[2] < 2 * cut.at;
  return [rest.filter(isLeft), rest.filter((chunk) => !isLeft(chunk))].flatMap(connected).flatMap((part) => splitDammed(part, crossing));
}

/** The river that most lines leave free, where a column seems to hold two chunks a line. */
function bestCut(group: readonly Chunk[]): { at: number; crossed: Chunk[] } | undefined {
  const gaps: { left: number; right: number; value: boolean; touches: boolean }[] = [];
  for (const line of groupBy(group, ({ lineIndex }) => lineIndex).values()) {
    line.sort((a, b) => a.box[0] - b.box[0]);
    line.slice(1).forEach((chunk, index) => {
      const before = line[index] as Chunk;
      const gap = chunk.box[0] - before.box[2];
      const middle = (before.box[2] + chunk.box[0]) / 2;
      if (gap > 0) gaps.push({ left: before.box[2], right: chunk.box[0], value: isValue(before) || isValue(chunk), touches: false });
      else if (gap > -STICKS_OUT * chunk.fontSize && isValue(before) && isValue(chunk))
        gaps.push({ left: middle - TOUCH_WIDTH / 2, right: middle + TOUCH_WIDTH / 2, value: true, touches: true });
    });
  }
  let best: { at: number; crossed: Chunk[]; score: number } | undefined;
  const places = [...gaps.flatMap(({ left, right }) => [Math.ceil(left), Math.floor(right)]), ...group.flatMap(narrowGaps)];
  for (const at of new Set(places)) {
    const free = gaps.filter(({ left, right }) => left < at && at < right);
    const over = group.filter((chunk) => reachesOver(chunk, at, TOUCHING) && partAt(chunk, at).length === 1);
    const sticking = over.filter((chunk) => !reachesOver(chunk, at, STICKS_OUT));
    const figures = sticking.filter(isValue).length;
    const isTolerable = figures <= free.filter(({ touches }) => touches).length && sticking.length <= free.length;
    const crossed = isTolerable ? over.filter((chunk) => !sticking.includes(chunk)) : over;
    const amounts = free.filter(({ value }) => value).length;
    const allowed = Math.max(CROSSED * free.length, amounts >= 2 ? 1 : 0);
    if (crossed.length > allowed || crossed.some(isValue)) continue;
    if (free.length < 2 && amounts === 0) continue;
    const score = free.length - crossed.length / CROSSED;
    if (!best || score > best.score) best = { at, crossed, score };
  }
  return best;
}

function reachesOver({ box, fontSize }: Chunk, at: number, ems: number): boolean {
  return box[0] < at - ems * fontSize && box[2] > at + ems * fontSize;
}

/** Middles of the gaps within a chunk. */
function narrowGaps({ glyphs, fontSize }: Chunk): number[] {
  return glyphs.slice(1).flatMap(({ box }, index) => {
    const before = glyphs[index]?.box[2] ?? box[0];
    return box[0] - before >= NARROW_GAP * fontSize ? [(before + box[0]) / 2] : [];
  });
}

function partAt(chunk: Chunk, at: number): Chunk[] {
  return splitChunk(chunk, (left, right) => left < at && at < right && right - left >= NARROW_GAP * chunk.fontSize);
}
