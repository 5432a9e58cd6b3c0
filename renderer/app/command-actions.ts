import type { CommandId } from '#preload/contract/commands.ts';
import type { LibraryOverview, ListScope } from '#preload/contract/library-types.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import type { SyncStep } from '#renderer/events/sync-step-requested-event.ts';
import type { Exportable } from '#renderer/state/export-choices.ts';
import type { PaneName } from '#renderer/state/pane-layout.ts';
import type { SettingSection } from '#renderer/state/setting-sections.ts';
import { shownArchive } from '#renderer/state/shown-archive.ts';
import type { OpArticleView } from '#renderer/views/op-article-view.ts';
import type { OpCommandsView } from '#renderer/views/op-commands-view.ts';
import type { DialogCommand } from '#renderer/views/dialog-commands.ts';
import type { OpDialogsView } from '#renderer/views/op-dialogs-view.ts';
import type { OpExportView } from '#renderer/views/op-export-view.ts';
import type { OpLibraryView } from '#renderer/views/op-library-view.ts';
import type { OpListView } from '#renderer/views/op-list-view.ts';
import type { OpNoteView } from '#renderer/views/op-note-view.ts';
import type { OpPictureView } from '#renderer/views/op-picture-view.ts';
import type { OpSignInView } from '#renderer/views/op-sign-in-view.ts';
import type { BridgeClient } from './bridge-client.ts';
import { openVoicesHelp } from './open-voices-help.ts';
import type { PlaceController } from './place-controller.ts';

/** What commands act on: the window as it is at that moment. */
export interface CommandParts {
  readonly client: BridgeClient;
  views(): {
    readonly library: OpLibraryView | null;
    readonly list: OpListView | null;
    readonly article: OpArticleView | null;
    readonly dialogs: OpDialogsView | null;
    readonly commands: OpCommandsView | null;
    readonly exports: OpExportView | null;
    readonly notes: OpNoteView | null;
    readonly pictures: OpPictureView | null;
    readonly signIn: OpSignInView | null;
  };
  overview(): LibraryOverview | null;
  language(): InterfaceLanguage;
  shown(): { readonly scope: ListScope; readonly articleId: string | null; readonly searchText: string };
  showScope(scope: ListScope): void;
  /** Kept when the window shows what it was told to. */
  updated(): Promise<unknown>;
  showPane(pane: PaneName): void;
  showList(): void;
  goTo(pane: PaneName): void;
  searchFor(text: string): void;
  openArticle(id: string, anchor?: string | null): void;
  openWindow(articleId: string): void;
  bookmark(id: string, isBookmarked: boolean): void;
  sync(): void;
  steerSync(step: SyncStep): void;
  readonly place: PlaceController;
}

type Actions = Readonly<Record<CommandId, () => void>>;

/** What each command of the registry does: one line each. */
export const createCommandActions = (parts: CommandParts): Actions => ({
  ...dialogActions(parts),
  ...listActions(parts),
  ...articleActions(parts),
  ...placeActions(parts),
  ...settingsActions(parts),
  ...exportActions(parts),
});

const dialogActions = (parts: CommandParts) => {
  const { shown, views } = parts;
  const dialog = (command: DialogCommand) => () => {
    const { scope, articleId } = shown();
    views().dialogs?.obey(command, shownArchive(scope, articleId));
  };
  return {
    'add-archive': dialog('add-archive'),
    'share-archive': dialog('share-archive'),
    completeness: dialog('completeness'),
    'sync-log': dialog('sync-log'),
    network: dialog('network'),
    privacy: dialog('privacy'),
    updates: dialog('updates'),
    palette: () => views().commands?.openPalette(),
    shortcuts: () => views().commands?.openSheet(),
    'voices-help': () => void openVoicesHelp(parts),
  } satisfies Partial<Actions>;
};

const listActions = (parts: CommandParts) =>
  ({
    sync: () => parts.sync(),
    'pause-sync': () => parts.steerSync('pause'),
    'resume-sync': () => parts.steerSync('resume'),
    'cancel-sync': () => parts.steerSync('cancel'),
    search: () => void search(parts),
    'save-search': () => saveSearch(parts),
    'next-article': () => stepTo(parts, 1),
    'previous-article': () => stepTo(parts, -1),
    'go-all': () => parts.showScope({ kind: 'all' }),
    'go-unread': () => parts.showScope({ kind: 'unread' }),
    'go-history': () => parts.showScope({ kind: 'history' }),
    'go-bookmarks': () => parts.showScope({ kind: 'bookmarked' }),
    'go-removed': () => parts.showScope({ kind: 'removed' }),
    leave: () => leave(parts),
    'toggle-bookmark': () => toggleBookmark(parts),
    'edit-tags': () => editTags(parts),
    'toggle-read': () => void toggleRead(parts),
    'mark-all-read': () => parts.views().dialogs?.questions?.askToMarkAll(parts.shown()),
    'unmark-all-read': () => parts.views().dialogs?.questions?.unmarkAll(),
    'clear-history': () => parts.views().dialogs?.questions?.askToClearHistory(),
  }) satisfies Partial<Actions>;

const placeActions = (parts: CommandParts) => {
  const { place } = parts;
  return {
    'go-back': () => place.step(-1),
    'go-forward': () => place.step(1),
    'new-tab': () => place.openTab(),
    'open-in-new-window': () => openInNewWindow(parts),
    'close-tab': () => {
      if (!place.closeTab()) window.close();
    },
    'next-tab': () => place.stepTab(1),
    'previous-tab': () => place.stepTab(-1),
  } satisfies Partial<Actions>;
};

