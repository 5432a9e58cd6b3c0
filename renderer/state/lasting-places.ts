import type { LibraryOverview, ListScope } from '#preload/contract/library-types.ts';

/** Whether a list that was shown once is still one: its archive or section may have been removed. */
export const isScopeThere = (scope: ListScope, overview: LibraryOverview | null): boolean => {
  if (!overview) return true;
  if (scope.kind === 'archive') return overview.archives.some(({ id }) => id === scope.archiveId);
  if (scope.kind === 'section') return overview.sections.some(({ id }) => id === scope.sectionId);
  return true;
};
