import { existsSync } from 'node:fs';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '#scripts/runtime/child.mjs';
import { withLock } from '#scripts/runtime/lock.mjs';

const waitMs = 20_000;
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-lock-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('two holders never overlap', async () => {
  const path = join(folder, 'lock');
  const events: string[] = [];
  const hold = (name: string) =>
    withLock(path, waitMs, async () => {
      events.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      events.push(`${name} ends`);
    });
  await Promise.all([hold('first'), hold('second'), hold('third')]);
  expect(events).toHaveLength(6);
  for (const index of [0, 2, 4]) expect(events[index + 1]).toBe(events[index]?.replace('begins', 'ends'));
});

test('the lock is gone after an action that fails', async () => {
  const path = join(folder, 'lock');
  await expect(withLock(path, waitMs, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(existsSync(path)).toBe(false);
});

test('the lock of a process that has died here is taken over', async () => {
  const path = join(folder, 'lock');
  const { stdout } = await run(process.execPath, ['-p', 'process.pid'], { limitMs: waitMs });
  await writeFile(path, `${stdout.trim()} ${hostname()}`);
  await expect(withLock(path, waitMs, () => Promise.resolve('done'))).resolves.toBe('done');
});

test('the lock of another machine is taken over once its heartbeat has stopped', async () => {
  const path = join(folder, 'lock');
  await writeFile(path, '1 elsewhere');
  const longAgo = new Date(Date.now() - 120_000);
  await utimes(path, longAgo, longAgo);
  await expect(withLock(path, waitMs, () => Promise.resolve('done'))).resolves.toBe('done');
});

test('waiting for a living holder ends with the name of the lock', async () => {
  const path = join(folder, 'lock');
  await writeFile(path, `${process.pid} ${hostname()}`);
  await expect(withLock(path, 1, () => Promise.resolve('done'))).rejects.toThrow(path);
});
