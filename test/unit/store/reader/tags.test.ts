import { expect, test } from 'vitest';
import type { WritableDb } from '#main/store/database.ts';
import { moveReaderData } from '#main/store/reader/move-reader-data.ts';
import { addTag, countTagsOf, deleteTag, listTagged, listTags, removeTag, renameOrMergeTag } from '#main/store/reader/tags.ts';
import { temporaryReaderDatabase } from '#test/helpers/library.ts';

const article = (key: string) => ({ key, articleId: `x:${key}`, title: key });
const tag = (name: string) => ({ name, folded: name.toLowerCase() });
const names = (db: WritableDb): readonly string[] => listTags(db).map(({ name }) => name);
const keys = (db: WritableDb, folded: string): readonly string[] => listTagged(db, folded).map(({ key }) => key);

test('a tag is made once, keeps the name it was first given, and goes with its last article', () => {
  const db = temporaryReaderDatabase();
  addTag(db, tag('River'), [article('k1')], 1);
  addTag(db, tag('RIVER'), [article('k1'), article('k2')], 2);
  expect([names(db), keys(db, 'river')]).toEqual([['River'], ['k2', 'k1']]);
  removeTag(db, 'river', ['k1', 'k9']);
  expect(keys(db, 'river')).toEqual(['k2']);
  removeTag(db, 'river', ['k2']);
  expect(names(db)).toEqual([]);
  addTag(db, tag('Nothing'), [], 3);
  expect(names(db)).toEqual([]);
});

test('tags of articles are counted over all of them', () => {
  const db = temporaryReaderDatabase();
  addTag(db, tag('a'), [article('k1'), article('k2')], 1);
  addTag(db, tag('b'), [article('k2')], 1);
  expect(countTagsOf(db, ['k1', 'k2'])).toEqual([
    { name: 'a', articles: 2 },
    { name: 'b', articles: 1 },
  ]);
  expect(countTagsOf(db, ['k9'])).toEqual([]);
});

test('renaming to a tag that is there makes the two one, with every article once', () => {
  const db = temporaryReaderDatabase();
  addTag(db, tag('a'), [article('k1'), article('k2')], 1);
  addTag(db, tag('b'), [article('k2'), article('k3')], 2);
  expect(renameOrMergeTag(db, 'a', tag('B'))).toBe(true);
  expect([names(db), [...keys(db, 'b')].toSorted()]).toEqual([['B'], ['k1', 'k2', 'k3']]);
  expect([renameOrMergeTag(db, 'a', tag('c')), renameOrMergeTag(db, 'b', tag('b')), names(db)]).toEqual([false, true, ['b']]);
});

test('two tags on the very same articles become one', () => {
  const db = temporaryReaderDatabase();
  addTag(db, tag('a'), [article('k1')], 1);
  addTag(db, tag('b'), [article('k1')], 2);
  expect(renameOrMergeTag(db, 'a', tag('b'))).toBe(true);
  expect([names(db), keys(db, 'b')]).toEqual([['b'], ['k1']]);
});

test('deleting a tag leaves the others, and their articles', () => {
  const db = temporaryReaderDatabase();
  addTag(db, tag('a'), [article('k1')], 1);
  addTag(db, tag('b'), [article('k1')], 1);
  expect([deleteTag(db, 'a'), deleteTag(db, 'a'), names(db), keys(db, 'a'), keys(db, 'b')]).toEqual([
    true,
    false,
    ['b'],
    [],
    ['k1'],
  ]);
});

test('tags follow an article to another key, also where it has them there already', () => {
  const db = temporaryReaderDatabase();
  addTag(db, tag('a'), [article('old'), article('new')], 1);
  addTag(db, tag('b'), [article('old')], 1);
  moveReaderData(db, 'old', 'new');
  expect([keys(db, 'a'), keys(db, 'b'), keys(db, 'c')]).toEqual([['new'], ['new'], []]);
});
