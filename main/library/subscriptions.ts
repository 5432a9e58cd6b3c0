import { statSync } from 'node:fs';
import { ReportedFailure } from '#main/failure.ts';
import { type Origin, readOrigin } from '#main/source/origin.ts';
import { addArchive as addReaderArchive, listArchives, removeArchive, setOrigins } from '#main/store/reader/archives.ts';
import type { ArchiveSummary } from '#preload/contract/library-types.ts';
import type { Library } from './library.ts';
import { listArchives as summariseArchives } from './overview.ts';

export interface AddOptions {
  readonly name?: string | undefined;
  /** Other places of the same archive. */
  readonly mirrors?: readonly string[];
}

/** Adds an archive to the reader's list; nothing is fetched. The id is made from the origin and so comes out the same again. */
export function addArchive(library: Library, originText: string, { name, mirrors = [] }: AddOptions = {}): ArchiveSummary {
  const [origin, ...others] = [originText, ...mirrors].map(readPresentOrigin);
  if (!origin) throw new ReportedFailure({ code: 'origin-not-understood', message: 'no origin' });
  return subscribe(library, {
    origins: [...new Set([origin, ...others].map(({ url }) => url))],
    id: origin.suggestedId,
    name: name?.trim() || origin.suggestedName,
  });
}

/** A word that is no address is read as a path: whether there is something is seen here, before a dead entry is made of it. */
function readPresentOrigin(asGiven: string): Origin {
  const origin = readOrigin(asGiven);
  if (origin.kind === 'folder' || origin.kind === 'file') requirePresent(origin.url, asGiven);
  return origin;
}

function requirePresent(place: string, asGiven: string): void {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found?.isDirectory() === true || found?.isFile() === true) return;
  const isMissingPath = found === undefined && /[\\/]/.test(asGiven);
  throw new ReportedFailure({
    code: isMissingPath ? 'origin-not-found' : 'origin-not-understood',
    message: `nothing at ${asGiven}`,
    details: { origin: asGiven },
  });
}

export interface Subscription {
  /** The preferred one first. */
  readonly origins: readonly string[];
  readonly id: string;
  readonly name: string;
}

export function subscribe(library: Library, { origins, id: wantedId, name }: Subscription): ArchiveSummary {
  refuseTaken(library, origins, null);
  const id = freeId(wantedId, new Set(listArchives(library.reader).map((archive) => archive.id)));
  addReaderArchive(library.reader, { id, name, origins, addedAtMs: Date.now() });
  return requireSummary(library, id);
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

/** Takes the archive off the reader's list; its content is removed by the importer, bookmarks and read marks stay. */
export function forgetArchive(library: Library, archiveId: string): void {
  const archive = listArchives(library.reader).find(({ id }) => id === archiveId);
  if (!archive) throw new ReportedFailure({ code: 'not-found', message: `no archive ${archiveId}`, details: { id: archiveId } });
  removeArchive(library.reader, archiveId);
}

/** Throws 'not-found' where the reader has no such archive. */
export function requireSubscription(library: Library, archiveId: string): Subscription {
  const archive = listArchives(library.reader).find(({ id }) => id === archiveId);
  if (archive) return archive;
  throw new ReportedFailure({ code: 'not-found', message: `no archive ${archiveId}`, details: { id: archiveId } });
}

/** Where the archive is synced from, the preferred origin first. */
export function readArchiveOrigins(library: Library, archiveId: string): readonly string[] {
  return requireSubscription(library, archiveId).origins;
}

/** Articles and reader data do not depend on the origin: they stay. */
export function setArchiveOrigins(library: Library, archiveId: string, origins: readonly string[]): ArchiveSummary {
  requireSubscription(library, archiveId);
  const urls = [...new Set(origins.map((origin) => readPresentOrigin(origin).url))];
  refuseTaken(library, urls, archiveId);
  setOrigins(library.reader, archiveId, urls);
  return requireSummary(library, archiveId);
}

/** Two archives of the same place would be one archive twice. */
function refuseTaken(library: Library, origins: readonly string[], exceptId: string | null): void {
  const taken = listArchives(library.reader).find(
    ({ id, origins: present }) => id !== exceptId && present.some((url) => origins.includes(url)),
  );
  if (!taken) return;
  throw new ReportedFailure({
    code: 'archive-exists',
    message: `this archive is in the library already: ${taken.name}`,
    details: { name: taken.name },
  });
}

function requireSummary(library: Library, archiveId: string): ArchiveSummary {
  const summary = summariseArchives(library).find(({ id }) => id === archiveId);
  if (summary) return summary;
  throw new ReportedFailure({ code: 'internal', message: 'the archive is not on the list' });
}
