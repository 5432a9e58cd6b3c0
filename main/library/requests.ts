import { countHits } from '#main/search/count-hits.ts';
import { isIndexingDue } from '#main/search/index-writer.ts';
import { findOffers } from '#main/search/offers.ts';
import type { StopCheck } from '#main/search/stop-check.ts';
import { hasOutdatedPages } from '#main/store/archive/outdated-pages.ts';
import { readSyncLog } from '#main/store/archive/sync-log.ts';
import { archiveStates } from '#main/store/archive/state.ts';
import type { ExportSelection } from '#preload/contract/export-types.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';
import type { CallInput, CallName, CallOutput } from '#preload/contract/contract.ts';
import { showArticle } from './article-detail.ts';
import { countMarks, type DocumentInput, documentOf } from './article-document.ts';
import { listArticles } from './article-list.ts';
import { forgetHistory, markAllRead, setBookmark, setRead, unmarkRead } from './article-marks.ts';
import { readCompleteness } from './completeness.ts';
import { type CopyInput, copiedText } from './copied-text.ts';
import { copiedList } from './copied-list.ts';
import { withFirstPictures } from './first-pictures.ts';
import { finishHandbook, prepareHandbook } from './handbook.ts';
import { libraryCounts } from './library-counts.ts';
import type { Library } from './library.ts';
import { selectionTitle } from './selection-title.ts';
import { resolveLink } from './link-lookup.ts';
import { dropLogin, type KeptLogin, keepLogin, readKeptLogins } from './kept-logins.ts';
import { keepNetwork, type KeptNetworkSetting, readKeptNetwork } from './network-setting.ts';
import { readPictureBytes } from './picture-lookup.ts';
import { writePicturePolicy } from './picture-policy.ts';
import type { ReadingPlace } from '#preload/contract/library-types.ts';
import { relatedArticles } from './related-articles.ts';
import { keepPlace, readingPlaceOf } from './reading-place.ts';
import { readOverview } from './overview.ts';
import { forget, listHistory, listSaved, remember, save, unsave } from './saved-searches.ts';
import { facetsOf } from './search-facets.ts';
import { searchLibrary } from './search-library.ts';
import { markArticles } from './selected-articles.ts';
import { noteOfArticle, picturesOfArticle } from './shown-body.ts';
import { suggest } from './search-suggestions.ts';
import { changeSettings, readSettings } from './settings.ts';
import { changeTags, dropTag, listTagCounts, renameTag, tagsOfArticles } from './tags.ts';
import { addArchive, forgetArchive, requireSubscription, setArchiveOrigins } from './subscriptions.ts';

type FromContract = {
  readonly [Name in CallName]?: (
    library: Library,
    input: CallInput<Name>,
    checkStopped: StopCheck,
  ) => CallOutput<Name> | Promise<CallOutput<Name>>;
};

const searchWithPictures: NonNullable<FromContract['search.run']> = (library, input, checkStopped) => {
  const answer = searchLibrary(library, input, checkStopped);
  const rows = withFirstPictures(
    library,
    answer.hits.map(({ article }) => article),
  );
  return { ...answer, hits: answer.hits.map((hit, at) => ({ ...hit, article: rows[at] ?? hit.article })) };
};

