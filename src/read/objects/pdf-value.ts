/** A name of PDF without its slash, `#` escapes undone. */
export class PdfName {
  constructor(readonly name: string) {}
}

/** `7 0 R`: the object with this number. */
export class PdfReference {
  constructor(readonly objectNumber: number) {}
}

/** A string as it stands in the file, without its brackets. */
export class PdfString {
  constructor(
    readonly source: Uint8Array,
    readonly notation: "literal" | "hexadecimal",
  ) {}
}

/** A dictionary and the data behind it, which may be encrypted and are behind filters. */
export class PdfStream {
  constructor(
    readonly dictionary: PdfDictionary,
    /** Where in the file the data begin. */
    readonly from: number,
    /** The indirect object that it is, or is part of. */
    readonly owner: ObjectId,
  ) {}
}

export interface ObjectId {
  readonly objectNumber: number;
  readonly generation: number;
}

export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** What stands in a file as the value of an object or within one. A word that is no value is null. */
export type PdfValue = number | boolean | null | PdfName | PdfReference | PdfString | PdfStream | PdfDictionary | readonly PdfValue[];

/** The dictionary, of a stream too; an empty one where the value is none. */
export function dictionaryOf(value: PdfValue): PdfDictionary {
  return value instanceof PdfStream ? value.dictionary : value instanceof Map ? value : noEntries;
}

const noEntries: PdfDictionary = new Map();

export function isArray(value: PdfValue): value is readonly PdfValue[] {
  return Array.isArray(value);
}

export function isName(value: PdfValue | undefined, name: string): boolean {
  return value instanceof PdfName && value.name === name;
}
