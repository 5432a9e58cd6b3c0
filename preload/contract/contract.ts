import * as v from 'valibot';
import { type CommandId, commandIds } from './commands.ts';
import { pictureWidths, readingRanges } from './default-settings.ts';
import type { ExportNews } from './export-types.ts';
import type {
  ArchiveSummary,
  ArticleDetail,
  ArticlePage,
  Completeness,
  LibraryCounts,
  LibraryOverview,
  LinkTarget,
  PlaceInArticle,
  ReadingPlace,
  SyncLogEntry,
  SyncProgress,
  SyncReport,
} from './library-types.ts';
import type { TagCount } from './tag-types.ts';
import type { RecentSearch, SavedSearch, SearchAnswer, SearchFacets, SearchOffer, SearchSuggestion } from './search-types.ts';
import { aloudCalls } from './aloud-calls.ts';
import { answering, nothing, place, shortText } from './call-definition.ts';
import { exportCalls } from './export-calls.ts';
import { archiveId, archiveIds, libraryId, listScope, syncWish } from './library-inputs.ts';
import { listCalls } from './list-calls.ts';
import { listDensities, listSorts } from './list-types.ts';
import { markCalls } from './mark-calls.ts';
import { networkCalls } from './network-calls.ts';
import type { NetworkStage } from './network-types.ts';
import { isPictureTemplate } from './picture-template.ts';
import type { Settings } from './settings-types.ts';
import { tagCalls } from './tag-calls.ts';
import { viewingCalls } from './viewing-calls.ts';
import { type Connection, hideKeys } from './privacy-types.ts';
import type { StorageCheck, StorageReport } from './storage-types.ts';
import type { UpdateStatus } from './update-types.ts';

/**
 * Every call and every event between the window and the main side, once. The types of both sides, the bridge, the
 * handlers' table and the tests are derived from these two values; nothing is listed a second time.
 */

const searchText = v.pipe(v.string(), v.maxLength(10_000));
const savedText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1_000));
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const limit = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(500));

const within = ([smallest, largest]: readonly [number, number, number]): v.GenericSchema<number> =>
  v.pipe(v.number(), v.minValue(smallest), v.maxValue(largest));
const readingChange = v.strictObject({
  font: v.exactOptional(v.picklist(['serif', 'sans', 'system'])),
  textSize: v.exactOptional(within(readingRanges.textSize)),
  lineHeight: v.exactOptional(within(readingRanges.lineHeight)),
  measure: v.exactOptional(within(readingRanges.measure)),
  paragraphSpacing: v.exactOptional(within(readingRanges.paragraphSpacing)),
  isJustified: v.exactOptional(v.nullable(v.boolean())),
  script: v.exactOptional(v.picklist(['published', 'zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK'])),
});

const listChange = v.strictObject({
  density: v.exactOptional(v.picklist(listDensities)),
  sort: v.exactOptional(v.picklist(listSorts)),
  hasPictures: v.exactOptional(v.boolean()),
});

const scheduleChange = v.strictObject({
  when: v.exactOptional(v.picklist(['asked', 'start', 'hours'])),
  everyHours: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(168))),
  isSparing: v.exactOptional(v.boolean()),
});

/** Ids of commands that this version does not know are kept: another version may. */
const shortcutChoices = v.record(
  v.pipe(v.string(), v.maxLength(100)),
  v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(60))), v.maxLength(8), v.readonly()),
);

