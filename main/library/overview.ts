import { countArchiveArticles, dataVersion, mostUsedNames, type NameCount, readDayCounts } from '#main/store/archive/counts.ts';
import { listSections } from '#main/store/archive/sections.ts';
import { archiveStates } from '#main/store/archive/state.ts';
import { listArchives as listReaderArchives } from '#main/store/reader/archives.ts';
import type { ArchiveSummary, LibraryOverview, MonthCount, NamedCount, SectionSummary } from '#preload/contract/library-types.ts';
import { handbookOrigin } from './handbook-origin.ts';
import { libraryCounts } from './library-counts.ts';
import type { Library } from './library.ts';
import { readPicturePolicy } from './picture-policy.ts';

/** More than anyone goes through; what is rarer is found by searching. */
const maximumNames = 200;

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
      articles: countArchiveArticles(library.archive, id),
      lastSyncedAt: isoTime(state?.lastSyncedAtMs ?? null),
      lastFailure: state?.lastFailure ?? null,
    };
  });
}

/** What an archive publishes, as far as it is in the library. */
interface Content {
  readonly version: number;
  readonly sections: readonly SectionSummary[];
  readonly sources: readonly NamedCount[];
  readonly topics: readonly NamedCount[];
  readonly months: readonly MonthCount[];
}

const contentOf = new WeakMap<Library, Content>();

/** Asked for by every part of the window that is told of a change: counted again only where articles changed. */
function readContent(library: Library): Content {
  const { archive } = library;
  const version = dataVersion(archive);
  const known = contentOf.get(library);
  if (known?.version === version) return known;
  const content = {
    version,
    sections: listSections(archive),
    sources: mostUsedNames(archive, 'source', maximumNames).map(named),
    topics: mostUsedNames(archive, 'topic', maximumNames).map(named),
    months: countMonths(library),
  };
  contentOf.set(library, content);
  return content;
}

function named({ name, articles }: NameCount): NamedCount {
  return { name, label: name, articles };
}

/** The newest first. */
function countMonths({ archive }: Library): MonthCount[] {
  const months = new Map<string, MonthCount>();
  for (const { day, articles } of readDayCounts(archive)) {
    if (articles === 0) continue;
    const date = new Date(day * 86_400_000);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
    const key = `${year} ${month}`;
    months.set(key, { year, month, articles: (months.get(key)?.articles ?? 0) + articles });
  }
  return [...months.values()];
}

export function readOverview(library: Library): LibraryOverview {
  const { sections, sources, topics, months } = readContent(library);
  return { archives: listArchives(library), sections, sources, topics, months, counts: libraryCounts(library) };
}
