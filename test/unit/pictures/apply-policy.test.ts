import { expect, test } from 'vitest';
import { applyPicturePolicy, queueArticlePictures } from '#main/pictures/apply-policy.ts';
import { storeArchiveFile } from '#main/pictures/store-file.ts';
import { listQueuedFiles } from '#main/store/pictures/claim-pictures.ts';
import { findPictures } from '#main/store/pictures/find-pictures.ts';
import { countPictures, listMissingPictures } from '#main/store/pictures/picture-report.ts';
import { fillLibrary, temporaryArchiveDatabase } from '#test/helpers/library.ts';
import { samplePicture } from '#test/helpers/picture-bytes.ts';
import { addressRows, enqueue, temporaryPicturesDatabase } from '#test/helpers/picture-library.ts';

/** Articles 0 and 1 show a picture each, and one together; the last shows none. */
function openLibraries() {
  const archive = temporaryArchiveDatabase();
  const shown = ['0.png', '1.png'].map((name) =>
    [name, 'both.png'].map((file) => ({ url: `https://news.example/${file}`, alt: '' })),
  );
  fillLibrary(archive, [...shown.map((pictures) => ({ pictures })), {}]);
  return { archive, pictures: temporaryPicturesDatabase() };
}
const key = (number: number): string => `a:pages/${number}.md`;

test('under "all" the pictures of every article are wanted, each once, however often the policy is applied', () => {
  const databases = openLibraries();
  const change = { archiveId: 'a', policy: 'all', openedKeys: [] } as const;
  expect(applyPicturePolicy(databases, change)).toBe(3);
  expect(applyPicturePolicy(databases, change)).toBe(0);
  expect(countPictures(databases.pictures, 'a')).toMatchObject({ wanted: 3, waiting: 3 });
});

test('under "opened" only those of what was opened are, and under "none" none', () => {
  const databases = openLibraries();
  applyPicturePolicy(databases, { archiveId: 'a', policy: 'all', openedKeys: [] });
  applyPicturePolicy(databases, { archiveId: 'a', policy: 'opened', openedKeys: [key(1), 'not in the library'] });
  expect(addressRows(databases.pictures).map(({ address }) => address)).toEqual([
    'https://news.example/1.png',
    'https://news.example/both.png',
  ]);
  applyPicturePolicy(databases, { archiveId: 'a', policy: 'none', openedKeys: [key(1)] });
  expect(addressRows(databases.pictures)).toEqual([]);
});

test('one article that was opened has its pictures queued, in the archive that lists it', () => {
  const databases = openLibraries();
  expect(queueArticlePictures(databases, { archiveId: 'a', keys: [key(0)], wish: 'opened' })).toBe(2);
  expect(queueArticlePictures(databases, { archiveId: 'b', keys: [key(0)], wish: 'opened' })).toBe(0);
});

test('a picture that is a file of the archive is stored from its bytes, or is missing with a reason', () => {
  const db = temporaryPicturesDatabase();
  enqueue(db, ['pictures/gone.png', 'pictures/here.png', 'pictures/text.png']);
  const bytes = [null, samplePicture('png'), Buffer.from('text')];
  const files = listQueuedFiles(db, { archiveId: 'a', after: '', limit: 9 });
  expect(files.map(({ id }, at) => storeArchiveFile(db, { id, bytes: bytes[at] ?? null }, 1))).toEqual([
    'not-found',
    null,
    'not-a-picture',
  ]);
  expect(findPictures(db, { shownFrom: 'a', urls: ['pictures/here.png'] })).toMatchObject([{ stored: { width: 12 } }]);
  expect(listMissingPictures(db, { archiveId: 'a', limit: 9, offset: 0 }).map(({ reason }) => reason)).toEqual([
    'not-found',
    'not-a-picture',
  ]);
});
