import { countArticles } from '#main/store/archive/article-rows.ts';
import { listSections } from '#main/store/archive/sections.ts';
import { archiveStates } from '#main/store/archive/state.ts';
import { listArchives as listReaderArchives } from '#main/store/reader/archives.ts';
import type { ArchiveSummary, LibraryOverview } from '#preload/contract/library-types.ts';
import { bookmarkedKeys } from './bookmarked-keys.ts';
import { handbookOrigin } from './handbook-origin.ts';
import type { Library } from './library.ts';
import { readPicturePolicy } from './picture-policy.ts';

function isoTime(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString();
}

/** The reader's list of archives, in the order they were added, with what the library holds of each. */
export function listArchives(library: Library): ArchiveSummary[] {
  const states = new Map(archiveStates(library.archive).map((state) => [state.archiveId, state]));
  return listReaderArchives(library.reader).map(({ id, name, origins }) => {
    const state = states.get(id);
    return {
      id,
      name,
      origin: origins[0] ?? '',
      mirrors: origins.slice(1),
      picturePolicy: origins.includes(handbookOrigin) ? 'none' : readPicturePolicy(library, id),
      head: state?.head ?? null,
      articles: countArticles(library.archive, { kind: 'archive', archiveId: id }),
      lastSyncedAt: isoTime(state?.lastSyncedAtMs ?? null),
      lastFailure: state?.lastFailure ?? null,
    };
  });
}

export function readOverview(library: Library): LibraryOverview {
  return {
    archives: listArchives(library),
    sections: listSections(library.archive),
    counts: {
      all: countArticles(library.archive, { kind: 'all' }),
      bookmarked: bookmarkedKeys(library).length,
      removed: countArticles(library.archive, { kind: 'removed' }),
    },
  };
}
