import type { GreyPicture } from "./grey-picture.ts";

/** Where ink ends and paper begins in an evenly lit picture. */
export interface InkLevels {
  /** Darker is print: halfway between ink and paper. */
  readonly print: number;
  /** Darker is print, or the thin stroke of a print that is only grey. */
  readonly stroke: number;
  /** Darker is no mere noise of the paper: enough for a thin or grey ruling, which is longer than noise can be. */
  readonly trace: number;
}

/** Paper is brighter than this where it is lit evenly. */
const brightPaper = 200;
/** What is darker than this is print, however noisy the paper. */
const darkest = 60;
/** How far from paper a trace is, at least, and how many times the noise of the paper. */
const leastTrace = 24;
const timesNoise = 3;
/** How far from print to paper the grey of a thin stroke goes. */
const thinStroke = 0.4;

/** Levels between ink and paper, from how often each brightness occurs. */
export function inkLevels({ data }: GreyPicture): InkLevels {
  const counts = new Float64Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  const print = Math.max(darkest, Math.min(brightPaper, halfway(counts)));
  let paper = 255;
  for (let value = brightPaper; value <= 255; value++) if ((counts[value] ?? 0) > (counts[paper] ?? 0)) paper = value;
  const noise = noiseBelow(counts, paper, print);
  const trace = Math.max(print, paper - Math.max(leastTrace, timesNoise * noise));
  return { print, stroke: Math.min(trace, print + thinStroke * (paper - print)), trace };
}

/** How far paper reaches below its usual brightness: half of what is darker than usual and still paper lies within 0.67 of it. */
function noiseBelow(counts: Float64Array, paper: number, print: number): number {
  let darker = 0;
  for (let value = print; value < paper; value++) darker += counts[value] ?? 0;
  let rest = darker / 2;
  for (let value = paper - 1; value >= print; value--) {
    rest -= counts[value] ?? 0;
    if (rest <= 0) return (paper - value) / 0.67;
  }
  return 0;
}

/** The brightness that parts dark and bright pixels so that either are most alike (Otsu). */
function halfway(counts: Float64Array): number {
  let total = 0;
  let sum = 0;
  for (let value = 0; value < 256; value++) {
    total += counts[value] ?? 0;
    sum += value * (counts[value] ?? 0);
  }
  let best = 128;
  let last = 128; // of the equally good ones
  let most = 0;
  let dark = 0;
  let darkSum = 0;
  for (let value = 0; value < 255; value++) {
    dark += counts[value] ?? 0;
    darkSum += value * (counts[value] ?? 0);
    if (dark === 0 || dark === total) continue;
    const apart = darkSum / dark - (sum - darkSum) / (total - dark);
    const between = dark * (total - dark) * apart * apart;
    if (between > most) [best, most] = [value + 1, between];
    if (between === most) last = value + 1;
  }
  return (best + last) >> 1;
}
