import { describe, expect, test } from 'vitest';
import { claimPictures, countQueuedOnWeb, listQueuedFiles, listWaitingOrigins } from '#main/store/pictures/claim-pictures.ts';
import { findPictures, readPicture } from '#main/store/pictures/find-pictures.ts';
import { narrowPicturePolicy, removeArchivePictures } from '#main/store/pictures/forget-pictures.ts';
import { countPictures, listMissingPictures, recheckStored, retryMissing } from '#main/store/pictures/picture-report.ts';
import { recordLater, recordMissing, recordStored, recordUnchanged } from '#main/store/pictures/record-picture.ts';
import type { WritableDb } from '#main/store/database.ts';
import { addressId, addressRows, enqueue, sha256Of, temporaryPicturesDatabase } from '#test/helpers/picture-library.ts';

const one = 'https://news.example/one.png';
const two = 'https://news.example/two.png';
const facts = { type: 'png', width: 12, height: 9, lastModified: null, atMs: 5 } as const;

function store(db: WritableDb, address: string, text: string, etag: string | null = null): boolean {
  return recordStored(db, { ...facts, etag, addressId: addressId(db, address), bytes: Buffer.from(text) });
}

function claimUrls(db: WritableDb, origin = 'https://news.example', given: { limit?: number; nowMs?: number } = {}): string[] {
  return claimPictures(db, { origin, weakest: 'all', limit: 9, nowMs: 0, inFlight: [], ...given }).map(({ url }) => url);
}

describe('the queue', () => {
  test('takes a picture once, however often and by however many articles it is shown', () => {
    const db = temporaryPicturesDatabase();
    expect(enqueue(db, [one, two, `${one}#part`])).toBe(2);
    expect(enqueue(db, [one], { articleRowId: 9 })).toBe(0);
    expect(enqueue(db, [one], { archiveId: 'b' })).toBe(1);
    expect(countQueuedOnWeb(db, { weakest: 'all' })).toBe(2);
    expect(countPictures(db, 'b')).toMatchObject({ wanted: 1, waiting: 1 });
  });

  test('gives what the reader asked for first, then the newest articles, and never what is being fetched', () => {
    const db = temporaryPicturesDatabase();
    enqueue(db, ['https://news.example/old.png'], { articleRowId: 1 });
    enqueue(db, ['https://news.example/new.png'], { articleRowId: 8 });
    enqueue(db, ['https://news.example/asked.png'], { articleRowId: 2, wish: 'asked' });
    const names = ['asked', 'new', 'old'].map((name) => `https://news.example/${name}.png`);
    expect(claimUrls(db)).toEqual(names);
    expect(claimUrls(db, 'https://news.example', { limit: 1 })).toEqual(names.slice(0, 1));
    const inFlight = [addressId(db, 'https://news.example/asked.png')];
    const rest = claimPictures(db, { origin: 'https://news.example', weakest: 'all', limit: 1, nowMs: 0, inFlight });
    expect(rest.map(({ url }) => url)).toEqual(names.slice(1, 2));
    const asked = claimPictures(db, { origin: 'https://news.example', weakest: 'asked', limit: 9, nowMs: 0, inFlight: [] });
    expect(asked).toHaveLength(1);
  });

  test('names each origin that waits, and none of files', () => {
    const db = temporaryPicturesDatabase();
    enqueue(db, [one, 'http://news.example/a.png', 'http://b.example:81/a.png', 'pictures/a.png', two]);
    expect(listWaitingOrigins(db)).toEqual(['http://b.example:81', 'http://news.example', 'https://news.example']);
    expect(listQueuedFiles(db, { archiveId: 'a', after: '', limit: 9 })).toEqual([
      { id: addressId(db, 'pictures/a.png'), path: 'pictures/a.png' },
    ]);
    expect(listQueuedFiles(db, { archiveId: 'b', after: '', limit: 9 })).toEqual([]);
  });

  test('holds back what is to be tried later, and counts its attempts unless nothing could be reached', () => {
    const db = temporaryPicturesDatabase();
    enqueue(db, [one]);
    recordLater(db, { addressId: 1, reason: 'timed-out', nextAttemptAtMs: 100, isCounted: false });
    expect(addressRows(db)).toMatchObject([{ state: 'queued', reason: 'timed-out', attempts: 0 }]);
    recordLater(db, { addressId: 1, reason: 'server-failed', nextAttemptAtMs: 100, isCounted: true });
    expect(addressRows(db)).toMatchObject([{ state: 'queued', reason: 'server-failed', attempts: 1 }]);
    expect(claimUrls(db, undefined, { nowMs: 99 })).toEqual([]);
    expect(claimUrls(db, undefined, { nowMs: 100 })).toEqual([one]);
  });

  test.each([
    ['https://news.example/1x1.gif', 'tracker'],
    ['https://news.example/count?width=1&height=1', 'tracker'],
    ['pages/1234.md.png', 'furniture'],
    ['https://git.example/raw/pages/1234.md.png', 'furniture'],
  ])('never fetches %s, unless the reader asks for it', (url, reason) => {
    const db = temporaryPicturesDatabase();
    enqueue(db, [url]);
    expect(addressRows(db)).toMatchObject([{ state: 'refused', reason }]);
    expect(retryMissing(db, { archiveId: 'a', triedBeforeMs: 1 })).toBe(0);
    enqueue(db, [url], { wish: 'asked' });
    expect(addressRows(db)).toMatchObject([{ state: 'queued' }]);
  });

  test.each(['https://news.example/pixel.png', 'https://news.example/a.png?w=600&h=0', 'https://news.example/a.png?h=1'])(
    '%s may be a picture of an article',
    (url) => {
      const db = temporaryPicturesDatabase();
      enqueue(db, [url]);
      expect(addressRows(db)).toMatchObject([{ state: 'queued' }]);
    },
  );

  test('leaves user names and passwords in an address out', () => {
    const db = temporaryPicturesDatabase();
    enqueue(db, ['https://me:secret@news.example/one.png']);
    expect(addressRows(db)).toMatchObject([{ address: one }]);
  });
});

