import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { listArticles } from '#main/library/article-list.ts';
import { withFirstPictures } from '#main/library/first-pictures.ts';
import { type Library, openLibrary } from '#main/library/library.ts';
import { changeSettings } from '#main/library/settings.ts';
import { firstPictureSql } from '#main/store/archive/first-pictures.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import { temporaryArchiveDatabase, temporaryLibraryDir } from '#test/helpers/library.ts';
import { makePage } from '#test/helpers/pages.ts';
import { expectNoScan, queryPlan } from '#test/helpers/query-plan.ts';
import { makePng } from '#test/helpers/picture-bytes.ts';
import { addressId, enqueue, sha256Of, temporaryPicturesDatabase } from '#test/helpers/picture-library.ts';
import { recordStored } from '#main/store/pictures/record-picture.ts';

let content: WritableDb;
let pictures: WritableDb;
let library: Library;

beforeEach(() => {
  const libraryDir = temporaryLibraryDir();
  content = temporaryArchiveDatabase(libraryDir);
  pictures = temporaryPicturesDatabase(libraryDir);
  const opened = openLibrary(libraryDir);
  library = opened;
  onTestFinished(() => opened.close());
});

const store = (name: string, widthPx: number, heightPx: number): string => {
  const bytes = makePng(widthPx, heightPx, Buffer.from(name));
  const url = `https://img.example.org/${name}.png`;
  enqueue(pictures, [url], { archiveId: 'news' });
  recordStored(pictures, {
    addressId: addressId(pictures, url),
    bytes,
    type: 'png',
    width: widthPx,
    height: heightPx,
    etag: null,
    lastModified: null,
    atMs: 1,
  });
  return sha256Of(bytes);
};
const shows = (...names: string[]) => ({
  pictures: names.map((name) => ({ url: `https://img.example.org/${name}.png`, alt: '' })),
});
const shown = (): (string | undefined)[] => {
  const { rows } = listArticles(library, { scope: { kind: 'all' }, sort: 'oldest', offset: 0, limit: 10 });
  return withFirstPictures(library, rows).map(({ firstPicture }) => firstPicture?.sha256);
};

test('a row has the first picture of its article that is stored and is no icon', () => {
  const river = store('river', 400, 300);
  store('icon', 32, 32);
  storePages(content, 'news', [
    makePage('1.md', { publishedOn: '2021-05-01', ...shows('missing', 'icon', 'river') }),
    makePage('2.md', { publishedOn: '2021-05-02', ...shows('icon') }),
    makePage('3.md', { publishedOn: '2021-05-03' }),
  ]);
  expect(shown()).toEqual([river, undefined, undefined]);
});

test('rows have none where the reader wants none', () => {
  store('river', 400, 300);
  storePages(content, 'news', [makePage('1.md', shows('river'))]);
  changeSettings(library, { list: { hasPictures: false } });
  expect(shown()).toEqual([undefined]);
});

test('pictures of a page of rows are found by name of the page', () => {
  const plan = queryPlan(content, firstPictureSql.picturesOfPages, ['[]']);
  expectNoScan(plan);
  expect(plan.join('\n')).toContain('sqlite_autoindex_page_1 (archive_id=? AND path=?)');
});
