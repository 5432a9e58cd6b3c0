import { expect, test } from 'vitest';
import type { ImporterJob } from '#main/importer/job.ts';
import { bringHandbook } from '#main/handbook-sync.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import { createKeymap } from '#preload/contract/keymap.ts';
import { defaultSettings } from '#preload/contract/default-settings.ts';

test('the handbook is brought without a request to anyone: pictures that wait for a sync of the reader go on waiting', async () => {
  const jobs: ImporterJob[] = [];
  const answers: Readonly<Record<string, unknown>> = {
    'handbook.prepare': { id: 'handbook', origin: 'offprint:handbook' },
    'handbook.finish': null,
  };
  const library: LibraryClient = {
    request: (name) => Promise.resolve(answers[name] as never),
    close: () => Promise.resolve(),
    reopen: () => undefined,
  };
  await bringHandbook({
    library,
    importer: {
      run: (job) => {
        jobs.push(job);
        return Promise.resolve([]);
      },
      close: () => undefined,
      reopen: () => undefined,
    },
    preferences: {
      language: () => 'en',
      settings: () => defaultSettings,
      keymap: () => createKeymap({}, false),
      disable: () => undefined,
      ready: Promise.resolve(),
      change: () => Promise.reject(new Error('not asked')),
    },
    libraryDir: '/library',
    send: () => undefined,
    version: '1.0.0',
  });
  expect(jobs).toMatchObject([{ kind: 'import', isWithPictures: false, archives: [{ id: 'handbook', picturePolicy: 'none' }] }]);
});
