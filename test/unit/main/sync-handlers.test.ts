import { expect, it } from 'vitest';
import { createSync, type SyncParts } from '#main/sync-handlers.ts';
import type { ImporterJob } from '#main/importer/job.ts';
import type { FailureCode } from '#preload/contract/failure.ts';
import type { ArchiveSummary, SyncReport } from '#preload/contract/library-types.ts';

const archive: ArchiveSummary = {
  id: 'news',
  name: 'News',
  origin: 'https://git.example.org/news.git',
  mirrors: [],
  head: null,
  articles: 0,
  lastSyncedAt: null,
  picturePolicy: 'all',
  lastFailure: null,
};
const report: SyncReport = {
  archive: 'news',
  head: null,
  added: 0,
  changed: 0,
  removed: 0,
  failed: [],
  bytesDown: 0,
  bytesUp: 0,
  seconds: 1,
  pictures: { stored: 0, missing: 0 },
  failure: null,
};

/** Syncs a library of one archive with an importer that answers so; the ids of archives that went off the list. */
async function forgottenBy(summary: Partial<ArchiveSummary>, answer: Partial<SyncReport>): Promise<readonly string[]> {
  const forgotten: string[] = [];
  const removed: string[] = [];
  const parts = {
    library: {
      request: (name: string, input: { readonly archiveId?: string }) => {
        if (name === 'archives.forget') forgotten.push(input.archiveId ?? '');
        return Promise.resolve(name === 'library.overview' ? { archives: [{ ...archive, ...summary }] } : null);
      },
    },
    importer: {
      run: (job: ImporterJob) => {
        if (job.kind === 'remove') removed.push(job.archiveId);
        return Promise.resolve([{ ...report, ...answer }]);
      },
    },
    libraryDir: '/library',
    send: () => undefined,
  };
  await createSync(parts as unknown as SyncParts)(null, new AbortController().signal);
  // Its log and whatever else was noted of it goes too.
  expect(removed).toEqual(forgotten);
  return forgotten;
}
const failing = (code: FailureCode, answer: Partial<SyncReport> = {}): Partial<SyncReport> => ({
  ...answer,
  failure: { code, message: 'it is not there' },
});

it('an address that never held an archive goes off the list', async () => {
  expect(await forgottenBy({}, failing('not-a-repository'))).toEqual(['news']);
});

it.each(['timed-out', 'cancelled', 'disk-full'] as const)('an archive whose first sync ended in “%s” stays', async (code) => {
  expect(await forgottenBy({}, failing(code))).toEqual([]);
});

it('an archive of which an unfinished first sync brought articles stays, whatever the next sync meets', async () => {
  expect(await forgottenBy({ articles: 5_000 }, failing('not-a-repository'))).toEqual([]);
  expect(await forgottenBy({}, failing('origin-not-found', { added: 12 }))).toEqual([]);
});

it('an archive that was synced before stays', async () => {
  expect(await forgottenBy({ head: 'abc' }, failing('origin-not-found', { head: 'abc' }))).toEqual([]);
});
