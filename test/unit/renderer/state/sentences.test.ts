import { expect, test } from 'vitest';
import type { SpokenText } from '#preload/contract/aloud-types.ts';
import { languageOfText, sentenceAt, sentencesOf } from '#renderer/state/sentences.ts';

const spoken = (language: string, ...texts: readonly (string | readonly [string, string])[]): SpokenText => ({
  blocks: texts.map((one) => (typeof one === 'string' ? { text: one, language } : { text: one[0], language: one[1] })),
  language,
  start: { block: 0, offset: 0 },
});
const texts = (text: SpokenText): string[] => sentencesOf(text).map((sentence) => sentence.text);

test.each([
  [
    'zh-Hans',
    '潮水退去以后，先亮起来的是水光。随后才看得见鸟！真的吗？',
    ['潮水退去以后，先亮起来的是水光。', '随后才看得见鸟！', '真的吗？'],
  ],
  ['zh-Hant', '他說：「等一等。」她沒有等。', ['他說：「等一等。」', '她沒有等。']],
  ['en', 'Mr. Lee left at 5 p.m. and slept. He woke up.', ['Mr. Lee left at 5 p.m. and slept.', 'He woke up.']],
  ['en', 'J. Smith wrote it. See Fig. 2 for more.', ['J. Smith wrote it.', 'See Fig. 2 for more.']],
  ['en', '  Spaces around.   Are not read.  ', ['Spaces around.', 'Are not read.']],
  ['no language at all', 'One. Two.', ['One.', 'Two.']],
])('splits a text in %s into sentences', (language, text, expected) => {
  expect(texts(spoken(language, text))).toEqual(expected);
});

test('each sentence stands where its offsets say, in its own block', () => {
  const text = spoken('en', 'A heading', '***', 'One. Two two.');
  const sentences = sentencesOf(text);
  expect(sentences.map(({ block, start, end }) => [block, start, end])).toEqual([
    [0, 0, 9],
    [2, 0, 4],
    [2, 5, 13],
  ]);
  for (const { block, start, end, text: own } of sentences) expect(text.blocks[block]?.text.slice(start, end)).toBe(own);
});

test('what has no letter or digit belongs to the sentence before it, and is not read alone', () => {
  expect(texts(spoken('en', 'Really? !! Yes.'))).toEqual(['Really? !!', 'Yes.']);
  expect(texts(spoken('en', '— — —', '…'))).toEqual([]);
});

test('a sentence without an end is read in parts, after a clause where there is one, and no character is lost or halved', () => {
  for (const unit of ['没有句号的一段话，', '没有逗号', '𠮷', 'word ']) {
    const whole = unit.repeat(400).trim();
    const parts = texts(spoken('zh-Hans', whole));
    expect(parts.length).toBeGreaterThan(1);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(600);
    expect(parts.join('').replaceAll(' ', '')).toBe(whole.replaceAll(' ', ''));
    expect(parts.every((part) => !/\p{Cs}/u.test(part))).toBe(true);
    if (unit.includes('，')) expect(parts.every((part) => part.endsWith('，'))).toBe(true);
  }
});

test('a block in another language says so; one that says nothing is in that of the article', () => {
  const sentences = sentencesOf(spoken('zh-Hans', '一句。', ['A quotation.', 'en'], ['又一句。', ''], ['再一句。', 'und']));
  expect(sentences.map(({ language }) => language)).toEqual(['zh-Hans', 'en', 'zh-Hans', 'zh-Hans']);
});

test('an article that says no language is taken for what it looks like', () => {
  expect([languageOfText(spoken('und', '一句。')), languageOfText(spoken('', 'A text.'))]).toEqual(['zh', 'en']);
});

test('reading begins with the sentence that a place is in, or with the next one', () => {
  const sentences = sentencesOf(spoken('en', 'Title', 'One. Two.', '***', 'Three.'));
  const at = (block: number, offset: number): string | undefined => sentences[sentenceAt(sentences, { block, offset })]?.text;
  expect([at(0, 0), at(1, 2), at(1, 4), at(1, 6), at(2, 0), at(9, 0)]).toEqual([
    'Title',
    'One.',
    'Two.',
    'Two.',
    'Three.',
    'Three.',
  ]);
  expect(sentenceAt([], { block: 0, offset: 0 })).toBe(-1);
});
