import type { ListScope } from '#preload/contract/library-types.ts';

const archiveOf = (libraryId: string): string => libraryId.slice(0, libraryId.indexOf(':'));

/** The archive that the window shows something of: that of the list, else that of the open article; null for none. */
export const shownArchive = (scope: ListScope, articleId: string | null): string | null => {
  if (scope.kind === 'archive') return scope.archiveId;
  if (scope.kind === 'section') return archiveOf(scope.sectionId);
  return articleId === null ? null : archiveOf(articleId);
};
