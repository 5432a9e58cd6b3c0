/** A paragraph, heading, item or cell of an article as it is shown, without code and without the marks of footnotes. */
interface SpokenBlock {
  /** Every white space in it is a plain space. */
  readonly text: string;
  /** BCP 47; empty where the document does not say. */
  readonly language: string;
}

/** What can be read aloud of the article that is shown. */
export interface SpokenText {
  readonly blocks: readonly SpokenBlock[];
  /** Of the article. */
  readonly language: string;
  /** Where the selection begins, or else the first block that is seen; the offset is one of UTF-16 code units in its text. */
  readonly start: { readonly block: number; readonly offset: number };
}

/** A part of one block of a `SpokenText`. */
export interface SpokenPassage {
  /** Place of the block among all. */
  readonly block: number;
  /** Offsets in the text of the block. */
  readonly start: number;
  readonly end: number;
  /** What stands there: another document may be shown by now. */
  readonly text: string;
}
