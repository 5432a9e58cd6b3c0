import { statSync } from 'node:fs';
import { ReportedFailure } from '#main/failure.ts';
import { readOrigin } from '#main/source/origin.ts';
import { addArchive as addReaderArchive, listArchives, removeArchive, setOrigins } from '#main/store/reader/archives.ts';
import type { ArchiveSummary } from '#preload/contract/library-types.ts';
import type { Library } from './library.ts';
import { listArchives as summariseArchives } from './overview.ts';

/** Adds an archive to the reader's list; nothing is fetched. The id is made from the origin and so comes out the same again. */
export function addArchive(library: Library, originText: string, name?: string): ArchiveSummary {
  const origin = readOrigin(originText);
  if (origin.kind === 'folder') requireFolder(origin.url, originText);
  return subscribe(library, { origin: origin.url, id: origin.suggestedId, name: name?.trim() || origin.suggestedName });
}

/** A word that is no address is read as a folder: whether it is one is seen here, before a dead entry is made of it. */
function requireFolder(folder: string, asGiven: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return;
  const isMissingPath = found === undefined && /[\\/]/.test(asGiven);
  throw new ReportedFailure({
    code: isMissingPath ? 'origin-not-found' : 'origin-not-understood',
    message: `no folder ${asGiven}`,
    details: { origin: asGiven },
  });
}

export interface Subscription {
  readonly origin: string;
  readonly id: string;
  readonly name: string;
}

export function subscribe(library: Library, { origin, id: wantedId, name }: Subscription): ArchiveSummary {
  const present = listArchives(library.reader);
  const same = present.find((archive) => archive.origins.includes(origin));
  if (same)
    throw new ReportedFailure({
      code: 'archive-exists',
      message: `this archive is in the library already: ${same.name}`,
      details: { name: same.name },
    });
  const id = freeId(wantedId, new Set(present.map((archive) => archive.id)));
  addReaderArchive(library.reader, { id, name, origins: [origin], addedAtMs: Date.now() });
  const added = summariseArchives(library).find((archive) => archive.id === id);
  if (!added) throw new ReportedFailure({ code: 'internal', message: 'the archive was not added' });
  return added;
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
export function requireSubscription(library: Library, archiveId: string): { readonly origins: readonly string[] } {
  const archive = listArchives(library.reader).find(({ id }) => id === archiveId);
  if (archive) return archive;
  throw new ReportedFailure({ code: 'not-found', message: `no archive ${archiveId}`, details: { id: archiveId } });
}

/** Where the archive is synced from, the preferred origin first. */
export function readArchiveOrigins(library: Library, archiveId: string): readonly string[] {
  return requireSubscription(library, archiveId).origins;
}

/** Articles and reader data do not depend on the origin: they stay. */
export function setArchiveOrigins(library: Library, archiveId: string, origins: readonly string[]): void {
  requireSubscription(library, archiveId);
  setOrigins(
    library.reader,
    archiveId,
    origins.map((origin) => readOrigin(origin).url),
  );
}