describe('a stored picture', () => {
  test('is found by its address, in the order asked for, and read by its content address alone', () => {
    const db = temporaryPicturesDatabase();
    enqueue(db, [one, 'pictures/a.png']);
    store(db, 'pictures/a.png', 'bytes');
    const found = findPictures(db, { shownFrom: 'a', urls: ['pictures/a.png', one, two] });
    const sha256 = sha256Of(Buffer.from('bytes'));
    const stored = { sha256, type: 'png', width: 12, height: 9, byteLength: 5 };
    expect(found).toEqual([
      { state: 'stored', stored, reason: null },
      { state: 'queued', stored: null, reason: null },
      { state: 'unknown', stored: null, reason: null },
    ]);
    expect(findPictures(db, { shownFrom: 'b', urls: ['pictures/a.png'] })).toMatchObject([{ state: 'unknown' }]);
    expect(Buffer.from(readPicture(db, sha256)?.bytes ?? []).toString()).toBe('bytes');
    for (const name of [sha256.toUpperCase(), sha256.slice(1), '', one, `${sha256}0`])
      expect(readPicture(db, name)).toBeUndefined();
  });

  test('is stored once for all the addresses that lead to the same bytes', () => {
    const db = temporaryPicturesDatabase();
    enqueue(db, [one, two]);
    expect(store(db, one, 'same')).toBe(true);
    expect(store(db, two, 'same')).toBe(false);
    expect(db.all('SELECT id FROM picture')).toHaveLength(1);
    expect(countPictures(db, 'a')).toEqual({ wanted: 2, stored: 2, storedBytes: 8, waiting: 0, missing: [] });
  });

  test('stays readable while it is checked again, and stays when it is gone at its server', () => {
    const db = temporaryPicturesDatabase();
    enqueue(db, [one]);
    store(db, one, 'bytes', '"1"');
    expect(recheckStored(db, { archiveId: 'a', checkedBeforeMs: 4 })).toBe(0);
    expect(recheckStored(db, { archiveId: 'a', checkedBeforeMs: 5 })).toBe(1);
    expect(findPictures(db, { shownFrom: 'a', urls: [one] })).toMatchObject([{ state: 'stored' }]);
    const [claim] = claimPictures(db, { origin: 'https://news.example', weakest: 'all', limit: 1, nowMs: 0, inFlight: [] });
    expect(claim).toMatchObject({ isStored: true, etag: '"1"' });
    recordMissing(db, { addressId: 1, reason: 'not-found', atMs: 6 });
    expect(addressRows(db)).toMatchObject([{ state: 'stored', reason: null }]);
    recheckStored(db, { archiveId: 'a', checkedBeforeMs: 6 });
    recordUnchanged(db, { addressId: 1, atMs: 7 });
    expect(addressRows(db)).toMatchObject([{ state: 'stored' }]);
  });

  test('takes the place of the one that its address led to before', () => {
    const db = temporaryPicturesDatabase();
    enqueue(db, [one, two]);
    store(db, one, 'old');
    store(db, two, 'old');
    store(db, one, 'new');
    expect(readPicture(db, sha256Of(Buffer.from('old')))).toBeDefined();
    store(db, two, 'new');
    expect(readPicture(db, sha256Of(Buffer.from('old')))).toBeUndefined();
  });
});

