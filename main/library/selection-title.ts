import { findArticleRow } from '#main/store/archive/article-rows.ts';
import { listSections } from '#main/store/archive/sections.ts';
import type { ExportSelection } from '#preload/contract/export-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import type { Library } from './library.ts';
import { splitId } from './summaries.ts';
import { requireSubscription } from './subscriptions.ts';

/** What a document of all that was chosen is called. Throws 'not-found' where an archive is not there. */
export function selectionTitle(library: Library, selection: ExportSelection, messages: Messages): string {
  const words = messages.exporting;
  if (selection.kind === 'search') return words.search(selection.query);
  if (selection.kind === 'articles') {
    const { archiveId, path } = splitId(selection.ids[0] ?? '');
    const only = selection.ids.length === 1 ? findArticleRow(library.archive, archiveId, path) : undefined;
    return only?.title ?? words.articles(selection.ids.length);
  }
  const { scope } = selection;
  if (scope.kind === 'bookmarked') return words.bookmarks;
  if (scope.kind === 'removed') return words.removed;
  if (scope.kind === 'archive') return requireSubscription(library, scope.archiveId).name;
  if (scope.kind === 'all') return words.everything;
  if (scope.kind === 'unread') return messages.window.library.unread;
  if (scope.kind === 'history') return messages.window.library.history;
  if (scope.kind === 'source' || scope.kind === 'topic' || scope.kind === 'tag') return scope.name;
  if (scope.kind === 'period') return messages.window.library.period(scope.year, scope.month);
  const { archiveId } = splitId(scope.sectionId);
  requireSubscription(library, archiveId);
  const section = listSections(library.archive, archiveId).find(({ id }) => id === scope.sectionId);
  return section?.name ?? words.articles(0);
}
