import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { showArticle } from '#main/library/article-detail.ts';
import { documentOf } from '#main/library/article-document.ts';
import { type Library, openLibrary } from '#main/library/library.ts';
import { resolveLink } from '#main/library/link-lookup.ts';
import { addArchive, setArchiveOrigins } from '#main/library/subscriptions.ts';
import { refreshSections } from '#main/store/archive/sections.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import { temporaryArchiveDatabase, temporaryLibraryDir } from '#test/helpers/library.ts';
import { makeIndexPage, makePage } from '#test/helpers/pages.ts';

let content: WritableDb;
let library: Library;

beforeEach(() => {
  const libraryDir = temporaryLibraryDir();
  content = temporaryArchiveDatabase(libraryDir);
  const opened = openLibrary(libraryDir);
  library = opened;
  onTestFinished(() => opened.close());
});

const from = 'news:1.md';
const targetOf = (url: string) => resolveLink(library, { from, url });
const nowhere = { articleId: null, sectionId: null, archiveId: null, anchor: null, repository: null };

/** `news:1.md` with one link to `url`, as a reader meets it. */
const storeWithLink = (url: string): void => {
  const links = [{ text: 'there', url }];
  const html = `<p><a href="${url.replaceAll('&', '&amp;')}">there</a></p>`;
  storePages(content, 'news', [makePage('1.md', { links, html })]);
};
const show = (): Promise<string> => documentOf(library, { id: from, find: '', isOriginal: false, version: null, language: 'en' });

describe('a link that was written before its target came', () => {
  it.each([
    ['https://www.example.org/post/2/', 'by original address'],
    ['https://example.org/post/2?t=1624000000&utm_source=a', 'by original address with a time stamp'],
    ['https://git.example/owner/basic/blob/master/2.md', 'by its page in a repository'],
    ['https://git.example/owner/basic/-/blob/main/2.md?t=7#at', 'by its page on a GitLab host'],
    ['https://git.example/owner/basic/src/branch/main/2.md', 'by its page on a Gitea host'],
  ])('leads to the article as soon as the archive is there: %s', async (url) => {
    storeWithLink(url);
    expect(showArticle(library, from).links.map(({ articleId }) => articleId)).toEqual([null]);
    expect(await show()).toContain('<a class="outside"');
    addArchive(library, 'https://git.example/owner/basic.git');
    storePages(content, 'basic', [makePage('2.md', { originalUrl: 'https://example.org/post/2' })]);
    expect(showArticle(library, from).links.map(({ articleId }) => articleId)).toEqual(['basic:2.md']);
    expect(targetOf(url).articleId).toBe('basic:2.md');
    expect(await show()).toContain('<a class="library"');
  });

  it('leads to a page of its own archive, at the place that it names', async () => {
    storeWithLink('page:2.md#at-two');
    expect(await show()).toContain('<a class="missing"');
    storePages(content, 'news', [makePage('2.md', { html: '<h2>One</h2><h2>Two</h2>' })]);
    expect(targetOf('page:2.md#at-two')).toEqual({ ...nowhere, articleId: 'news:2.md', anchor: 'at-two' });
    expect(showArticle(library, 'news:2.md').outline.map(({ anchor }) => anchor)).toContain('at-two');
  });
});

