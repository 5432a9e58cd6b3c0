import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Library, openLibrary } from '#main/library/library.ts';
import { changeSettings } from '#main/library/settings.ts';
import { noteOfArticle, picturesOfArticle } from '#main/library/shown-body.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import { recordStored } from '#main/store/pictures/record-picture.ts';
import { temporaryArchiveDatabase, temporaryLibraryDir } from '#test/helpers/library.ts';
import { makePage } from '#test/helpers/pages.ts';
import { makePng } from '#test/helpers/picture-bytes.ts';
import { addressId, enqueue, sha256Of, temporaryPicturesDatabase } from '#test/helpers/picture-library.ts';

const id = 'news:1.md';
const urlOf = (name: string): string => `https://img.example.org/${name}.png`;
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

function storePicture(name: string, width: number, height: number): string {
  const bytes = makePng(width, height, Buffer.from(name));
  enqueue(pictures, [urlOf(name)], { archiveId: 'news' });
  const facts = { bytes, type: 'png', width, height, etag: null, lastModified: null, atMs: 1 } as const;
  recordStored(pictures, { addressId: addressId(pictures, urlOf(name)), ...facts });
  return sha256Of(bytes);
}

const storeArticle = (html: string, names: readonly string[] = []): void =>
  void storePages(content, 'news', [
    makePage('1.md', { html, language: 'zh-Hans', pictures: names.map((name) => ({ url: urlOf(name), alt: '' })) }),
  ]);

test('the pictures of an article are those that are stored and no mere signs, each with its place in the text', async () => {
  const [river, heron] = [storePicture('river', 400, 300), storePicture('heron', 90, 60)];
  storePicture('dot', 8, 8);
  storeArticle(
    '<p><img data-picture="0" alt="gone"><img data-picture="1" alt="dot"><img alt="none"></p>' +
      '<figure><img data-picture="2" alt="a &amp; b"><figcaption>河 <b>口</b></figcaption></figure><p><img data-picture="3" alt=""></p>',
    ['gone', 'dot', 'river', 'heron'],
  );
  expect(await picturesOfArticle(library, { id, body: 'article' })).toEqual({
    language: 'zh-Hans',
    pictures: [
      { place: 3, sha256: river, width: 400, height: 300, alt: 'a & b', caption: '河 口' },
      { place: 4, sha256: heron, width: 90, height: 60, alt: '', caption: '' },
    ],
  });
});

test('words beside a picture, and those of a note, are in the script that the reader wants', async () => {
  storePicture('river', 400, 300);
  storeArticle('<p><img data-picture="0" alt="鸟"> 见 [1]</p><p>[1] 鸟在河口。</p>', ['river']);
  changeSettings(library, { reading: { script: 'zh-Hant-TW' } });
  const shown = await picturesOfArticle(library, { id, body: 'article' });
  expect(shown).toMatchObject({ language: 'zh-Hant-TW', pictures: [{ alt: '鳥' }] });
  expect(await noteOfArticle(library, { id, request: { kind: 'note', body: 'article', place: 0 } })).toEqual({
    name: '1',
    anchor: expect.stringMatching(/^at-offprint-note-\d+$/u),
    language: 'zh-Hant-TW',
    paragraphs: [[{ text: '鳥在河口。', style: 'plain', link: null }]],
  });
});

test('a mark that the text does not have is no note', async () => {
  storeArticle('<p>a [1]</p><p>[1] b</p>');
  const request = { kind: 'note', body: 'article', place: 1 } as const;
  await expect(noteOfArticle(library, { id, request })).rejects.toMatchObject({ code: 'not-found' });
});
