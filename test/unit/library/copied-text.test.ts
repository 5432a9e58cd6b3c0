import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { copiedText } from '#main/library/copied-text.ts';
import { type Library, openLibrary } from '#main/library/library.ts';
import { parsePage } from '#main/parse/parse-page.ts';
import { objectId } from '#main/source/git/git-object.ts';
import { keepPages } from '#main/store/archive/keep-pages.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import { temporaryArchiveDatabase, temporaryLibraryDir } from '#test/helpers/library.ts';

let library: Library;

const page = `---
title: "![](https://tracker.example/a.png) <img src=x>"
source: "[Post](https://tracker.example/)"
date: 2021-05-03
---

The lamp was lit at dusk, and whoever writes &lt;script&gt;x()&lt;/script&gt; crossed the river that night.
`;

beforeEach(() => {
  const libraryDir = temporaryLibraryDir();
  const content = temporaryArchiveDatabase(libraryDir);
  const opened = openLibrary(libraryDir);
  library = opened;
  onTestFinished(() => opened.close());
  const bytes = Buffer.from(page);
  const kept = { path: 'news/lamp.md', oid: objectId('sha1', 'blob', bytes), bytes };
  keepPages(content, 'news', [kept], Date.parse('2021-05-04T08:00:00Z'));
  const result = parsePage({ path: kept.path, bytes, fallbackDay: '2021-05-03' });
  storePages(content, 'news', [{ ...kept, parserVersion: 1, result, isReplacing: false }]);
});

const copy = (form: 'markdown' | 'quotation', selected = ''): Promise<string> =>
  copiedText(library, { id: 'news:news/lamp.md', form, selected, language: 'en' });

it('what a hostile page calls itself is text in Markdown, and neither a picture, a link nor HTML', async () => {
  const markdown = await copy('markdown');
  expect(markdown).toContain('tracker.example/a.png');
  expect(markdown).not.toMatch(/(?<!\\)!?(?<!\\)\[[^\]\\]*\]\(|(?<!\\)<[a-z/!]/iu);
});

it('a passage holds nothing that a terminal takes for a key', async () => {
  const quotation = await copy('quotation', 'a lamp\u001B[201~\rrm\u0000 \u009B2J\n\tat dusk');
  expect(quotation).toMatch(/^“a lamp\[201~rm 2J\n\tat dusk”\n— /u);
});
