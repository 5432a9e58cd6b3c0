import type { ExportSelection } from '#preload/contract/export-types.ts';
import type { LibraryOverview, ListScope } from '#preload/contract/library-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { scopeLabel } from './library-tree.ts';

/** What the window shows, as far as it can be exported. */
export interface Exportable {
  readonly article: { readonly id: string; readonly title: string } | null;
  readonly scope: ListScope;
  readonly searchText: string;
}

export interface ExportChoice {
  readonly label: string;
  readonly selection: ExportSelection;
}

/** What can be exported from where the window stands; the article that is read comes first. */
export const exportChoices = (
  { article, scope, searchText }: Exportable,
  overview: LibraryOverview | null,
  { window, exportDialog: words }: Messages,
): readonly ExportChoice[] => {
  const query = searchText.trim();
  const name = overview && scopeLabel(overview, window.library, scope);
  const list: ExportChoice =
    query === ''
      ? { label: words.list(name ?? ''), selection: { kind: 'scope', scope } }
      : { label: words.results(query), selection: { kind: 'search', query, sort: 'newest' } };
  const isListBookmarks = query === '' && scope.kind === 'bookmarked';
  return [
    ...(article
      ? [{ label: words.thisArticle(article.title), selection: { kind: 'articles', ids: [article.id] } } as const]
      : []),
    ...(isListBookmarks ? [] : [list]),
    { label: words.bookmarks, selection: { kind: 'scope', scope: { kind: 'bookmarked' } } },
  ];
};
