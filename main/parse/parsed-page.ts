/** Shapes of what `parse/` takes and gives. All of it is plain data that survives structured cloning. */

export interface PageInput {
  /** Path inside the archive, `/`-separated, as published. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Day of the commit that brought the page (`YYYY-MM-DD`): the date of last resort, marked as estimated. */
  readonly fallbackDay: string;
  /** Fingerprints of blocks that recur across the archive (`repeatable`): left out of the article. */
  readonly furniture?: ReadonlySet<number>;
}

export interface ParsedPicture {
  /** Absolute http(s) address, or a path inside the archive. */
  readonly url: string;
  readonly alt: string;
}

export interface ParsedLink {
  readonly text: string;
  /** Absolute http(s)/mailto address; `page:<path>[#fragment]` for a page of the same archive; `#fragment`. */
  readonly url: string;
}

export interface ParsedArticle {
  readonly title: string;
  readonly titleLanguage: string;
  readonly language: string;
  readonly publishedOn: string;
  readonly isDateEstimated: boolean;
  readonly source: string | null;
  /** Who wrote it, as the page says. */
  readonly byline: string | null;
  /** Who edited it, as the page says. */
  readonly editor: string | null;
  /** Of a series: 12 for "Issue 12" or `第十二期`. */
  readonly issueNumber: number | null;
  readonly originalUrl: string | null;
  readonly topics: readonly string[];
  /** NFC plain text of the body: one line per block, no white space between Chinese characters, title not included. */
  readonly text: string;
  readonly excerpt: string;
  readonly readingMinutes: number;
  /** Of `text`: characters of scripts that are counted by character (Han, kana, hangul). */
  readonly characters: number;
  /** Of `text`: words of scripts that write spaces. */
  readonly words: number;
  /**
   * Canonical, sanitised HTML of the body, without the title. Links are `<a href>` with the url of `links`; a picture is
   * `<img data-picture="N" alt="...">` where N is its place in `pictures` (there is no src: nothing can be fetched by it).
   */
  readonly html: string;
  readonly pictures: readonly ParsedPicture[];
  readonly links: readonly ParsedLink[];
}

export interface ParsedIndexEntry {
  readonly title: string;
  /** Path inside the archive that the entry leads to, query and fragment removed. */
  readonly path: string;
}

export interface ParsedIndexGroup {
  readonly heading: string | null;
  readonly entries: readonly ParsedIndexEntry[];
}

/** A page whose business is to list others: a front page (README) that groups sections, or a section's own index. */
export interface ParsedIndex {
  readonly title: string;
  readonly groups: readonly ParsedIndexGroup[];
}

/** A block that is furniture if it recurs across the archive: it leads elsewhere, or shows a picture. */
export interface RepeatableBlock {
  /** Of its words, links and pictures; a safe integer. */
  readonly fingerprint: number;
  /** Says something besides: it must recur far more often to be furniture. */
  readonly hasWords: boolean;
}

export interface ParsedPage {
  /** Null where the page is nothing but a list of others. */
  readonly article: ParsedArticle | null;
  /** Null where the page lists no other page. */
  readonly index: ParsedIndex | null;
  /** Blocks of the article, furniture that was left out included. */
  readonly repeatable: readonly RepeatableBlock[];
}

export type ParseFailureCode = 'page-not-text' | 'page-too-large' | 'page-unreadable';

export type ParseResult =
  | { readonly ok: true; readonly page: ParsedPage }
  | { readonly ok: false; readonly code: ParseFailureCode; readonly message: string };

export type ParsePage = (input: PageInput) => ParseResult;