test('what is missing is counted by its reason and tried again, but for what was refused for good', () => {
  const db = temporaryPicturesDatabase();
  const urls = ['a', 'b', 'c', 'd', 'e'].map((name) => `https://news.example/${name}.png`);
  enqueue(db, urls);
  const reasons = ['not-found', 'not-found', 'tracker', 'not-a-picture'] as const;
  for (const [at, reason] of reasons.entries()) recordMissing(db, { addressId: at + 1, reason, atMs: 10 });
  expect(countPictures(db, 'a')).toEqual({
    wanted: 5,
    stored: 0,
    storedBytes: 0,
    waiting: 1,
    missing: [
      { reason: 'not-found', count: 2 },
      { reason: 'not-a-picture', count: 1 },
      { reason: 'tracker', count: 1 },
    ],
  });
  expect(listMissingPictures(db, { archiveId: 'a', limit: 2, offset: 2 })).toEqual([
    { url: urls[2], state: 'refused', reason: 'tracker', attempts: 1, lastCheckedAtMs: 10 },
    { url: urls[3], state: 'refused', reason: 'not-a-picture', attempts: 1, lastCheckedAtMs: 10 },
  ]);
  expect(retryMissing(db, { archiveId: 'a', triedBeforeMs: 9 })).toBe(0);
  expect(retryMissing(db, { archiveId: 'b', triedBeforeMs: 10 })).toBe(0);
  expect(retryMissing(db, { archiveId: 'a', triedBeforeMs: 10 })).toBe(3);
  expect(countPictures(db, 'a')).toMatchObject({ waiting: 4, missing: [{ reason: 'tracker', count: 1 }] });
});

test('an archive that is removed takes with it what no other shows, bytes included, and the file shrinks', () => {
  const db = temporaryPicturesDatabase();
  const big = 'x'.repeat(400_000);
  enqueue(db, [one, two, 'own.png'], { archiveId: 'a' });
  enqueue(db, [two], { archiveId: 'b' });
  store(db, one, big);
  store(db, two, 'shared');
  const pages = (): number => db.first<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
  const before = pages();
  removeArchivePictures(db, 'a');
  expect(addressRows(db)).toMatchObject([{ address: two, state: 'stored' }]);
  expect(db.all('SELECT id FROM picture')).toHaveLength(1);
  expect(pages()).toBeLessThan(before - 20);
  removeArchivePictures(db, 'b');
  expect(
    db.all('SELECT id FROM picture UNION ALL SELECT id FROM picture_address UNION ALL SELECT address_id FROM picture_want'),
  ).toEqual([]);
  expect(db.first('PRAGMA foreign_key_check')).toBeUndefined();
});

test('a picture whose archive was removed while it was on its way is not stored', () => {
  const db = temporaryPicturesDatabase();
  enqueue(db, [one]);
  removeArchivePictures(db, 'a');
  expect(recordStored(db, { ...facts, etag: null, addressId: 1, bytes: Buffer.from('late') })).toBe(false);
  expect(db.all('SELECT id FROM picture')).toEqual([]);
});

test('a narrower policy empties the queue of what it does not want, and keeps what is stored', () => {
  const db = temporaryPicturesDatabase();
  enqueue(db, [one, two]);
  store(db, one, 'bytes');
  enqueue(db, ['https://news.example/opened.png'], { wish: 'opened' });
  enqueue(db, ['https://news.example/asked.png'], { wish: 'asked' });
  enqueue(db, [two], { archiveId: 'b' });
  narrowPicturePolicy(db, { archiveId: 'a', policy: 'opened' });
  expect(countPictures(db, 'a')).toMatchObject({ wanted: 3, stored: 1, waiting: 2 });
  expect(countPictures(db, 'b')).toMatchObject({ wanted: 1, waiting: 1 });
  narrowPicturePolicy(db, { archiveId: 'a', policy: 'none' });
  expect(countPictures(db, 'a')).toMatchObject({ wanted: 2, stored: 1, waiting: 1 });
  narrowPicturePolicy(db, { archiveId: 'b', policy: 'none' });
  expect(claimUrls(db)).toEqual(['https://news.example/asked.png']);
});
