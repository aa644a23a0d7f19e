import type { NarrativeFigure, NarrativeSection } from "../model/narrative.ts";

/** The figures that the explanatory part states. */
export function narrativeFigures(_sections: readonly NarrativeSection[]): NarrativeFigure[] {
  return [];
}
