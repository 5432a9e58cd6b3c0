import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { showArticle } from '#main/library/article-detail.ts';
import { documentOf } from '#main/library/article-document.ts';
import { type Library, openLibrary } from '#main/library/library.ts';
import { parsePage } from '#main/parse/parse-page.ts';
import { objectId } from '#main/source/git/git-object.ts';
import { keepPages } from '#main/store/archive/keep-pages.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import { temporaryArchiveDatabase, temporaryLibraryDir } from '#test/helpers/library.ts';

let content: WritableDb;
let library: Library;

beforeEach(() => {
  const libraryDir = temporaryLibraryDir();
  content = temporaryArchiveDatabase(libraryDir);
  const opened = openLibrary(libraryDir);
  library = opened;
  onTestFinished(() => opened.close());
});

/** A page in Markdown, through the parser that a sync uses. */
function publish(markdown: string, at: string): void {
  const bytes = Buffer.from(markdown);
  const page = { path: 'news/lamp.md', oid: objectId('sha1', 'blob', bytes), bytes };
  const [kept] = keepPages(content, 'news', [page], Date.parse(at));
  const result = parsePage({ path: page.path, bytes, fallbackDay: '2021-05-03' });
  storePages(content, 'news', [{ ...page, parserVersion: 1, result, isReplacing: kept?.isChange === true }]);
}

const id = 'news:news/lamp.md';
const first =
  '# The lamp at the ford\n\nThe lamp was lit at dusk, and nobody crossed the river that night. <script>x()</script>\n';
const second = '# The lamp at the bridge\n\nThe lamp was lit at dawn, and everybody crossed the river that day.\n';

describe('an earlier version of an article', () => {
  beforeEach(() => {
    publish(first, '2021-05-04T08:00:00Z');
    publish(second, '2021-05-06T09:30:00Z');
  });

  const document = (version: number | null, find = ''): Promise<string> =>
    documentOf(library, { id, find, isOriginal: false, version, language: 'en' });

  it('is named where the article is told about, with the time when it was replaced', () => {
    const { title, earlierVersions } = showArticle(library, id);
    expect(title).toBe('The lamp at the bridge');
    expect(earlierVersions).toMatchObject([{ replacedAt: '2021-05-06T09:30:00.000Z' }]);
  });

  it('is shown with its own title and text, under a line that says what it is', async () => {
    const html = await document(showArticle(library, id).earlierVersions[0]?.version ?? 0);
    expect(html).toContain('The lamp at the ford</h1>');
    expect(html).toContain('nobody crossed');
    expect(html).not.toContain('everybody crossed');
    expect(html).toMatch(/<p class="notice" role="note" lang="en">Earlier version, replaced on May 6, 2021/u);
    expect(await document(null)).not.toContain('Earlier version');
  });

  it('is as confined as the article: no script, no loading, and hits of a search are marked', async () => {
    const version = showArticle(library, id).earlierVersions[0]?.version ?? 0;
    const html = await document(version, 'nobody');
    expect(html).not.toContain('x()');
    expect(html).not.toMatch(/<script|\bsrc=/u);
    expect(html).toMatch(/<mark[^>]*>nobody<\/mark>/u);
  });

  it('that is not there is not found', async () => {
    await expect(document(999)).rejects.toMatchObject({ code: 'not-found' });
  });
});