const articleActions = (parts: CommandParts) =>
  ({
    'find-in-article': () => findInArticle(parts),
    'next-match': () => parts.views().article?.stepMatch(1),
    'previous-match': () => parts.views().article?.stepMatch(-1),
    'read-aloud': () => readAloud(parts),
    'next-sentence': () => parts.views().article?.readAloud({ kind: 'next' }),
    'previous-sentence': () => parts.views().article?.readAloud({ kind: 'previous' }),
    'stop-reading-aloud': () => parts.views().article?.readAloud({ kind: 'stop' }),
    'toggle-original': () => parts.views().article?.toggleOriginal(),
    'show-outline': () => parts.views().article?.toggleMenu('outline'),
    'show-related': () => void showRelated(parts),
    'earlier-versions': () => parts.views().article?.toggleMenu('versions'),
  }) satisfies Partial<Actions>;

const settingsActions = ({ client, views }: CommandParts) => {
  const settings = (section: SettingSection | null) => () => views().commands?.openSettings(section);
  return {
    settings: settings(null),
    'settings-archives': settings('archives'),
    'settings-network': settings('network'),
    'settings-reading': settings('reading'),
    'settings-storage': settings('storage'),
    'settings-privacy': settings('privacy'),
    'settings-shortcuts': settings('shortcuts'),
    'settings-updates': settings('updates'),
    'settings-language': settings('language'),
    'settings-advanced': settings('advanced'),
    'open-library-folder': () => void client.call('storage.openFolder', {}).catch(() => undefined),
    'check-library': () => views().commands?.checkLibrary(),
    'wipe-library': () => views().dialogs?.askToWipe(),
  } satisfies Partial<Actions>;
};

type ExportCommand = 'export' | 'save-page' | 'print' | 'copy-markdown' | 'copy-quotation';

const exportActions = ({ views, shown }: CommandParts): Readonly<Record<ExportCommand, () => void>> => {
  const act = (use: (view: OpExportView, exportable: Exportable) => void) => () => {
    const { exports, article, list } = views();
    const { articleId, ...place } = shown();
    const title = article?.article?.title ?? '';
    if (exports)
      use(exports, { ...place, selected: list?.selected ?? null, article: articleId === null ? null : { id: articleId, title } });
  };
  return {
    export: act((view, exportable) => view.open(exportable)),
    'save-page': act((view, exportable) => view.savePage(exportable)),
    print: act((view, exportable) => view.print(exportable)),
    'copy-markdown': act((view, exportable) => view.copy(exportable, 'markdown')),
    'copy-quotation': act((view, exportable) => view.copy(exportable, 'quotation')),
  };
};

const openInNewWindow = ({ views, shown, openWindow }: CommandParts): void => {
  const id = views().list?.focusedArticle?.id ?? shown().articleId;
  if (id !== null) openWindow(id);
};

const search = async (parts: CommandParts): Promise<void> => {
  parts.showList();
  await parts.updated();
  parts.views().list?.focusSearch();
};

const saveSearch = (parts: CommandParts): void => {
  const query = parts.shown().searchText.trim();
  if (query !== '') parts.views().dialogs?.nameSearch(query, query);
};

const findInArticle = (parts: CommandParts): void => {
  if (parts.shown().articleId !== null) parts.showPane('article');
  parts.views().article?.openFind();
};

const showRelated = async (parts: CommandParts): Promise<void> => {
  if (parts.shown().articleId === null) return;
  parts.showPane('article');
  await parts.updated();
  parts.views().article?.toggleMenu('related');
};

const readAloud = (parts: CommandParts): void => {
  if (parts.shown().articleId !== null) parts.showPane('article');
  parts.views().article?.readAloud({ kind: 'toggle' });
};

const toggleBookmark = (parts: CommandParts): void => {
  const { list, article: view } = parts.views();
  if (list?.selected && list.matches(':focus-within')) return list.toggleBookmarks();
  const article = list?.focusedArticle ?? view?.article;
  if (article) parts.bookmark(article.id, !article.isBookmarked);
};

const editTags = ({ views, shown }: CommandParts): void => {
  const { list, dialogs } = views();
  const selected = list?.matches(':focus-within') === true ? list.selected : null;
  const id = list?.focusedArticle?.id ?? shown().articleId;
  const selection = selected?.selection ?? (id === null ? null : { kind: 'articles' as const, ids: [id] });
  if (selection) void dialogs?.tags?.edit(selection);
};

const toggleRead = async ({ client, views }: CommandParts): Promise<void> => {
  const article = views().list?.focusedArticle ?? views().article?.article;
  if (!article) return;
  const { id } = article;
  const isRead = !article.isRead;
  await client.call('articles.markRead', { id, isRead }).then(
    () => {
      views().list?.changeArticle(id, { isRead });
      views().article?.changeArticle(id, { isRead });
    },
    // What could not be stored is seen where it is not marked.
    () => undefined,
  );
};

const stepTo = (parts: CommandParts, direction: 1 | -1): void => {
  const article = parts.views().list?.step(direction);
  if (article) parts.openArticle(article.id);
};

/** From the article or the library to the list; from the list out of the search. */
const leave = (parts: CommandParts): void => {
  const { article, list } = parts.views();
  if (article?.closeFind()) return;
  if (list?.matches(':focus-within') === true && parts.shown().searchText !== '') parts.searchFor('');
  else if (!parts.place.isAlone) parts.goTo('list');
};