export const calls = {
  'library.overview': answering<LibraryOverview>()(nothing),
  'articles.list': answering<ArticlePage>()(
    v.strictObject({ scope: listScope, sort: v.exactOptional(v.picklist(listSorts)), offset, limit }),
  ),
  'articles.show': answering<ArticleDetail>()(v.strictObject({ id: libraryId })),
  'articles.bookmark': answering<null>()(v.strictObject({ id: libraryId, isBookmarked: v.boolean() })),
  /** `isOpened`: the article is before the reader, and in the history from now on. */
  'articles.markRead': answering<null>()(
    v.strictObject({ id: libraryId, isRead: v.boolean(), isOpened: v.exactOptional(v.boolean()) }),
  ),
  ...markCalls,
  'search.run': answering<SearchAnswer>()(
    v.strictObject({ query: searchText, sort: v.picklist(['newest', 'relevance']), offset, limit }),
  ),
  /** Above a cap `search.run` says only "or more": this counts to the end. */
  'search.count': answering<{ readonly total: number }>()(v.strictObject({ query: searchText })),
  'search.facets': answering<SearchFacets>()(v.strictObject({ query: searchText })),
  /** For a search that found nothing: others near it that do, the most useful first. */
  'search.offers': answering<readonly SearchOffer[]>()(v.strictObject({ query: searchText })),
  'search.suggest': answering<readonly SearchSuggestion[]>()(
    v.strictObject({ text: searchText, limit: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(20)) }),
  ),
  'search.saved': answering<readonly SavedSearch[]>()(nothing),
  /** Saved under a name of the reader's; saving the same search again renames it. */
  'search.save': answering<readonly SavedSearch[]>()(v.strictObject({ query: savedText, name: savedText })),
  'search.unsave': answering<readonly SavedSearch[]>()(v.strictObject({ id: savedText })),
  'search.history': answering<readonly RecentSearch[]>()(nothing),
  /** Kept on this machine only, the newest 100; said when a search was submitted or one of its hits was opened. */
  'search.remember': answering<null>()(v.strictObject({ query: savedText })),
  /** One search of the history, or all of it. */
  'search.forget': answering<null>()(v.strictObject({ query: v.nullable(savedText) })),
  /** How many places of an article a search marks, in the article as it is now or in an earlier version of it. */
  'articles.countMarks': answering<{ readonly marks: number }>()(
    v.strictObject({
      id: libraryId,
      find: searchText,
      /** The very characters are looked for, rather than what a search means. */
      isLiteral: v.exactOptional(v.boolean()),
      version: v.exactOptional(v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0)))),
    }),
  ),
  'archives.add': answering<ArchiveSummary>()(
    v.strictObject({
      origin: place,
      mirrors: v.exactOptional(v.pipe(v.array(place), v.maxLength(20))),
      name: v.exactOptional(shortText),
    }),
  ),
  /** The preferred one first; articles and what the reader did with them stay. */
  'archives.setOrigins': answering<ArchiveSummary>()(
    v.strictObject({ archiveId, origins: v.pipe(v.array(place), v.minLength(1), v.maxLength(20)) }),
  ),
  'archives.setPicturePolicy': answering<null>()(v.strictObject({ archiveId, policy: v.picklist(['all', 'opened', 'none']) })),
  'archives.completeness': answering<Completeness>()(v.strictObject({ archiveId })),
  /** What the last syncs did, the newest first. */
  'archives.syncLog': answering<readonly SyncLogEntry[]>()(v.strictObject({ archiveId })),
  /** Parses again what could not be read and asks again for the pictures that are missing. */
  'archives.retryMissing': answering<Completeness>()(v.strictObject({ archiveId })),
  /** Writes the archive into one file where the reader chooses; null where the reader chose none. */
  'archives.share': answering<{ readonly path: string } | null>()(v.strictObject({ archiveId })),
  /** Lets the reader choose a file or folder that holds an archive; null where the reader chose none. */
  'archives.choosePlace': answering<{ readonly origin: string } | null>()(
    v.strictObject({ kind: v.picklist(['file', 'folder']) }),
  ),
  /** Asks for one picture of an article; true where it is stored now. */
  'pictures.fetch': answering<boolean>()(
    v.strictObject({ id: libraryId, url: v.pipe(v.string(), v.minLength(1), v.maxLength(10_000)) }),
  ),
  /** Where reading of an article stopped the last time; null for the beginning. */
  'reading.stoppedAt': answering<ReadingPlace | null>()(v.strictObject({ id: libraryId })),
  /** Where the frame that shows the article stands now, which is kept; null where no frame shows it. */
  'reading.place': answering<PlaceInArticle | null>()(v.strictObject({ id: libraryId })),
  ...aloudCalls,
  ...networkCalls,
  'updates.read': answering<UpdateStatus>()(nothing),
  /** How new versions are looked for, and where first. */
  'updates.choose': answering<UpdateStatus>()(
    v.strictObject({
      choice: v.exactOptional(v.picklist(['off', 'notify', 'automatic'])),
      mirrors: v.exactOptional(v.pipe(v.array(v.pipe(place, v.regex(/^https?:\/\//iu))), v.maxLength(20))),
    }),
  ),
  'updates.check': answering<UpdateStatus>()(nothing),
  'updates.download': answering<UpdateStatus>()(nothing),
  /** Ends a check or a download. */
  'updates.cancel': answering<UpdateStatus>()(nothing),
  /** Lets the reader choose a package, verifies it and has it ready. */
  'updates.takeFile': answering<UpdateStatus>()(nothing),
  /** Hands the verified version to the installer and ends the application. */
  'updates.install': answering<UpdateStatus>()(nothing),
  'archives.remove': answering<null>()(v.strictObject({ archiveId })),
  'sync.run': answering<readonly SyncReport[]>()(v.strictObject({ archiveIds: v.exactOptional(archiveIds) })),
  /** What the reader paused and has not gone on with: no schedule begins it. A window says it first when it opens; null: all archives. */
  'sync.hold': answering<null>()(v.strictObject({ wishes: v.pipe(v.array(syncWish), v.maxLength(1_000)) })),
  /** Ends what goes on in the background: what the schedule began, pictures that are fetched; what was brought stays. */
  'sync.stopScheduled': answering<null>()(nothing),
  ...exportCalls,
  ...listCalls,
  ...tagCalls,
  ...viewingCalls,
  'settings.read': answering<Settings>()(nothing),
  'settings.change': answering<Settings>()(
    v.strictObject({
      theme: v.exactOptional(v.picklist(['system', 'light', 'sepia', 'dark', 'black', 'contrast'])),
      language: v.exactOptional(v.nullable(v.picklist(['en', 'zh-Hans', 'zh-Hant']))),
      reading: v.exactOptional(readingChange),
      list: v.exactOptional(listChange),
      schedule: v.exactOptional(scheduleChange),
      shortcuts: v.exactOptional(shortcutChoices),
      pictureTemplates: v.exactOptional(
        v.pipe(v.array(v.pipe(place, v.check(isPictureTemplate))), v.maxLength(10), v.readonly()),
      ),
      pictureWidth: v.exactOptional(v.nullable(v.picklist(pictureWidths))),
      isTitleNeutral: v.exactOptional(v.boolean()),
      isNeverOpeningLinks: v.exactOptional(v.boolean()),
      quickHideKey: v.exactOptional(v.nullable(v.picklist(hideKeys))),
    }),
  ),
  /** Every host that the application has talked to since it was started, the last one first. Kept in memory alone. */
  'connections.list': answering<readonly Connection[]>()(nothing),
  /** Deletes the whole library and ends the application; the window has asked the reader before. */
  'library.wipe': answering<null>()(nothing),
  /** Opens a window that shows the article alone. */
  'window.openArticle': answering<null>()(v.strictObject({ id: libraryId })),
  /** In the window that the reader is in: the menu dims these commands and no other. */
  'window.disabledCommands': answering<null>()(
    v.strictObject({ commands: v.pipe(v.array(v.picklist(commandIds)), v.maxLength(commandIds.length), v.readonly()) }),
  ),
  'storage.read': answering<StorageReport>()(nothing),
  /** Compares the search index with the articles and makes it anew where they differ; no network. */
  'storage.check': answering<StorageCheck>()(nothing),
  /** Shows the folder of the library in the system's file manager. */
  'storage.openFolder': answering<null>()(nothing),
  /** Where a link that was followed on the page of the article `from` leads; `url` as in the event. */
  'links.resolve': answering<LinkTarget>()(v.strictObject({ from: libraryId, url: v.pipe(v.string(), v.maxLength(10_000)) })),
  /** Opens an http(s) or mailto address in the system's browser; the window has asked the reader before. */
  'links.openOutside': answering<null>()(v.strictObject({ url: v.pipe(v.string(), v.maxLength(10_000)) })),
} as const;

interface EventDefinition<Payload> {
  /** Never present at run time: carries the type of the payload. */
  readonly payload?: Payload;
}
const carrying = <Payload>(): EventDefinition<Payload> => ({});

export const events = {
  'sync.progress': carrying<SyncProgress>(),
  /** The machine goes to sleep, or woke a moment ago. */
  'power.changed': carrying<{ readonly isAsleep: boolean }>(),
  /** Articles, sections, archives or counts are not what they were: ask again. */
  'library.changed': carrying<{ readonly archive: string | null }>(),
  /** Bookmarks, read marks or the history changed, and nothing else. */
  'library.counted': carrying<LibraryCounts>(),
  /** The reader's tags are others, or on other articles. */
  'tags.changed': carrying<readonly TagCount[]>(),
  /** A link in the article, or on its page as published, was followed; `url` as in the article's `links`. */
  'article.linkFollowed': carrying<{ readonly url: string }>(),
  /** A link `offprint://add` was opened: to be asked about before anything is added or requested. */
  'archive.offered': carrying<{ readonly origin: string; readonly mirrors: readonly string[] }>(),
  /** Pages written of an archive that is being shared as a file. */
  'archive.shareProgress': carrying<{ readonly done: number; readonly total: number }>(),
  /** Of exports that wait or run. */
  'export.progress': carrying<ExportNews>(),
  /** A stage of the running test of the network was passed. */
  'network.stagePassed': carrying<{ readonly stage: NetworkStage }>(),
  /** The list of connections is longer, or its counts are higher. */
  'connections.changed': carrying<null>(),
  /** From a menu, or of a key that the main side caught. */
  'window.command': carrying<{ readonly command: CommandId }>(),
  /** The reader's key hid the windows. */
  'window.hidden': carrying<null>(),
  /** From the menu of a text that is selected: to be looked for in the whole library. */
  'search.asked': carrying<{ readonly text: string }>(),
  'settings.changed': carrying<Settings>(),
  'updates.changed': carrying<UpdateStatus>(),
} as const;

export type CallName = keyof typeof calls;
export type CallInput<Name extends CallName> = v.InferOutput<(typeof calls)[Name]['input']>;
export type CallOutput<Name extends CallName> =
  NonNullable<(typeof calls)[Name]['output']> extends never ? null : Exclude<(typeof calls)[Name]['output'], undefined>;

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = Exclude<(typeof events)[Name]['payload'], undefined>;