/** Calls of the contract that the library answers by itself, under the contract's own names. */
const contractRequests = {
  'library.overview': (library, _input) => readOverview(library),
  'articles.list': (library, input) => {
    const { total, rows } = listArticles(library, input);
    return { total, rows: withFirstPictures(library, rows) };
  },
  'articles.show': (library, { id }) => showArticle(library, id),
  'articles.pictures': picturesOfArticle,
  'articles.related': relatedArticles,
  'articles.bookmark': (library, { id, isBookmarked }) => {
    setBookmark(library, id, isBookmarked);
    return null;
  },
  'articles.markRead': (library, { id, isRead, isOpened }) => {
    setRead(library, id, isRead, isOpened);
    return null;
  },
  'articles.mark': markArticles,
  'tags.list': (library, _input) => listTagCounts(library),
  'tags.ofArticles': tagsOfArticles,
  'tags.change': changeTags,
  'tags.rename': renameTag,
  'tags.remove': dropTag,
  'articles.markAllRead': markAllRead,
  'articles.unmarkRead': unmarkRead,
  'history.clear': (library, _input) => forgetHistory(library),
  'archives.completeness': (library, { archiveId }) => readCompleteness(library, archiveId),
  'reading.stoppedAt': (library, { id }) => readingPlaceOf(library, id),
  'archives.syncLog': (library, { archiveId }) => {
    requireSubscription(library, archiveId);
    return readSyncLog(library.archive, archiveId);
  },
  'links.resolve': resolveLink,
  'search.run': searchWithPictures,
  'search.count': (library, { query }, checkStopped) => ({ total: countHits(library.archive, query, checkStopped) }),
  'search.facets': facetsOf,
  'search.offers': (library, { query }, checkStopped) => findOffers(library.archive, query, checkStopped),
  'search.suggest': suggest,
  'search.saved': (library, _input, checkStopped) => listSaved(library, checkStopped),
  'search.save': save,
  'search.unsave': unsave,
  'search.history': (library, _input) => listHistory(library),
  'search.remember': remember,
  'search.forget': forget,
  'articles.countMarks': countMarks,
  'archives.add': (library, { origin, ...options }) => addArchive(library, origin, options),
  'archives.setPicturePolicy': (library, { archiveId, policy }) => {
    requireSubscription(library, archiveId);
    writePicturePolicy(library, archiveId, policy);
    return null;
  },
  'archives.setOrigins': (library, { archiveId, origins }) => setArchiveOrigins(library, archiveId, origins),
  'settings.read': (library, _input) => readSettings(library),
  'settings.change': changeSettings,
} satisfies FromContract;

/** What the main side asks of its own accord. */
const ownRequests = {
  'article.document': (library: Library, input: DocumentInput): Promise<string> => documentOf(library, input),
  'library.counts': (library: Library, _input: Readonly<Record<string, never>>) => libraryCounts(library),
  'article.note': noteOfArticle,
  'picture.read': readPictureBytes,
  'reading.keep': (library: Library, { id, ...place }: { readonly id: string } & ReadingPlace): null => {
    keepPlace(library, id, place);
    return null;
  },
  'export.title': (
    library: Library,
    { selection, language }: { readonly selection: ExportSelection; readonly language: InterfaceLanguage },
  ) => selectionTitle(library, selection, messagesFor(language)),
  'article.copied': (library: Library, input: CopyInput): Promise<string> => copiedText(library, input),
  'articles.list.copied': copiedList,
  'handbook.prepare': prepareHandbook,
  'handbook.finish': (library: Library, input: { readonly version: string }) => {
    finishHandbook(library, input.version);
    return null;
  },
  'upkeep.isDue': (library: Library, { parserVersion }: { readonly parserVersion: number }) =>
    isIndexingDue(library.archive) ||
    archiveStates(library.archive).some(({ archiveId }) => hasOutdatedPages(library.archive, archiveId, parserVersion)),
  'logins.kept': (library: Library, _input: Readonly<Record<string, never>>): readonly KeptLogin[] => readKeptLogins(library),
  'logins.keep': (library: Library, login: KeptLogin): null => {
    keepLogin(library, login);
    return null;
  },
  'logins.drop': (library: Library, { origin }: { readonly origin: string }): null => {
    dropLogin(library, origin);
    return null;
  },
  'network.kept': (library: Library, _input: Readonly<Record<string, never>>): KeptNetworkSetting => readKeptNetwork(library),
  'network.keep': (library: Library, setting: KeptNetworkSetting) => {
    keepNetwork(library, setting);
    return null;
  },
  'archives.forget': (library: Library, input: { readonly archiveId: string }) => {
    forgetArchive(library, input.archiveId);
    return null;
  },
};

/** Everything the library worker answers. */
export const libraryRequests = { ...contractRequests, ...ownRequests };

export type LibraryRequestName = keyof typeof libraryRequests;
export type LibraryInput<Name extends LibraryRequestName> = Parameters<(typeof libraryRequests)[Name]>[1];
export type LibraryOutput<Name extends LibraryRequestName> = Awaited<ReturnType<(typeof libraryRequests)[Name]>>;
