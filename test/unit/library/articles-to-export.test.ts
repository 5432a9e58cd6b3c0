import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { articlesToExport, textOfExport } from '#main/library/articles-to-export.ts';
import { type Library, openLibrary } from '#main/library/library.ts';
import { changeSettings } from '#main/library/settings.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import { defaultExportOptions } from '#preload/contract/export-types.ts';
import { temporaryArchiveDatabase, temporaryLibraryDir } from '#test/helpers/library.ts';
import { makePage } from '#test/helpers/pages.ts';

let library: Library;

beforeEach(() => {
  const libraryDir = temporaryLibraryDir();
  const page = makePage('1.md', { title: '阅读', titleLanguage: 'zh-Hans', language: 'zh-Hans', text: '灯塔亮了。' });
  storePages(temporaryArchiveDatabase(libraryDir), 'news', [page]);
  const opened = openLibrary(libraryDir);
  library = opened;
  onTestFinished(() => opened.close());
  changeSettings(library, { reading: { script: 'zh-Hant-TW' } });
});

it.each([
  [false, '閱讀', '燈塔亮了。'],
  [true, '阅读', '灯塔亮了。'],
])(
  'writes Chinese in the script it is shown in, or as it was published where that is wished (%s)',
  async (isAsPublished, title, text) => {
    const options = { ...defaultExportOptions('text'), isAsPublished };
    const { head, html } = articlesToExport(library, await textOfExport(library, options)).read('news:1.md');
    expect(head.title).toBe(title);
    expect(html).toContain(text);
  },
);
