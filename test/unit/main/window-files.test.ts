import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serveWindowFile, windowFile } from '#main/window-files.ts';

const folder = '/opt/offprint/renderer/';

/** Ways to ask for a file that is not the window's; none of them may leave the folder. */
const traversals = [
  '..',
  '../main/main.js',
  '../../package.json',
  '%2e%2e/main/main.js',
  '%2e%2e%2fmain%2fmain.js',
  '..%2f..%2fpackage.json',
  '%252e%252e/main.js',
  '..%5c..%5cpackage.json',
  '..\\..\\package.json',
  'assets/../../main/main.js',
  'assets/%2e%2e/%2e%2e/main/main.js',
  '/etc/passwd.html',
  '//etc/passwd.html',
  'C:/Windows/win.html',
  'C%3A/Windows/win.html',
  'index.html::$DATA',
  'index.html%00.js',
  'file:///etc/passwd.html',
  '%',
  '%E0%A4%A.html',
];

describe('the files of the window', () => {
  it('are found below the built folder, with their type', () => {
    expect(windowFile('offprint-app://window/index.html', folder)).toEqual({
      path: '/opt/offprint/renderer/index.html',
      contentType: 'text/html; charset=utf-8',
    });
    expect(windowFile('offprint-app://window/assets/main-1a2b.js', folder)?.path).toBe(
      '/opt/offprint/renderer/assets/main-1a2b.js',
    );
  });

  it.each(traversals)('never lie outside it: %s', (asked) => {
    const path = windowFile(`offprint-app://window/${asked}`, folder)?.path ?? `${folder}none`;
    expect(resolve(path).startsWith(folder)).toBe(true);
  });

  it('have no other host and no unknown type', () => {
    expect(windowFile('offprint-app://library/index.html', folder)).toBeUndefined();
    expect(windowFile('offprint-app://window/index.sqlite', folder)).toBeUndefined();
    expect(windowFile('offprint-app://window/', folder)).toBeUndefined();
  });

  it('are answered with 404 where there are none, and for any method but GET', async () => {
    expect((await serveWindowFile(new Request('https://window/none.html'))).status).toBe(404);
    expect((await serveWindowFile(new Request('https://window/index.html', { method: 'POST' }))).status).toBe(404);
  });
});
