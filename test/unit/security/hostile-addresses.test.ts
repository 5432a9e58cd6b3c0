import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isWindowFrame } from '#main/ipc/trusted-sender.ts';
import { articleProtocolHandler } from '#main/read/article-protocol.ts';
import { windowFile } from '#main/window-files.ts';

/** Ways to write `..`, a separator, and the beginning of a path, on some system or to some decoder. */
const ups = ['..', '%2e%2e', '%2E.', '.%2e', '%252e%252e', '..%00', '....//..', '%c0%ae%c0%ae', '\uff0e\uff0e', '..;'];
const separators = ['/', '\\', '%2f', '%5c', '%252f', '%c0%af', '\u2215', '//'];
const places = ['secret.html', 'main/secret.js', 'etc/passwd'];
const others = [
  '/etc/passwd',
  '//etc/passwd',
  'file:///etc/passwd',
  'C:/secret.html',
  'C%3a%5csecret.html',
  '//host/share/secret.html',
  '%5c%5chost%5cshare%5csecret.html',
  'index.html::$DATA',
  'index.html%3a%3a$DATA',
  'index.html%00.js',
  'con',
  'aux.html',
  'nul.js',
  'INDEX.HTML/../../secret.html',
  'index.html/',
  '.',
  '',
  '%',
  '%zz',
  '~/secret.html',
  '$HOME/secret.html',
];
const traversals = [
  ...ups.flatMap((up) => separators.flatMap((separator) => places.map((place) => `${up}${separator}${place}`))),
  ...others,
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-window-'));
  mkdirSync(join(folder, 'renderer'));
  mkdirSync(join(folder, 'main'));
  for (const name of ['renderer/index.html', 'secret.html', 'main/secret.js']) writeFileSync(join(folder, name), name);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('there are at least a hundred ways to ask for a file elsewhere', () => {
  expect(traversals.length).toBeGreaterThanOrEqual(100);
});

test('none of them gets a file that is not of the window', async () => {
  const renderer = join(folder, 'renderer') + sep;
  for (const asked of traversals) {
    for (const prefix of ['', 'assets/', 'a/b/']) {
      const address = `offprint-app://window/${prefix}${asked}`;
      const found = URL.canParse(address) ? windowFile(address, renderer) : undefined;
      const text = found && (await readFile(found.path, 'utf8').catch(() => null));
      expect([null, undefined, 'renderer/index.html'], address).toContain(text);
    }
  }
});

test('none of them is ever looked up as a picture, or served by the protocol of articles', async () => {
  const lookedUp: string[] = [];
  const handle = articleProtocolHandler(
    () => Promise.reject(new Error('no article')),
    (sha256) => {
      lookedUp.push(sha256);
      return Promise.resolve(null);
    },
    () => '',
  );
  for (const host of ['picture', 'style', 'library', 'window', 'other']) {
    for (const asked of traversals) {
      const address = `offprint-article://${host}/${asked}`;
      if (!URL.canParse(address)) continue;
      const { status } = await handle({ url: address, method: 'GET' } as Request);
      expect(status, address).not.toBe(200);
    }
  }
  expect(lookedUp).toEqual([]);
});

const origin = 'offprint-app://window';
const top = { origin, parent: null };
test.each([
  ['a frame that is gone', null],
  ['a frame in the window', { origin, parent: top }],
  ['the article frame', { origin: 'offprint-article://library', parent: top }],
  ['an article as a page of its own', { origin: 'offprint-article://library', parent: null }],
  ['a frame without an origin', { origin: 'null', parent: null }],
  ['a page of the web', { origin: 'https://window', parent: null }],
  ['a host that begins alike', { origin: 'offprint-app://window.example', parent: null }],
  ['another host of the scheme', { origin: 'offprint-app://library', parent: null }],
  ['developer tools', { origin: 'devtools://devtools', parent: null }],
  ['a file', { origin: 'file://', parent: null }],
])('a message of %s is not the window’s', (_name, senderFrame) => {
  expect(isWindowFrame({ senderFrame } as unknown as Parameters<typeof isWindowFrame>[0], origin)).toBe(false);
});

test('a message of the top frame of the window is', () => {
  expect(isWindowFrame({ senderFrame: top } as unknown as Parameters<typeof isWindowFrame>[0], origin)).toBe(true);
});