describe('a link into a Git repository', () => {
  const readme = 'https://git.example/owner/basic/blob/master/README.md';

  it.each([
    'https://git.example/owner/basic',
    'https://git.example/owner/basic.git',
    'https://GIT.example/owner/basic/',
    'http://reader:secret@git.example/owner/basic.git',
  ])('finds the archive that is synced from %s', (origin) => {
    addArchive(library, 'https://other.example/basic.git');
    setArchiveOrigins(library, 'basic', ['https://mirror.example/basic.git', origin]);
    storePages(content, 'basic', [makePage('README.md'), makePage('docs/README.md')]);
    expect(targetOf(`${readme}#%E5%BC%80%E5%A7%8B`)).toEqual({
      ...nowhere,
      articleId: 'basic:README.md',
      anchor: 'at-开始',
    });
    expect(targetOf('https://git.example/owner/basic/tree/master').articleId).toBe('basic:README.md');
    expect(targetOf('https://git.example/owner/basic/tree/master/docs/').articleId).toBe('basic:docs/README.md');
  });

  it.each([
    'blob/master/2.md',
    'blob/main/2.md',
    'blob/HEAD/2.md',
    'blob/trunk/2.md',
    'src/branch/default/2.md',
    'src/main/2.md',
    'blob/0a1b2c3/2.md',
    'src/commit/0123456789012345678901234567890123456789/2.md',
  ])('finds the page of %s, which archives are synced from or which is a commit', (place) => {
    addArchive(library, 'https://git.example/owner/basic');
    storePages(content, 'basic', [makePage('2.md')]);
    expect(targetOf(`https://git.example/owner/basic/${place}`).articleId).toBe('basic:2.md');
  });

  it.each(['blob/v2/2.md', 'blob/gh-pages/2.md', 'src/tag/main/2.md', 'src/branch/next/2.md', 'blob/0a1b2c/2.md', 'tree/v2'])(
    'leaves %s, another text of the page than that in the library, to the web',
    async (place) => {
      const url = `https://github.com/owner/basic/${place}`;
      storeWithLink(url);
      expect(targetOf(url)).toEqual(nowhere);
      addArchive(library, 'https://github.com/owner/basic');
      storePages(content, 'basic', [makePage('2.md'), makePage('README.md')]);
      expect(targetOf(url)).toEqual(nowhere);
      expect(await show()).toContain('<a class="outside"');
    },
  );

  it('finds the page in a repository on SourceHut', () => {
    addArchive(library, 'https://git.sr.ht/~owner/basic');
    storePages(content, 'basic', [makePage('docs/2.md'), makePage('docs/README.md')]);
    expect(targetOf('https://git.sr.ht/~owner/basic/tree/master/item/docs/2.md').articleId).toBe('basic:docs/2.md');
    expect(targetOf('https://git.sr.ht/~owner/basic/tree/master/item/docs').articleId).toBe('basic:docs/README.md');
  });

  it.each([
    ['https://github.com/owner/basic/blob/master/README.md', 'https://github.com/owner/basic'],
    ['https://www.github.com/owner/basic/tree/main', 'https://www.github.com/owner/basic'],
    ['https://gitlab.com/group/sub/basic/-/tree/main/docs', 'https://gitlab.com/group/sub/basic'],
    ['https://codeberg.org/owner/basic/src/commit/0a1b2c3/2.md', 'https://codeberg.org/owner/basic'],
    ['https://bitbucket.org/owner/basic/src/master/2.md', 'https://bitbucket.org/owner/basic'],
    ['https://git.sr.ht/~owner/basic/tree/trunk/item/2.md', 'https://git.sr.ht/~owner/basic'],
    ['https://git.example:8443/group/sub/basic/-/blob/main/a%20b.md', 'https://git.example:8443/group/sub/basic'],
    ['https://git.example/owner/basic/src/branch/main/2.md', 'https://git.example/owner/basic'],
    ['https://git.example/owner/basic.git', 'https://git.example/owner/basic.git'],
  ])('offers the repository of %s where it is not in the library', (url, repository) => {
    expect(targetOf(url)).toEqual({ ...nowhere, repository });
  });

  it('offers a repository of any host that an archive comes from', () => {
    expect(targetOf(readme)).toEqual(nowhere);
    addArchive(library, 'https://git.example/owner/other.git');
    expect(targetOf(readme)).toEqual({ ...nowhere, repository: 'https://git.example/owner/basic' });
    expect(targetOf(readme.replace('git.example', 'git.example:8443'))).toEqual(nowhere);
  });

  it('leads to the archive itself where it is the address that archives are added by', () => {
    addArchive(library, 'https://git.example/owner/basic');
    expect(targetOf('https://git.example/owner/basic.git')).toEqual({ ...nowhere, archiveId: 'basic' });
  });

  it.each([
    'https://git.example/owner/basic',
    'https://github.com/owner/basic',
    'https://example.org/recipes/soup/blob/main/index.html',
    'https://example.org/recipes/soup/tree/master',
    'https://example.org/recipes/soup/src/main/index.html',
    'https://github.com/owner/basic/blob/main/src/main.js',
    'https://github.com/owner/basic/blob',
    'https://github.com/owner/basic/issues/blob/1.md',
    'https://example.org/.git',
    'mailto:blob@git.example',
    'https://example.org/post/1',
    '#at-a',
    'page:nothing.md',
    'no address',
  ])('%s offers nothing', (url) => {
    expect(targetOf(url)).toEqual(nowhere);
  });

  it('is not offered where the archive is there and only the page is not', () => {
    addArchive(library, 'https://git.example/owner/basic');
    storePages(content, 'basic', [makePage('2.md')]);
    expect(targetOf('https://git.example/owner/basic/blob/master/docs/2.md')).toEqual(nowhere);
  });
});

it('a link to the page of a section leads to the section, one to the front page to the archive', () => {
  storePages(content, 'news', [
    makePage('1.md'),
    makeIndexPage('README.md', 'News', [[null, ['indexes/a.md|A']]]),
    makeIndexPage('indexes/a.md', 'A', [[null, ['1.md|One']]]),
  ]);
  refreshSections(content, 'news');
  expect(targetOf('page:indexes/a.md')).toEqual({ ...nowhere, sectionId: 'news:indexes/a.md' });
  expect(targetOf('page:README.md')).toEqual({ ...nowhere, archiveId: 'news' });
  addArchive(library, 'https://git.example/owner/basic');
  expect(targetOf('https://git.example/owner/basic/tree/main')).toEqual({ ...nowhere, archiveId: 'basic' });
});

describe('the page as published', () => {
  const original = (id = from): Promise<string> =>
    documentOf(library, { id, find: 'lamp', isOriginal: true, version: null, language: 'zh-Hans' });

  it('is shown under a line that says what it is, with nothing marked', async () => {
    storePages(content, 'news', [makePage('1.md')]);
    const html = await original();
    expect(html).toContain('<p class="original-notice" role="note" lang="zh-Hans">发布时的原页面。');
    expect(html).toContain('The lamp is lit at dusk.');
    expect(html).not.toContain('<mark');
  });

  it.each([
    ['not kept', 'DELETE FROM page_content'],
    ['not what was synced', "UPDATE page SET oid = '0123456789012345678901234567890123456789'"],
  ])('is not shown where it is %s, which is said, and the article stays', async (_state, sql) => {
    storePages(content, 'news', [makePage('1.md')]);
    content.run(sql);
    const html = await original();
    expect(html).toContain('无法显示原页面');
    expect(html).not.toContain('The lamp is lit at dusk.');
    expect(await show()).toContain('The lamp is lit at dusk.');
  });

  it('of an article that is not there is not there', async () => {
    await expect(original('news:none.md')).rejects.toMatchObject({ code: 'not-found' });
  });
});
