import { beforeEach, describe, expect, it } from 'vitest';
import { listEarlierPages, readEarlierPage } from '#main/store/archive/earlier-pages.ts';
import { keepPages } from '#main/store/archive/keep-pages.ts';
import { removeArchiveContent } from '#main/store/archive/remove-archive.ts';
import { type PageToStore, storePages } from '#main/store/archive/store-pages.ts';
import { markPagesRemoved } from '#main/store/archive/stored-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import { temporaryArchiveDatabase } from '#test/helpers/library.ts';
import { makeFailedPage, makeIndexPage, makePage } from '#test/helpers/pages.ts';

let db: WritableDb;

beforeEach(() => {
  db = temporaryArchiveDatabase();
});

/** As a sync does: kept as it came, then parsed and stored. */
function receive(page: PageToStore, atMs = 0): void {
  const [kept] = keepPages(db, 'a', [page], atMs);
  storePages(db, 'a', [{ ...page, isReplacing: kept?.isChange === true }]);
}

const version = (text: string): PageToStore => makePage('1.md', { text });
const versions = (path = '1.md'): readonly string[] =>
  listEarlierPages(db, 'a', path).map(({ id }) => Buffer.from(readEarlierPage(db, 'a', path, id).bytes).toString());
const rows = (): number => db.first<{ rows: number }>('SELECT count(*) AS rows FROM earlier_page')?.rows ?? 0;

describe('earlier versions of a page', () => {
  it('are what it was before its archive published another, the newest first, each with its time', () => {
    const [one, two, three] = [version('One.'), version('Two.'), version('Three.')];
    receive(one, 1_000);
    receive(two, 2_000);
    receive(three, 3_000);
    expect(versions()).toEqual([two, one].map(({ bytes }) => Buffer.from(bytes).toString()));
    expect(listEarlierPages(db, 'a', '1.md').map(({ replacedAtMs }) => replacedAtMs)).toEqual([3_000, 2_000]);
  });

  it('are three at most', () => {
    for (let number = 0; number < 7; number += 1) receive(version(`Version ${number}.`), number);
    expect(versions().map((text) => /Version \d/.exec(text)?.[0])).toEqual(['Version 5', 'Version 4', 'Version 3']);
  });

  it('do not include one that says the same: only what surrounds the article was changed', () => {
    receive(version('One.'));
    receive(version('Two.'));
    const again = makePage('1.md', { text: 'Two.', links: [{ text: 'today', url: 'page:2.md' }] });
    receive(again);
    expect(versions()).toHaveLength(1);
    expect(versions()[0]).toContain('One.');
  });

  it('are kept of articles only: a list changes by the hour, and what could not be read is no version', () => {
    receive(makeIndexPage('list.md', 'News', [[null, ['1.md']]]));
    receive(makeIndexPage('list.md', 'News', [[null, ['1.md', '2.md']]]));
    receive(makePage('both.md', { text: 'Read these' }, { title: 'T', groups: [{ heading: null, entries: [] }] }));
    receive(makePage('both.md', { text: 'Read those' }, { title: 'T', groups: [{ heading: null, entries: [] }] }));
    receive(makeFailedPage('bad.md', 'x'));
    receive(makePage('bad.md'));
    expect(rows()).toBe(0);
  });

  it('leave out a version that could not be read, between two that could', () => {
    receive(version('One.'));
    receive(makeFailedPage('1.md'));
    receive(version('Three.'));
    expect(versions()).toHaveLength(1);
    expect(versions()[0]).toContain('One.');
  });

  it('stay when the page is removed and comes back as it was', () => {
    receive(version('One.'));
    receive(version('Two.'));
    markPagesRemoved(db, 'a', ['1.md']);
    receive(version('Two.'));
    expect(versions()).toHaveLength(1);
  });

  it('leave out what would be large even when packed', () => {
    const noise = Array.from({ length: 300_000 }, (_unused, at) => ((at * 2_654_435_761) % 4_294_967_296).toString(36)).join('');
    receive(version(noise));
    receive(version('Short.'));
    expect(rows()).toBe(0);
  });

  it('go with their archive, and their numbers are not used again', () => {
    receive(version('One.'));
    receive(version('Two.'));
    const [first] = listEarlierPages(db, 'a', '1.md');
    removeArchiveContent(db, 'a');
    expect(rows()).toBe(0);
    receive(version('One.'));
    receive(version('Two.'));
    expect(listEarlierPages(db, 'a', '1.md')[0]?.id).toBeGreaterThan(first?.id ?? Infinity);
  });

  it('are refused where there is no such version, or another page has it', () => {
    receive(version('One.'));
    receive(version('Two.'));
    const id = listEarlierPages(db, 'a', '1.md')[0]?.id ?? 0;
    expect(() => readEarlierPage(db, 'a', '1.md', id + 1)).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(() => readEarlierPage(db, 'a', '2.md', id)).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(() => readEarlierPage(db, 'b', '1.md', id)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it('that were damaged on the disk are refused', () => {
    receive(version('One.'));
    receive(version('Two.'));
    db.run("UPDATE earlier_page SET oid = replace(oid, substr(oid, 1, 1), 'x')");
    const id = listEarlierPages(db, 'a', '1.md')[0]?.id ?? 0;
    expect(() => readEarlierPage(db, 'a', '1.md', id)).toThrow(expect.objectContaining({ code: 'library-damaged' }));
  });
});
