import type { Failure } from './failure.ts';

/** `<archive id>:<path of the page>`, for example `goodnews:pages/soh6/516449.md`; the archive id holds no colon. */
export type ArticleId = string;
/** `<archive id>:<path of the index page or folder>`. */
export type SectionId = string;
/** BCP 47, for example `zh-Hans`, `zh-Hant`, `en`; `und` where it could not be told. */
export type LanguageTag = string;
/** `YYYY-MM-DD`. */
export type Day = string;

export interface ArchiveSummary {
  readonly id: string;
  readonly name: string;
  /** The preferred origin as the reader gave it; `offprint:handbook` for the handbook that comes with the application. */
  readonly origin: string;
  /** Other places of the same archive, asked in this order where the preferred one does not answer. */
  readonly mirrors: readonly string[];
  /** Identifier of the newest state that is complete in the library: a commit id, or a digest for a folder. */
  readonly head: string | null;
  readonly articles: number;
  readonly lastSyncedAt: string | null;
  readonly picturePolicy: PicturePolicy;
  /** The failure of the last sync, if it ended in one. */
  readonly lastFailure: Failure | null;
}

/** Which pictures are fetched when an archive is synced: all, those of what was opened or bookmarked, or only those asked for. */
export type PicturePolicy = 'all' | 'opened' | 'none';

/** What of an archive is in the library, and what is not, with the reason. */
export interface Completeness {
  readonly archive: string;
  /** No sync has come to its end, or the last one broke off: there are pages that are not counted here, and a sync brings them. */
  readonly isUnfinished: boolean;
  /** Pages that could be read, of all that came. */
  readonly pages: { readonly stored: number; readonly total: number };
  readonly failedPages: readonly PageFailure[];
  readonly pictures: {
    readonly stored: number;
    readonly storedBytes: number;
    /** In the queue: the next sync asks for them. */
    readonly waiting: number;
    /** Not stored, most first. */
    readonly missing: readonly MissingPictures[];
  };
}

export interface MissingPictures {
  /** A key of `completeness.reasons` in the catalogue. */
  readonly reason: PictureReason;
  readonly count: number;
}

/** Why a picture is not stored. The first four are for good; what is behind them may be had another time. */
export type PictureReason =
  | 'tracker'
  | 'furniture'
  | 'too-large'
  | 'too-many-pixels'
  | 'not-a-picture'
  | 'damaged'
  | 'unsafe-address'
  | 'not-found'
  | 'forbidden'
  | 'too-many-requests'
  | 'server-failed'
  | 'bad-response'
  | 'host-not-found'
  | 'connection-failed'
  | 'timed-out'
  | 'tls-failed';

/** A version of an article's page that its archive has replaced since. */
export interface EarlierVersion {
  readonly version: number;
  /** ISO 8601, UTC: when the library replaced it. */
  readonly replacedAt: string;
}

export interface SectionSummary {
  readonly id: SectionId;
  readonly archive: string;
  readonly name: string;
  /** Heading under which the archive's front page lists the section; null where it has none. */
  readonly group: string | null;
  readonly articles: number;
}

/** What a row of the list shows. */
export interface ArticleSummary {
  readonly id: ArticleId;
  readonly archive: string;
  readonly path: string;
  readonly title: string;
  readonly titleLanguage: LanguageTag;
  readonly publishedOn: Day;
  readonly isDateEstimated: boolean;
  readonly source: string | null;
  readonly byline: string | null;
  readonly sections: readonly string[];
  readonly topics: readonly string[];
  readonly originalUrl: string | null;
  readonly language: LanguageTag;
  /** The first sentences of the body, at most 200 UTF-16 code units. */
  readonly excerpt: string;
  readonly readingMinutes: number;
  readonly isRemovedUpstream: boolean;
  readonly isBookmarked: boolean;
  readonly isRead: boolean;
  /** Of the article's pictures the first that is stored; only in lists, and only where the reader wants pictures in them. */
  readonly firstPicture?: FirstPicture;
}

/** By what it is served: 64 hexadecimal digits. */
export interface FirstPicture {
  readonly sha256: string;
}

export interface ArticlePicture {
  readonly url: string;
  readonly alt: string;
  readonly isStored: boolean;
}

/** Where a link leads in the library as it is now; all null where it leads out of it, or nowhere. */
export interface LinkTarget {
  readonly articleId: ArticleId | null;
  /** Of the section whose own page the link leads to. */
  readonly sectionId: SectionId | null;
  /** Of the archive whose front page the link leads to. */
  readonly archiveId: string | null;
  /** Id of a place in the article's document. */
  readonly anchor: string | null;
  /** Web address of the Git repository that holds the page, where that could be added as an archive. */
  readonly repository: string | null;
}

