import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from '#scripts/build/fingerprint.mjs';

let root = '';
const inputs = ['main', 'package.json', 'absent'];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-fingerprint-'));
  await mkdir(join(root, 'main', 'store'), { recursive: true });
  await writeFile(join(root, 'main', 'store', 'open.ts'), 'export const one = 1;');
  await writeFile(join(root, 'package.json'), '{}');
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

test('it stays the same while nothing changes', () => {
  expect(fingerprint(root, inputs)).toBe(fingerprint(root, inputs));
});

test('it changes with a file added, renamed, removed or written', async () => {
  const seen = [fingerprint(root, inputs)];
  const note = () => seen.push(fingerprint(root, inputs));
  await writeFile(join(root, 'main', 'menu.ts'), '');
  note();
  await rename(join(root, 'main', 'menu.ts'), join(root, 'main', 'window.ts'));
  note();
  await writeFile(join(root, 'package.json'), '{ }');
  note();
  await utimes(join(root, 'main', 'window.ts'), 1, 1);
  note();
  await rm(join(root, 'main', 'store'), { recursive: true });
  note();
  expect(new Set(seen).size).toBe(seen.length);
});

test('a file outside the inputs does not matter', async () => {
  const before = fingerprint(root, inputs);
  await writeFile(join(root, 'README.md'), 'text');
  expect(fingerprint(root, inputs)).toBe(before);
});
