import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { directNetwork } from '#main/source/network/network.ts';
import { readOrigin } from '#main/source/origin.ts';
import { openSource } from '#main/source/open-source.ts';

describe('what a reader types as an origin', () => {
  it.each([
    ['https://example.org/news/archive.git', 'https://example.org/news/archive.git'],
    ['  HTTPS://Example.org/archive/ ', 'https://example.org/archive'],
    ['http://127.0.0.1:8080/cut=10/archive.git', 'http://127.0.0.1:8080/cut=10/archive.git'],
    ['https://github.com/owner/repo', 'https://github.com/owner/repo'],
    ['https://github.com/owner/repo.git', 'https://github.com/owner/repo.git'],
    ['https://github.com/owner/repo/tree/main/pages', 'https://github.com/owner/repo'],
    ['https://github.com/owner/repo/blob/main/README.md#top', 'https://github.com/owner/repo'],
    ['https://www.github.com/owner/repo?tab=readme-ov-file', 'https://www.github.com/owner/repo'],
    ['github.com/owner/repo', 'https://github.com/owner/repo'],
    ['https://gitee.com/owner/repo/blob/master/a.md', 'https://gitee.com/owner/repo'],
    ['https://codeberg.org/owner/repo/src/branch/main', 'https://codeberg.org/owner/repo'],
    ['https://gitlab.com/group/below/repo/-/tree/main', 'https://gitlab.com/group/below/repo'],
    ['https://gitlab.com/owner/repo/blob/main/a.md', 'https://gitlab.com/owner/repo'],
    ['https://git.example.org/group/repo/-/blob/main/a.md', 'https://git.example.org/group/repo'],
    ['https://git.example.org/tree/blob/main', 'https://git.example.org/tree/blob/main'],
  ])('%s is the repository %s', (text, url) => {
    expect(readOrigin(text)).toMatchObject({ kind: 'git-http', url });
  });

  it.each([
    ['/srv/archive/', resolve('/srv/archive')],
    ['~/archive', join(homedir(), 'archive')],
    ['archives/./news', resolve('archives/news')],
    [pathToFileURL(resolve('/srv/my archive')).href, resolve('/srv/my archive')],
  ])('%s is the folder %s', (text, folder) => {
    expect(readOrigin(text)).toMatchObject({ kind: 'folder', url: folder });
  });

  it.each([
    ['/srv/news-main.zip', 'file', 'news'],
    ['/srv/news.tar.gz', 'file', 'news'],
    ['/srv/news.TGZ', 'file', 'news'],
    ['/srv/news.bundle', 'file', 'news'],
    ['/srv/news.git', 'folder', 'news'],
    ['https://example.org/files/news.zip?token=a%20b', 'web-file', 'news'],
    ['https://example.org/news.bundle#part', 'web-file', 'news'],
    ['https://github.com/owner/news/archive/refs/heads/main.zip', 'web-file', 'news'],
    ['https://codeload.github.com/owner/news/tar.gz/refs/heads/main', 'web-file', 'news'],
    ['https://gitee.com/owner/news/repository/archive/master.zip', 'web-file', 'news'],
    ['https://git.example.org/group/news/-/archive/main/news-main.tar.gz', 'web-file', 'news'],
    ['https://codeberg.org/owner/news/archive/main.zip', 'web-file', 'news'],
    ['https://github.com/owner/news/releases/download/v1/pages.zip', 'web-file', 'pages'],
    ['https://github.com/owner/news/blob/main/data.zip', 'git-http', 'news'],
  ])('%s is a %s that is called %s', (text, kind, name) => {
    expect(readOrigin(text)).toMatchObject({ kind, suggestedName: name, suggestedId: name });
  });

  it('keeps what an address of a file says behind its question mark', () => {
    expect(readOrigin('https://example.org/news.zip?token=a%20b#top').url).toBe('https://example.org/news.zip?token=a%20b');
  });

  it.each([
    '',
    '   ',
    'git@github.com:owner/repo.git',
    'ssh://host/repo',
    'git://host/repo',
    'https://',
    'https://a b/c',
    'a\nb',
    'file://elsewhere/x%2Fy',
  ])('refuses "%s"', (text) => {
    expect(() => readOrigin(text)).toThrow(expect.objectContaining({ code: 'origin-not-understood' }));
  });

  it.each([
    ['https://example.org/owner/news.git', 'news', 'news'],
    ['https://example.org/owner/%E6%96%B0%E9%97%BB%20%E5%AD%98%E6%A1%A3', '新闻 存档', '新闻-存档'],
    ['https://example.org/', 'example.org', 'example.org'],
    ['/srv/a:b\\c', 'a:b\\c', 'a-b-c'],
    ['/srv/..hidden', '..hidden', 'hidden'],
    ['/', '/', 'archive'],
  ])('suggests for %s the name "%s" and the id "%s"', (text, name, id) => {
    expect(readOrigin(text)).toMatchObject({ suggestedName: name, suggestedId: id });
  });

  it('is refused when opened, before anything is asked', () => {
    const options = { isWanted: () => true, maximumFileBytes: 1, stallTimeoutMs: 1, userAgent: 'x', network: directNetwork };
    expect(() => openSource('gopher://example.org', options)).toThrow(expect.objectContaining({ code: 'origin-not-understood' }));
  });
});
