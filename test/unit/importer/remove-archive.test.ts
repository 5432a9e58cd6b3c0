import { existsSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { incomingFile } from '#main/importer/incoming-file.ts';
import { removeArchive } from '#main/importer/remove-archive.ts';
import { search } from '#main/search/search.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import { indexEverything, temporaryLibraryDir } from '#test/helpers/library.ts';
import { makePage } from '#test/helpers/pages.ts';

it('takes an archive out of the search too, and leaves what another archive holds', async () => {
  const libraryDir = temporaryLibraryDir();
  const db = openArchiveDatabase(libraryDir, 'write');
  storePages(db, 'gone', [makePage('1.md', { title: 'Heron', text: 'heron' })]);
  storePages(db, 'kept', [makePage('2.md', { title: 'Egret', text: 'heron and egret' })]);
  indexEverything(db);
  db.close();
  await removeArchive(libraryDir, 'gone', new AbortController().signal);
  const after = openArchiveDatabase(libraryDir, 'read');
  const found = search(after, { query: 'heron', sort: 'newest', offset: 0, limit: 10 });
  expect({ total: found.total, hits: found.hits.length }).toEqual({ total: 1, hits: 1 });
  after.close();
});

it('takes with it what a sync that broke off had received', async () => {
  const libraryDir = temporaryLibraryDir();
  for (const id of ['gone', 'kept']) writeFileSync(incomingFile(libraryDir, id), 'PACK');
  await removeArchive(libraryDir, 'gone', new AbortController().signal);
  expect([existsSync(incomingFile(libraryDir, 'gone')), existsSync(incomingFile(libraryDir, 'kept'))]).toEqual([false, true]);
});
