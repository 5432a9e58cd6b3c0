import { beforeAll, describe, expect, it } from 'vitest';
import { parsePage } from '#main/parse/parse-page.ts';
import type { PageInput, ParsedArticle } from '#main/parse/parsed-page.ts';
import { bodyAsPage, inputOf, pageOf, readFixturePages } from './archive-pages.ts';
import { forbiddenMarkup } from './forbidden-markup.ts';

let pages: readonly PageInput[];
beforeAll(async () => {
  pages = await readFixturePages();
});

const articles = (): readonly (readonly [PageInput, ParsedArticle])[] =>
  pages.flatMap((page) => {
    const result = parsePage(page);
    return result.ok && result.page.article !== null ? [[page, result.page.article] as const] : [];
  });
const pageAt = (path: string): PageInput => {
  const page = pages.find((candidate) => candidate.path === path);
  if (page === undefined) throw new Error(`no fixture ${path}`);
  return page;
};
const bodyOf = (page: PageInput): string | null => {
  const result = parsePage(page);
  return result.ok ? (result.page.article?.html ?? null) : null;
};

describe('the pages of the fixture archive', () => {
  it('are sixty at least, and each is an article, a list, or a failure with a reason', () => {
    expect(pages.length).toBeGreaterThanOrEqual(60);
    const failures = pages.flatMap((page) => {
      const result = parsePage(page);
      return result.ok ? [] : [`${page.path} ${result.code}`];
    });
    expect(failures).toEqual(['pages/broken/binary.md page-not-text', 'pages/broken/empty.md page-unreadable']);
  });

  it('of every publisher have title, day, source, original address, language, and no furniture', () => {
    const mirrored = articles().filter(([{ path }]) => /^pages\/(?!broken)/u.test(path));
    expect(mirrored.length).toBeGreaterThan(30);
    for (const [{ path }, article] of mirrored) {
      expect(article.title, path).not.toMatch(/^#|^\d+$|^$/u);
      expect(article.originalUrl, path).toMatch(/^https?:\/\//u);
      expect(article.source, path).not.toBeNull();
      expect(article.language, path).toMatch(/^(?:zh-Han[st]|en)$/u);
      expect(article.text.length, path).toBeGreaterThan(30);
      expect(article.text, path).not.toMatch(/git\.example|promo|counter\.example|原文(?:地址|链接)|首[页頁]/u);
      expect(article.pictures.map(({ url }) => url).join(' '), path).not.toMatch(/cdn\.example|counter\.example/u);
    }
  });

  it('in other encodings read like the rest', () => {
    expect(pageOf(pageAt('pages/broken/gbk.md')).article).toMatchObject({
      title: '国标编码的页面',
      language: 'zh-Hans',
      publishedOn: '2021-05-04',
    });
    expect(pageOf(pageAt('pages/broken/big5.md')).article).toMatchObject({
      title: '大五碼的頁面',
      language: 'zh-Hant',
      publishedOn: '2021-05-05',
    });
    expect(pageOf(pageAt('pages/broken/utf-16le.md')).article?.title).toBe('宽字符的页面');
    expect(pageOf(pageAt('pages/broken/utf-16le-bare.md')).article?.title).toBe('A page of wide characters');
    expect(pageOf(pageAt('pages/broken/bom-crlf.md')).article?.title).toBe('带标记和回车的页面');
  });

  it('keep the words of markup that is too deep for a tree', () => {
    expect(pageOf(pageAt('pages/broken/deep.md')).article).toMatchObject({ title: 'Deep', text: 'the bottom of the well' });
  });

  it('write bodies that are allowed, and that read again give the same', () => {
    for (const [page, article] of articles()) {
      expect(forbiddenMarkup(article.html), page.path).toEqual([]);
      expect(bodyOf(bodyAsPage(article, page.path)), page.path).toBe(article.html);
    }
  });
});

/** Repeatable numbers between 0 and 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const debris =
  '<|</p>|<table>|<td>|<b>|<a href="#x">|</ok>|<svg>|<math><mi>|<pre>|\n\n|<li>|<p>|"|<!--|<template>|<select>|<h2>|<figure>|<figcaption>|<img src=a.png>|<br>|<ul>|</ul>|<tr>|<caption>|<ruby>漢<rt>|<blockquote>|<form>|<button>|<hr>|<dl><dt>|<span lang=en>|<div dir=rtl>|\u3000|\u0301|<marquee>|<object>|<plaintext>|<textarea>|<frameset>|<code>|<sub><sub>|&nbsp;|<a name=x id=x>|<script>'.split(
    '|',
  );

function mutated(text: string, random: () => number): string {
  let result = text;
  for (let steps = 1 + Math.floor(random() * 8); steps > 0; steps--) {
    const at = Math.floor(random() * result.length);
    const kind = random();
    const piece =
      kind < 0.55 ? (debris[Math.floor(random() * debris.length)] ?? '') : kind < 0.8 ? result.slice(at, at + 200) : '';
    const cut = kind < 0.55 ? 0 : Math.floor(random() * 60);
    result = `${result.slice(0, at)}${piece}${result.slice(at + cut)}`;
  }
  return result;
}

it('two thousand damaged pages are read without failing, allowed, and the same when read again', () => {
  const random = randomNumbers(20_211_122);
  const sources = pages.filter(({ bytes }) => bytes.length > 0 && bytes.length < 40_000);
  for (let count = 0; count < 2_000; count++) {
    const page = sources[Math.floor(random() * sources.length)];
    if (page === undefined) continue;
    const input = inputOf(mutated(new TextDecoder().decode(page.bytes), random), page.path);
    const result = parsePage(input);
    if (!result.ok) {
      expect(result.message).not.toContain('could not be read');
      continue;
    }
    const { article } = result.page;
    if (article === null) continue;
    expect(forbiddenMarkup(article.html)).toEqual([]);
    if (article.html !== '') expect(bodyOf(bodyAsPage(article, page.path))).toBe(article.html);
  }
});
