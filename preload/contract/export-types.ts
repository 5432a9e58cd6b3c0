import type { Failure } from './failure.ts';
import type { ArticleId, ListScope } from './library-types.ts';
import type { ListSort } from './list-types.ts';
import type { SearchSort } from './search-types.ts';

export const exportFormats = ['pdf', 'epub', 'html', 'markdown', 'text'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const paperNames = ['a4', 'letter', 'a5', 'e-reader'] as const;
export type PaperName = (typeof paperNames)[number];

export const marginNames = ['narrow', 'normal', 'wide'] as const;
export type MarginName = (typeof marginNames)[number];

export const exportFonts = ['serif', 'sans'] as const;
export type ExportFont = (typeof exportFonts)[number];

/** What of an article goes to the clipboard; 'link': the address of the original. */
export const copyForms = ['markdown', 'quotation', 'title', 'link'] as const;
export type CopyForm = (typeof copyForms)[number];

/** What is written, in the order of the list that it stands for. */
export type ExportSelection =
  | { readonly kind: 'articles'; readonly ids: readonly ArticleId[] }
  /** A section, an archive, all bookmarks, everything: newest first unless said; without `except`. */
  | { readonly kind: 'scope'; readonly scope: ListScope; readonly sort?: ListSort; readonly except?: readonly ArticleId[] }
  | { readonly kind: 'search'; readonly query: string; readonly sort: SearchSort; readonly except?: readonly ArticleId[] };

/** How pages look; for PDF alone, but for the font, which HTML and EPUB take too. */
export interface PageOptions {
  readonly paper: PaperName;
  readonly margins: MarginName;
  readonly columns: 1 | 2;
  readonly font: ExportFont;
  /** Of the text, in points: 7 to 24. */
  readonly fontSizePoints: number;
  /** Title, source and day at the head of each page but an article's first. */
  readonly hasHeader: boolean;
  /** "page n of m" at the foot. */
  readonly hasFooter: boolean;
}

export interface ExportOptions {
  readonly format: ExportFormat;
  /** One document of all articles, or a file for each. */
  readonly arrangement: 'combined' | 'separate';
  /** A combined document of more is split into volumes; 1 to 1,000. */
  readonly articlesPerVolume: number;
  /** Of a combined document; null for that of its only article, or one made of what was chosen. */
  readonly title: string | null;
  /** For the files of `separate`: `{title}`, `{date}`, `{source}` and `{number}` are filled in. */
  readonly fileNames: string;
  /** Only documents of several articles have a cover and a table of contents. */
  readonly hasCover: boolean;
  readonly hasContents: boolean;
  readonly hasPictures: boolean;
  /** Chinese in the script it was published in, whichever it is shown in. */
  readonly isAsPublished: boolean;
  /** Whether the file says on which day it was made; never at what time. */
  readonly isDayKept: boolean;
  readonly page: PageOptions;
}

const pageDefaults: PageOptions = {
  paper: 'a4',
  margins: 'normal',
  columns: 1,
  font: 'serif',
  fontSizePoints: 11,
  hasHeader: true,
  hasFooter: true,
};

/** Printing needs memory for every page of a volume at once; the other formats are written piece by piece. */
const volumeOf: Readonly<Record<ExportFormat, number>> = { pdf: 150, epub: 1_000, html: 1_000, markdown: 1_000, text: 1_000 };

export function defaultExportOptions(format: ExportFormat): ExportOptions {
  return {
    format,
    arrangement: 'combined',
    articlesPerVolume: volumeOf[format],
    title: null,
    fileNames: '{date} {title}',
    hasCover: true,
    hasContents: true,
    hasPictures: true,
    isAsPublished: false,
    isDayKept: false,
    page: pageDefaults,
  };
}

/** Counts are of articles. */
export interface ExportProgress {
  readonly stage: 'reading' | 'writing';
  readonly done: number;
  readonly total: number;
}

/** Where an export stands, told to all windows; `id` is the choice of the one that asked. */
export type ExportNews =
  /** The place is chosen: it waits for its turn. `name`: of the file, or of the folder of several. */
  | { readonly id: string; readonly stage: 'waiting'; readonly name: string }
  /** Its turn has come. */
  | { readonly id: string; readonly stage: 'begun' }
  | ({ readonly id: string } & ExportProgress);

export interface FailedExport {
  readonly id: ArticleId;
  /** null where not even that is known any more. */
  readonly title: string | null;
  readonly failure: Failure;
}

export interface ExportReport {
  /** Absolute paths, in their order. */
  readonly files: readonly string[];
  /** Articles that are in the files. */
  readonly articles: number;
  /** Left out, with why; the rest is written. */
  readonly failed: readonly FailedExport[];
  readonly bytes: number;
  /** What ended it before all was written, such as a full disk; null where nothing did. The files that are named are whole. */
  readonly endedBy: Failure | null;
}
