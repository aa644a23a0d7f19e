import { groupBy } from "../model/group-by.ts";
import type { ReadLine } from "./read-line.ts";
import type { InkBox } from "./text-blobs.ts";
import { around, type TextLine } from "./text-lines.ts";

/** In heights of the page's characters: figures are about three quarters as high as these; what is lower is a dash or dirt. */
const lowestFigure = 0.5;

/** Where ink stands that can be a figure or a word and of which nothing was read: one box for each part of the page that the rulings bound. */
export function unreadPrint(read: readonly ReadLine[], characterHeight: number): InkBox[] {
  const unread = read.flatMap(({ line, characters }) => (characters.length === 0 && canBeFigure(line, characterHeight) ? [line] : []));
  return [...groupBy(unread, ({ part }) => part).values()].map(around);
}

function canBeFigure({ top, bottom }: TextLine, characterHeight: number): boolean {
  return bottom - top >= lowestFigure * characterHeight;
}
