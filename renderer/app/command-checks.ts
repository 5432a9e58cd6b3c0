import { commandIds } from '#preload/contract/commands.ts';
import type { CommandId } from '#preload/contract/commands.ts';
import { shownArchive } from '#renderer/state/shown-archive.ts';
import type { SyncState } from '#renderer/state/sync-context.ts';
import { handbookOf } from './open-voices-help.ts';
import type { CommandParts } from './command-actions.ts';

export interface CheckedParts extends Pick<CommandParts, 'place' | 'shown' | 'views' | 'overview'> {
  syncState(): SyncState;
}

type Checks = Readonly<Partial<Record<CommandId, () => boolean>>>;

/** Fewer headings have no contents to show. */
const outlineMinimum = 3;

const createAloudChecks = ({ shown, views, overview }: CheckedParts) => {
  const isReadingAloud = (): boolean => views().article?.isReadingAloud ?? false;
  return {
    'read-aloud': () => shown().articleId !== null,
    'next-sentence': isReadingAloud,
    'previous-sentence': isReadingAloud,
    'stop-reading-aloud': isReadingAloud,
    'voices-help': () => handbookOf(overview()) !== null,
  } satisfies Checks;
};

const createArticleChecks = ({ shown, views }: CheckedParts) => {
  const article = () => views().article?.article ?? null;
  return {
    'show-outline': () => (article()?.outline.length ?? 0) >= outlineMinimum,
    'show-related': () => shown().articleId !== null,
    'earlier-versions': () => (article()?.earlierVersions.length ?? 0) > 0,
  } satisfies Checks;
};

/** Whether a command can act at present; one that is not here always can. */
export const createCommandChecks = (parts: CheckedParts): Checks => {
  const isArticleOpen = (): boolean => parts.shown().articleId !== null;
  // Until the library is known nothing is said to be impossible.
  const hasArticles = (): boolean => (parts.overview()?.counts.all ?? 1) > 0;
  const isOfArchive = (): boolean => shownArchive(parts.shown().scope, parts.shown().articleId) !== null;
  const hasTabs = (): boolean => parts.place.tabs.tabs.length > 1;
  const isSyncing = (): boolean => parts.syncState().kind === 'running';
  return {
    'new-tab': () => parts.place.canOpenTab,
    'open-in-new-window': () => isArticleOpen() || Boolean(parts.views().list?.focusedArticle),
    'next-tab': hasTabs,
    'previous-tab': hasTabs,
    'go-back': () => parts.place.canGo(-1),
    'go-forward': () => parts.place.canGo(1),
    'next-article': hasArticles,
    'previous-article': hasArticles,
    sync: () => (parts.overview()?.archives.length ?? 1) > 0,
    'pause-sync': isSyncing,
    'resume-sync': () => parts.syncState().kind === 'paused',
    'cancel-sync': () => ['running', 'paused', 'upkeep'].includes(parts.syncState().kind),
    'share-archive': isOfArchive,
    completeness: isOfArchive,
    'sync-log': isOfArchive,
    export: hasArticles,
    'save-page': isArticleOpen,
    print: isArticleOpen,
    'copy-markdown': isArticleOpen,
    'copy-quotation': isArticleOpen,
    'save-search': () => parts.shown().searchText.trim() !== '',
    'find-in-article': isArticleOpen,
    'next-match': isArticleOpen,
    'previous-match': isArticleOpen,
    'toggle-original': isArticleOpen,
    ...createAloudChecks(parts),
    ...createArticleChecks(parts),
    'edit-tags': () => isArticleOpen() || hasArticles(),
    'toggle-bookmark': () => isArticleOpen() || hasArticles(),
  };
};

export const disabledBy = (checks: Checks): ReadonlySet<CommandId> =>
  new Set(commandIds.filter((id) => checks[id]?.() === false));
