import { expect, test } from 'vitest';
import { fold } from '#main/search/folding.ts';
import { lexQuery } from '#main/search/lex-query.ts';
import { search } from '#main/search/search.ts';
import { iterateArticles } from '#main/store/archive/article-rows.ts';
import { readText } from '#main/store/archive/bodies.ts';
import { openArchiveForReader } from '#main/store/open.ts';
import { addBookmark } from '#main/store/reader/bookmarks.ts';
import { addReadMark } from '#main/store/reader/read-marks.ts';
import { addTag } from '#main/store/reader/tags.ts';
import { makeRandom, pick } from '#test/helpers/generated-text.ts';
import { fillLibrary, temporaryArchiveDatabase, temporaryLibraryDir, temporaryReaderDatabase } from '#test/helpers/library.ts';

/** Every query tree is written as a query, and answered a second time by looking at every article. */
interface Subject {
  readonly id: number;
  readonly parts: readonly string[];
  readonly day: string;
  readonly source: string | null;
  readonly topics: readonly string[];
  readonly hasPicture: boolean;
  readonly isBookmarked: boolean;
  readonly tags: readonly string[];
  readonly isRead: boolean;
}
interface Wish {
  readonly query: string;
  holds(subject: Subject): boolean;
}

const random = makeRandom(77);
const words = ['河灯', '山路', '国', '的', '中国', '國家', '𠮷', '𠮷野', 'lamp', 'Lantern', 'G20', 'café', '灯', '路上'];
const signs = ['', '', '', '，', '。', ' ', '·', '\n'];
const sentence = (length: number): string => Array.from({ length }, () => pick(random, words) + pick(random, signs)).join('');
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

function placeOf(text: string): RegExp {
  const folded = fold(text);
  return /^[a-z0-9]+$/u.test(folded) ? new RegExp(`(?<![a-z0-9])${folded}(?![a-z0-9])`, 'u') : new RegExp(escaped(folded), 'u');
}

function wordWish(): Wish {
  const text =
    random() < 0.3
      ? sentence(2)
          .replaceAll(/[，。·\s]/gu, '')
          .replaceAll(/[a-zé0-9]/giu, '') || '灯'
      : pick(random, words);
  const pattern = placeOf(text);
  const isTitle = random() < 0.2;
  return {
    query: `${isTitle ? 'title:' : ''}${random() < 0.2 ? `"${text}"` : text}`,
    holds: ({ parts }) => (isTitle ? parts.slice(0, 1) : parts).some((part) => pattern.test(part)),
  };
}

const filterWishes: readonly Wish[] = [
  { query: 'source:河', holds: ({ source }) => source?.includes('河') ?? false },
  { query: '來源："河灯社"', holds: ({ source }) => source === '河灯社' },
  { query: 'topic:水', holds: ({ topics }) => topics.some((topic) => topic.includes('水')) },
  { query: '主题:"山"', holds: ({ topics }) => topics.includes('山') },
  { query: 'tag:讀', holds: ({ tags }) => tags.length > 0 },
  { query: '標籤:"要读"', holds: ({ tags }) => tags.includes('要读') },
  { query: '标签：Later', holds: () => false },
  { query: 'after:2019-03', holds: ({ day }) => day >= '2019-03-01' },
  { query: '之前：2020', holds: ({ day }) => day < '2020-01-01' },
  { query: 'is:bookmarked', holds: ({ isBookmarked }) => isBookmarked },
  { query: 'is:unread', holds: ({ isRead }) => !isRead },
  { query: '是:已讀', holds: ({ isRead }) => isRead },
  { query: 'has:picture', holds: ({ hasPicture }) => hasPicture },
  { query: 'is:removed', holds: () => false },
  { query: 'archive:a', holds: () => true },
];

