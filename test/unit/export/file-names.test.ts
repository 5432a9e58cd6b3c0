import { describe, expect, it } from 'vitest';
import { fileStem, fillTemplate, nameGiver } from '#main/export/file-names.ts';

describe('fileStem', () => {
  it('keeps a title in any script as it is', () => {
    for (const title of ['令人叹为观止', '國家為什麼需要開源', 'Ünïcode – “naïve”', 'Привет мир', 'مرحبا', '한국어 제목'])
      expect(fileStem(title.normalize('NFD'), 'x')).toBe(title.normalize('NFC').replaceAll('/', '／'));
  });

  it('puts look-alikes in the place of what some system forbids', () => {
    expect(fileStem('a/b\\c:d*e?f"g<h>i|j', 'x')).toBe('a／b＼c：d＊e？f”g＜h＞i｜j');
    expect(fileStem('one\ntwo\u0000\u202Ethree', 'x')).toBe('one two three');
  });

  it('steps aside for the names of devices, with and without an ending', () => {
    for (const name of ['CON', 'nul', 'Com1', 'LPT9', 'aux.txt', 'COM¹']) expect(fileStem(name, 'x')).toBe(`_${name}`);
    expect(fileStem('console', 'x')).toBe('console');
  });

  it('leaves no dot in front and neither dot nor space at the end', () => {
    expect(fileStem(' ..hidden. . ', 'x')).toBe('hidden');
  });

  it('has a name for titles of which nothing remains', () => {
    for (const title of ['', '...', '\u200B\n']) expect(fileStem(title, 'article')).toBe('article');
  });

  it('counts bytes, not characters, and never cuts through a character', () => {
    const stem = fileStem('汉'.repeat(300), 'x');
    expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(200);
    expect(stem).toMatch(/^汉{60,}…$/u);
    const families = fileStem('👨‍👩‍👧'.repeat(40), 'x');
    expect(Buffer.byteLength(families)).toBeLessThanOrEqual(200);
    expect(families).not.toContain('\uFFFD');
  });
});

describe('nameGiver', () => {
  it('tells names apart that differ in case or form alone', () => {
    const give = nameGiver();
    expect(['Tea', 'tea', 'TEA', 'Ｔea', 'cup'].map(give)).toEqual(['Tea', 'tea (2)', 'TEA (3)', 'Ｔea (4)', 'cup']);
  });

  it('passes over a number that is somebody’s title', () => {
    const give = nameGiver(['tea (2)']);
    expect(['tea', 'tea'].map(give)).toEqual(['tea', 'tea (3)']);
  });
});

describe('fillTemplate', () => {
  it('fills in what it knows and leaves the rest, even what a title looks like', () => {
    const facts = { title: 'On {date}', date: '2021-05-03', source: 'News', number: '7' };
    expect(fillTemplate('{number} {date} {title} {nonsense}', facts)).toBe('7 2021-05-03 On {date} {nonsense}');
  });
});
