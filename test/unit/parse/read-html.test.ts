import { expect, it } from 'vitest';
import { articleOf } from './archive-pages.ts';

it.each(['a.html', 'a.md'])('a page of more paragraphs than may be built keeps every word (%s)', (path) => {
  const { html, text } = articleOf(`<!doctype html><body>${'<p>w'.repeat(230_000)}<p>the end`, path);
  expect(text.endsWith('the end')).toBe(true);
  expect(text.match(/w/gu)?.length).toBe(230_000);
  expect(html.slice(0, 16)).toBe('<p>w</p><p>w</p>');
});

it('headings and breaks in any number are no reason to lose a page', () => {
  const { text } = articleOf(`<!doctype html><body>${'<h2>w</h2><br>'.repeat(150_000)}the end`, 'a.html');
  expect(text.endsWith('the end')).toBe(true);
});