function makeWish(depth: number): Wish {
  const kind = random();
  if (depth === 0 || kind < 0.3) return random() < 0.35 ? pick(random, filterWishes) : wordWish();
  if (kind < 0.5) {
    const wish = makeWish(depth - 1);
    return { query: `-(${wish.query})`, holds: (subject) => !wish.holds(subject) };
  }
  const wishes = Array.from({ length: 2 + Math.floor(random() * 2) }, () => makeWish(depth - 1));
  if (kind < 0.75)
    return {
      query: wishes.map(({ query }) => `(${query})`).join(' '),
      holds: (subject) => wishes.every((wish) => wish.holds(subject)),
    };
  return {
    query: wishes.map(({ query }) => `(${query})`).join(' OR '),
    holds: (subject) => wishes.some((wish) => wish.holds(subject)),
  };
}

/** The reader's own. */
const tagsAt = (number: number): readonly string[] => [
  ...(number % 5 === 0 ? ['要读'] : []),
  ...(number % 11 === 0 ? ['要读的书'] : []),
];

test('finds exactly what a look at every article finds, for any combination of words and filters', () => {
  const libraryDir = temporaryLibraryDir();
  const reader = temporaryReaderDatabase(libraryDir);
  const writer = temporaryArchiveDatabase(libraryDir);
  const articles = Array.from({ length: 90 }, (_, number) => ({
    title: sentence(3),
    text: sentence(4 + (number % 9)),
    publishedOn: `20${18 + (number % 4)}-0${1 + (number % 9)}-11`,
    source: pick(random, [null, '河灯社', '河灯社报', 'Harbour']),
    topics: pick(random, [[], ['水边'], ['山', '水'], ['山路']]),
    pictures: random() < 0.4 ? [{ url: 'https://a.example/1.png', alt: '' }] : [],
  }));
  fillLibrary(writer, articles);
  for (const [number, row] of [...iterateArticles(writer)].entries()) {
    if (number % 3 === 0) addReadMark(reader, row.key, 1);
    const tagged = { key: row.key, articleId: `a:${row.path}`, title: row.title };
    for (const name of tagsAt(number)) addTag(reader, { name, folded: fold(name) }, [tagged], 1);
    if (number % 7 === 0) addBookmark(reader, { key: row.key, articleId: `a:${row.path}`, title: row.title, atMs: 1 });
  }
  const db = openArchiveForReader(libraryDir, reader);
  const subjects = [...iterateArticles(db)].map((row, number): Subject => ({
    id: row.rowId,
    parts: [fold(row.title), fold(readText(db, row.rowId)?.text ?? '')],
    day: row.publishedOn,
    source: row.source,
    topics: row.topics,
    hasPicture: (articles[Number(/\d+/u.exec(row.path)?.[0])]?.pictures.length ?? 0) > 0,
    isBookmarked: number % 7 === 0,
    tags: tagsAt(number),
    isRead: number % 3 === 0,
  }));
  let found = 0;
  for (let run = 0; run < 5_000; run += 1) {
    // Another version's index serves until a new one is whole, and may lack some kinds of tokens.
    if (run === 4_000) writer.run("UPDATE meta SET value = 'other' WHERE key = 'tokenizer_version'");
    const wish = makeWish(3);
    // A longer query is cut.
    if (wish.query.length > 250 || lexQuery(wish.query).length >= 64) continue;
    const { hits } = search(db, { query: wish.query, sort: 'newest', offset: 0, limit: 1_000, snippets: 0 });
    const expected = subjects.filter((subject) => wish.holds(subject)).map(({ id }) => id);
    expect(
      hits.map((hit) => hit.articleRowId),
      wish.query,
    ).toEqual(expected);
    const ranked = search(db, { query: wish.query, sort: 'relevance', offset: 0, limit: 1_000, snippets: 0 });
    const rankedIds = ranked.hits.map((hit) => hit.articleRowId).toSorted((one, other) => other - one);
    expect({ ids: rankedIds, total: ranked.total }, wish.query).toEqual({ ids: expected, total: expected.length });
    found += hits.length;
  }
  db.close();
  expect(found).toBeGreaterThan(10_000);
}, 60_000);
