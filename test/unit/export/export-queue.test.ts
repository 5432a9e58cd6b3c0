import { expect, test } from 'vitest';
import { ExportQueue } from '#main/export/export-queue.ts';

interface Runner {
  readonly queue: ExportQueue;
  /** What began, in its order. */
  readonly begun: readonly string[];
  readonly held: readonly boolean[];
  add(id: string, windowId?: number): { readonly ended: Promise<string>; cancel(): void };
  finish(id: string): void;
  fail(id: string): void;
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Work ends when the test says so, or with its signal. */
function openRunner(): Runner {
  const begun: string[] = [];
  const held: boolean[] = [];
  const running = new Map<string, { finish(): void; fail(error: Error): void }>();
  const queue = new ExportQueue((isPaused) => held.push(isPaused));
  const work = (id: string) => (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      begun.push(id);
      running.set(id, { finish: () => resolve(`${id} done`), fail: reject });
      signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
    });
  return {
    queue,
    begun,
    held,
    add: (id, windowId = 1) => {
      const abort = new AbortController();
      const result = queue.add({ id, windowId, signal: abort.signal, work: work(id) });
      return { ended: result.catch((error: unknown) => (error as Error).message), cancel: () => abort.abort() };
    },
    finish: (id) => running.get(id)?.finish(),
    fail: (id) => running.get(id)?.fail(new Error('no room')),
  };
}

test('one runs at a time, in the order in which they were asked for', async () => {
  const runner = openRunner();
  const ends = ['a', 'b', 'c'].map((id) => runner.add(id).ended);
  expect(runner.begun).toEqual(['a']);
  runner.finish('a');
  await settled();
  expect(runner.begun).toEqual(['a', 'b']);
  runner.finish('b');
  await settled();
  runner.finish('c');
  expect(await Promise.all(ends)).toEqual(['a done', 'b done', 'c done']);
  expect(runner.queue.count()).toBe(0);
});

test('one that fails does not keep the next from its turn', async () => {
  const runner = openRunner();
  const first = runner.add('a');
  const second = runner.add('b');
  runner.fail('a');
  expect(await first.ended).toBe('no room');
  await settled();
  runner.finish('b');
  expect(await second.ended).toBe('b done');
});

test('one that is cancelled while it waits never begins, and the others keep their order', async () => {
  const runner = openRunner();
  runner.add('a');
  const second = runner.add('b');
  runner.add('c');
  second.cancel();
  expect(await second.ended).toContain('taken out of the queue');
  runner.finish('a');
  await settled();
  expect(runner.begun).toEqual(['a', 'c']);
});

test('one that is cancelled while it runs makes room for the next', async () => {
  const runner = openRunner();
  const first = runner.add('a');
  const second = runner.add('b');
  first.cancel();
  expect(await first.ended).toBe('stopped');
  await settled();
  expect(runner.begun).toEqual(['a', 'b']);
  runner.finish('b');
  expect(await second.ended).toBe('b done');
});

test('one that is paused while it runs keeps its turn; resumed, it goes on', async () => {
  const runner = openRunner();
  runner.add('a');
  runner.add('b');
  runner.queue.pause('a', true);
  runner.queue.pause('a', true);
  await settled();
  expect(runner.held).toEqual([true]);
  expect(runner.begun).toEqual(['a']);
  runner.queue.pause('a', false);
  expect(runner.held).toEqual([true, false]);
});

test('one that is paused while it waits lets the others pass, and begins once it is resumed', async () => {
  const runner = openRunner();
  runner.add('a');
  runner.add('b');
  runner.add('c');
  runner.queue.pause('b', true);
  runner.finish('a');
  await settled();
  expect(runner.begun).toEqual(['a', 'c']);
  runner.finish('c');
  await settled();
  expect(runner.begun).toEqual(['a', 'c']);
  runner.queue.pause('b', false);
  expect(runner.begun).toEqual(['a', 'c', 'b']);
  expect(runner.held).toEqual([]);
});

test('a window that closes ends its own exports and no others', async () => {
  const runner = openRunner();
  const ofFirst = [runner.add('a', 1), runner.add('b', 1)];
  const ofSecond = runner.add('c', 2);
  expect(runner.queue.count(1)).toBe(2);
  await runner.queue.cancel(1);
  expect(await Promise.all(ofFirst.map(({ ended }) => ended))).toEqual(['stopped', expect.stringContaining('taken out')]);
  await settled();
  expect(runner.begun).toEqual(['a', 'c']);
  expect([runner.queue.count(1), runner.queue.count()]).toEqual([0, 1]);
  runner.finish('c');
  expect(await ofSecond.ended).toBe('c done');
});

test('what is asked for after it was cancelled never begins', async () => {
  const runner = openRunner();
  const gone = new AbortController();
  gone.abort();
  const work = (): Promise<string> => Promise.resolve('begun');
  await expect(runner.queue.add({ id: 'x', windowId: 1, signal: gone.signal, work })).rejects.toThrow('taken out of the queue');
});