export interface ArticleLink {
  readonly text: string;
  readonly url: string;
  /** The article in the library that the link leads to, if it is there. */
  readonly articleId: ArticleId | null;
}

/** A place of an article's document. */
export interface ReadingPlace {
  /** Id of the block at the upper edge. */
  readonly anchor: string;
  /** 0 at the beginning, 1 at the end. */
  readonly progress: number;
}

export interface PlaceInArticle extends ReadingPlace {
  /** `anchor` of the entry of the outline that this is under; null before the first. */
  readonly heading: string | null;
}

/** A heading of the article. */
export interface OutlineEntry {
  /** 2 to 6; the title of the article is level 1. */
  readonly level: number;
  readonly text: string;
  /** Id of the heading in the article's document. */
  readonly anchor: string;
}

export interface ArticleDetail extends ArticleSummary {
  readonly editor: string | null;
  /** Of a series: 12 for "Issue 12". */
  readonly issueNumber: number | null;
  /** Characters of scripts that are counted by character, and words of all others. */
  readonly characters: number;
  readonly words: number;
  /** The newest first; empty where the page never changed. */
  readonly earlierVersions: readonly EarlierVersion[];
  readonly outline: readonly OutlineEntry[];
  readonly pictures: readonly ArticlePicture[];
  readonly links: readonly ArticleLink[];
}

export type ListScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'bookmarked' }
  | { readonly kind: 'removed' }
  /** `asOfMs`: what was read after that moment still belongs to it, so that a list does not move under whoever reads it. */
  | { readonly kind: 'unread'; readonly asOfMs?: number }
  /** What the reader opened, the last first. */
  | { readonly kind: 'history' }
  | { readonly kind: 'archive'; readonly archiveId: string }
  | { readonly kind: 'section'; readonly sectionId: SectionId }
  /** By the very name that the articles have. */
  | { readonly kind: 'source'; readonly name: string }
  | { readonly kind: 'topic'; readonly name: string }
  /** One of the reader's own. */
  | { readonly kind: 'tag'; readonly name: string }
  /** `month`: 1 to 12; without it the whole year. */
  | { readonly kind: 'period'; readonly year: number; readonly month?: number };

export interface ArticlePage {
  readonly total: number;
  readonly rows: readonly ArticleSummary[];
}

export interface LibraryCounts {
  readonly all: number;
  readonly unread: number;
  readonly bookmarked: number;
  readonly removed: number;
}

/** A source or a topic. `label` is the name as it is shown, in the script that the reader chose. */
export interface NamedCount {
  readonly name: string;
  readonly label: string;
  readonly articles: number;
}

export interface MonthCount {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly articles: number;
}

export interface LibraryOverview {
  readonly archives: readonly ArchiveSummary[];
  readonly sections: readonly SectionSummary[];
  /** Those that most articles have, at most 200. */
  readonly sources: readonly NamedCount[];
  readonly topics: readonly NamedCount[];
  /** Those with articles, the newest first. */
  readonly months: readonly MonthCount[];
  readonly counts: LibraryCounts;
}

export interface MarkedAsRead {
  /** How many were not read before. */
  readonly articles: number;
  /** What `articles.unmarkRead` takes them back by. */
  readonly atMs: number;
}

export interface PageFailure {
  readonly path: string;
  readonly code: Failure['code'];
  readonly message: string;
}

export interface SyncReport {
  readonly archive: string;
  readonly head: string | null;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly failed: readonly PageFailure[];
  readonly bytesDown: number;
  readonly bytesUp: number;
  readonly seconds: number;
  readonly pictures: { readonly stored: number; readonly missing: number };
  /** Of several origins the one that gave the newest state, by its place in the list, from 0. */
  readonly answeredAt?: number;
  /** Set where the sync of this archive ended in a failure; what was stored until then stays. */
  readonly failure: Failure | null;
}

export interface SyncLogEntry {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Of the pages that failed, the first twenty. */
  readonly report: SyncReport;
}

/** Counts are of pages while fetching and rereading (from what is kept, with a newer parser), of articles while indexing. */
export type SyncProgress =
  | { readonly stage: 'connecting'; readonly archive: string }
  | { readonly stage: 'listing'; readonly archive: string; readonly bytesDown: number }
  | {
      readonly stage: 'fetching';
      readonly archive: string;
      readonly done: number;
      readonly total: number;
      readonly bytesDown: number;
    }
  | { readonly stage: 'rereading'; readonly archive: string; readonly done: number; readonly total: number }
  | {
      readonly stage: 'pictures';
      readonly archive: string;
      readonly done: number;
      readonly total: number;
      readonly bytesDown: number;
    }
  | { readonly stage: 'indexing'; readonly archive: string; readonly done: number; readonly total: number }
  | { readonly stage: 'finished'; readonly archive: string; readonly report: SyncReport };
