/** Text and the page that prints it. */
export interface PrintedText {
  /** undefined for text input that does not tell pages apart. */
  readonly page: number | undefined;
  readonly text: string;
}

/** The words of a page as the input has them, before anything was made of them. */
export interface PrintedPage {
  /** Whether the words have places on a page, or are those of a text. */
  readonly kind: "positioned" | "text";
  readonly page: number | undefined;
  readonly words: readonly string[];
}
