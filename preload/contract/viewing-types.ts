/** A picture of an article that is stored. */
export interface ViewedPicture {
  /** Which of all pictures of the text, from 0. */
  readonly place: number;
  /** 64 hexadecimal digits: the name by which it is served. */
  readonly sha256: string;
  /** In px. */
  readonly width: number;
  readonly height: number;
  /** What it shows, in words; empty where nothing says it. */
  readonly alt: string;
  /** Empty for none. */
  readonly caption: string;
}

export interface PicturesOfArticle {
  /** Of the words, BCP 47. */
  readonly language: string;
  readonly pictures: readonly ViewedPicture[];
}

export type NoteStyle = 'plain' | 'strong' | 'emphasis' | 'code';

/** A piece of a note's text. */
export interface NoteRun {
  readonly text: string;
  readonly style: NoteStyle;
  /** Where it leads, as in the event `article.linkFollowed`; null for no link. */
  readonly link: string | null;
}

export interface NoteOfArticle {
  /** As its mark is written, without brackets. */
  readonly name: string;
  /** Id of the note in the article's document. */
  readonly anchor: string;
  /** Of the words, BCP 47. */
  readonly language: string;
  readonly paragraphs: readonly (readonly NoteRun[])[];
}

/** Where something stands in the frame, in px from its upper left corner. */
export interface BoxInFrame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
