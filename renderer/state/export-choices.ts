import type { ExportSelection } from '#preload/contract/export-types.ts';
import type { LibraryOverview, ListScope } from '#preload/contract/library-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { scopeLabel } from './library-tree.ts';

export interface SelectedArticles {
  readonly selection: ExportSelection;
  readonly articles: number;
  /** Of the only one. */
  readonly title: string | null;
}

/** What the window shows, as far as it can be exported. */
export interface Exportable {
  /** The rows of the list that are selected. */
  readonly selected?: SelectedArticles | null;
  readonly article: { readonly id: string; readonly title: string } | null;
  readonly scope: ListScope;
  readonly searchText: string;
}

export interface ExportChoice {
  readonly label: string;
  readonly selection: ExportSelection;
}

export const selectedChoice = (
  { selection, articles, title }: SelectedArticles,
  { exportDialog: words }: Messages,
): ExportChoice => ({
  label: title === null ? words.selected(articles) : words.thisArticle(title),
  selection,
});

/** What can be exported from where the window stands; what is selected comes first, then the article that is read. */
export const exportChoices = (
  { article, selected, scope, searchText }: Exportable,
  overview: LibraryOverview | null,
  messages: Messages,
): readonly ExportChoice[] => {
  const { window, exportDialog: words } = messages;
  const query = searchText.trim();
  const name = overview && scopeLabel(overview, window.library, scope);
  const list: ExportChoice =
    query === ''
      ? { label: words.list(name ?? ''), selection: { kind: 'scope', scope } }
      : { label: words.results(query), selection: { kind: 'search', query, sort: 'newest' } };
  const isListBookmarks = query === '' && scope.kind === 'bookmarked';
  return [
    ...(selected ? [selectedChoice(selected, messages)] : []),
    ...(article
      ? [{ label: words.thisArticle(article.title), selection: { kind: 'articles', ids: [article.id] } } as const]
      : []),
    ...(isListBookmarks ? [] : [list]),
    { label: words.bookmarks, selection: { kind: 'scope', scope: { kind: 'bookmarked' } } },
  ];
};
