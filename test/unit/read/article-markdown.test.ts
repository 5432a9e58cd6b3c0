import { expect, test } from 'vitest';
import { bodyToMarkdown, htmlToMarkdown } from '#main/read/article-markdown.ts';

test.each([
  ['<p>&lt;img src=x onerror=alert(1)&gt;</p>', '\\<img src=x onerror=alert(1)>\n'],
  ['<p>a \\&lt;b&gt;</p>', 'a \\\\\\<b>\n'],
  ['<p>&lt;<em>script</em>&gt;</p>', '\\<_script_\\>\n'],
  ['<h2>&lt;script&gt;</h2>', '## \\<script>\n'],
])('what an article writes about stays text: %s', (html, markdown) => {
  expect(htmlToMarkdown(html)).toBe(markdown);
});

test('code is copied as it is', () => {
  expect(htmlToMarkdown('<p><code>&lt;b&gt;</code></p>')).toBe('`<b>`\n');
});

test('the words for a picture cannot become HTML', () => {
  const markdown = bodyToMarkdown('<p><img data-picture="0" alt="&lt;img src=x onerror=alert(1) a=">x"&gt;</p>', [
    { url: 'https://img.example/a.png', alt: '' },
  ]);
  expect(markdown).toContain('![&lt;img src=x');
  expect(markdown).not.toMatch(/(?<!\\)<[a-z]/u);
});
