import { describe, expect, it } from 'vitest';
import { allStrings, splitFrontMatter } from '#main/parse/front-matter.ts';

describe('front matter', () => {
  it('gives YAML keys, quoted values and lists of both kinds', () => {
    const { frontMatter, body } = splitFrontMatter(
      '---\ntitle: "A: \\"b\\""\nsub: \'it\'\'s\'\nDate: 2021-03-04 # day\ntags: [one, "two, three"]\ncategories:\n  - four\n  - five\nsummary: >\n  folded\n  text\n---\nBody\n',
    );
    expect(frontMatter).toEqual({
      title: 'A: "b"',
      sub: "it's",
      date: '2021-03-04',
      tags: ['one', 'two, three'],
      categories: ['four', 'five'],
      summary: 'folded text',
    });
    expect(body).toBe('Body\n');
  });

  it('gives TOML keys', () => {
    const { frontMatter, body } = splitFrontMatter(
      '+++\ntitle = "Light"\ntags = ["a", "b"]\n[extra]\ndraft = false\n+++\n\nBody',
    );
    expect(frontMatter).toMatchObject({ title: 'Light', tags: ['a', 'b'] });
    expect(body.trim()).toBe('Body');
  });

  it('leaves text between two rules alone', () => {
    const text = '---\nThis is a sentence between rules.\n---\nMore';
    expect(splitFrontMatter(text)).toEqual({ frontMatter: {}, body: text });
    expect(splitFrontMatter('plain').body).toBe('plain');
  });

  it('gives JSON keys', () => {
    const { frontMatter, body } = splitFrontMatter(
      '{\n  "Title": "水",\n  "tags": ["a", "b"],\n  "weight": 3,\n  "x": {"y": 1}\n}\n\nBody',
    );
    expect(frontMatter).toEqual({ title: '水', tags: ['a', 'b'], weight: '3' });
    expect(body.trim()).toBe('Body');
    expect(splitFrontMatter(';;;\n{\n"title": "t"\n}\n;;;\nBody')).toEqual({ frontMatter: { title: 't' }, body: 'Body' });
  });

  it('may do without its opening rule', () => {
    const { frontMatter, body } = splitFrontMatter('title: 水\ndate: 2021-03-04\ntags:\n  - a\n---\n\nBody');
    expect(frontMatter).toEqual({ title: '水', date: '2021-03-04', tags: ['a'] });
    expect(body.trim()).toBe('Body');
  });

  it.each(['Note: a heading\n---\n\nBody', 'Dear all:\nwords\n---\nBody', '{ not json }\nBody', '{\n"a": \n}\nBody'])(
    'is not %j',
    (text) => {
      expect(splitFrontMatter(text)).toEqual({ frontMatter: {}, body: text });
    },
  );

  it('gives a list over several lines, and drops comments', () => {
    const { frontMatter } = splitFrontMatter('---\ntags: [\n  a,\n  b\n]\nday: 2021  # written\nsign: a#b\n---\nBody');
    expect(frontMatter).toEqual({ tags: ['a', 'b'], day: '2021', sign: 'a#b' });
  });

  it.each([
    ['spaces behind a brace', `{${' '.repeat(200_000)}x`],
    ['lines behind a mark', `---json${'\n'.repeat(200_000)}x`],
    ['spaces in a value', `---\na: x${' '.repeat(60_000)}y\n---\n${' '.repeat(140_000)}`],
    ['spaces and a line separator', `---\na:${' '.repeat(60_000)}\u2028y\n---\n${' '.repeat(140_000)}`],
    ['signs of comments and a line separator', `---\na: x${' #'.repeat(30_000)}\u2028y\n---\n${' '.repeat(140_000)}`],
    ['items of a list', `---\na:${'\n- a'.repeat(15_000)}\n---\n${' '.repeat(140_000)}`],
    ['lines of an open list', `---\na: [${'\n a'.repeat(20_000)}\n---\n${' '.repeat(140_000)}`],
    ['rules', `---\na: b${'\n---x'.repeat(40_000)}`],
  ])('is read or passed over in a page of 200,000 characters: %s', (_kind, text) => {
    const { body } = splitFrontMatter(text);
    expect(text.endsWith(body)).toBe(true);
    expect(body.length === text.length).toBe(!/^---\n[^]{0,65536}\n---\n/u.test(text));
  });

  it('splits a single value at commas', () => {
    expect(allStrings({ tags: '随笔, 天气、散步' }, ['tags'])).toEqual(['随笔', '天气', '散步']);
  });
});
