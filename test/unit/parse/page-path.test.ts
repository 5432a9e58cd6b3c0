import { describe, expect, it } from 'vitest';
import { isPagePath } from '#main/parse/page-path.ts';

describe('which files of an archive are pages', () => {
  it.each([
    'README.md',
    'pages/晨报/1.md',
    'a/b.markdown',
    'html/x.HTM',
    'x.html',
    '_posts/2021-01-01-a.md',
    'docs/readme.MD',
    'docs/a.mdx',
  ])('%s is one', (path) => {
    expect(isPagePath(path)).toBe(true);
  });

  it.each([
    '.github/x.md',
    'a/.hidden.md',
    'node_modules/a/README.md',
    'x/vendor/b.md',
    '_layouts/post.html',
    'requirements.txt',
    'pages/1.md.png',
    '.md',
    'md',
    'a/',
  ])('%s is none', (path) => {
    expect(isPagePath(path)).toBe(false);
  });
});
