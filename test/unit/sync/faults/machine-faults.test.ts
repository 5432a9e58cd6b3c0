import { expect, it } from 'vitest';
import { asFailure } from '#main/failure.ts';
import { importArchives } from '#main/importer/import-archives.ts';
import { directNetwork } from '#main/source/network/network.ts';
import type { WritableDb } from '#main/store/database.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import { dumpLibrary, type LibraryDump } from '#test/helpers/dump-library.ts';
import { trySync } from '#test/helpers/sync-library.ts';
import { archiveId, useFaultBed } from './fault-bed.ts';
import { expectReadable, expectRecovery, expectSame, expectWords } from './prove-fault.ts';

const bed = useFaultBed();
const parseWorker = new URL('../../../../dist/main/parse-worker.js', import.meta.url);

/** A disk on which the library can grow by so many pages of 4 KB, and no more. */
function openOnFullDisk(libraryDir: string, pages: number): WritableDb {
  const db = openArchiveDatabase(libraryDir, 'write');
  const size = db.first<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
  const set = db.first<{ max_page_count: number }>(`PRAGMA max_page_count = ${size + pages}`);
  expect(set?.max_page_count).toBe(size + pages);
  return db;
}

/** The importer goes by the clock of the machine. */
function withoutTimes({ earlier = [], ...dump }: LibraryDump): LibraryDump {
  return { ...dump, earlier: earlier.map((row) => row.replace(/"replaced_at_ms":\d+/, '')) };
}

it.each([0, 1, 3, 10, 25, 60])('a disk with room for %i more pages of the library', async (pages) => {
  const libraryDir = bed.oldLibrary();
  const archive = { id: archiveId, origin: bed.server.urlOf(bed.repositoryName) };
  const openDatabase = (folder: string): WritableDb => openOnFullDisk(folder, pages);
  const { failure } = await trySync(libraryDir, archive, { openDatabase });
  expect(failure).toMatchObject({ code: 'disk-full' });
  expectWords(failure);
  await expectReadable(libraryDir);
  const kept = new Set([...(bed.dumpBefore['articles'] ?? []), ...(bed.dumpAfter['articles'] ?? [])]);
  expect((dumpLibrary(libraryDir)['articles'] ?? []).filter((row) => !kept.has(row))).toEqual([]);
  await expectRecovery(bed, libraryDir);
});

/** As where not even a note fits on the disk any more. */
function openUnwritable(libraryDir: string): WritableDb {
  const db = openArchiveDatabase(libraryDir, 'write');
  db.run('PRAGMA query_only = ON');
  return db;
}

it('a library in which nothing can be written, not even that the sync failed', async () => {
  const libraryDir = bed.oldLibrary();
  const archive = { id: archiveId, origin: bed.server.urlOf(bed.repositoryName) };
  const { failure } = await trySync(libraryDir, archive, { openDatabase: openUnwritable });
  expect(failure).toMatchObject({ code: 'library-read-only' });
  expectWords(failure);
  expectSame(dumpLibrary(libraryDir), bed.dumpBefore);
  await expectReadable(libraryDir);
  await expectRecovery(bed, libraryDir);
});

it('two syncs at once: the second is told to wait and touches nothing, the first is not disturbed', async () => {
  const libraryDir = bed.oldLibrary();
  const origin = bed.server.urlOf(bed.repositoryName, 'slow=200000/');
  const sync = () =>
    importArchives({
      libraryDir,
      network: directNetwork,
      parseWorker,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      archives: [{ id: archiveId, origin, picturePolicy: 'none' }],
      isWithPictures: false,
    });
  const [first, second] = await Promise.allSettled([sync(), sync()]);
  expect(first).toMatchObject({ status: 'fulfilled', value: [{ failure: null }] });
  const failure = second.status === 'rejected' ? asFailure(second.reason) : null;
  expect(failure).toMatchObject({ code: 'library-busy' });
  expectWords(failure);
  await expectReadable(libraryDir);
  expectSame(withoutTimes(dumpLibrary(libraryDir)), withoutTimes(bed.dumpAfter));
});
