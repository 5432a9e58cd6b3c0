import { expect, it } from 'vitest';
import type { ImporterJob } from '#main/importer/job.ts';
import { pictureHandlers } from '#main/picture-handlers.ts';

/** The handlers over an importer that works until it is told to stop. */
function openHandlers() {
  const jobs: { readonly job: ImporterJob; readonly signal: AbortSignal }[] = [];
  let stops = 0;
  const archive = { id: 'news', origin: 'https://git.example/news.git', mirrors: [], picturePolicy: 'all' };
  const parts = {
    library: { request: () => Promise.resolve({ archives: [archive] }), close: () => Promise.resolve() },
    importer: {
      run: (job: ImporterJob, signal: AbortSignal) =>
        new Promise((_resolve, reject) => {
          jobs.push({ job, signal });
          signal.addEventListener('abort', () => reject(Object.assign(new Error('cancelled'), { code: 'cancelled' })));
        }),
      close: () => undefined,
    },
    libraryDir: '/library',
    send: () => undefined,
    schedule: { stop: () => (stops += 1) },
  };
  const handlers = pictureHandlers(parts as unknown as Parameters<typeof pictureHandlers>[0]);
  return { handlers, jobs, stops: () => stops };
}

const never = new AbortController().signal;

it('a retry that runs in the background ends where all background work is stopped, and another can begin', async () => {
  const { handlers, jobs, stops } = openHandlers();
  const first = handlers['archives.retryMissing']({ archiveId: 'news' }, never);
  await expect.poll(() => jobs.length).toBe(1);
  await handlers['sync.stopScheduled']({}, never);
  await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  expect(stops()).toBe(1);
  const second = handlers['archives.retryMissing']({ archiveId: 'news' }, never);
  await expect.poll(() => jobs.length).toBe(2);
  expect(jobs[1]?.signal.aborted).toBe(false);
  await handlers['sync.stopScheduled']({}, never);
  await expect(second).rejects.toMatchObject({ code: 'cancelled' });
});

it('a retry ends where the window that asked for it does', async () => {
  const { handlers, jobs } = openHandlers();
  const asked = new AbortController();
  const retry = handlers['archives.retryMissing']({ archiveId: 'news' }, asked.signal);
  await expect.poll(() => jobs.length).toBe(1);
  asked.abort();
  await expect(retry).rejects.toMatchObject({ code: 'cancelled' });
});
