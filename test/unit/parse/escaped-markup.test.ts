import { expect, it } from 'vitest';
import { uncoverMarkup } from '#main/parse/escaped-markup.ts';

const escaped = '&lt;b&gt;one&lt;/b&gt; &lt;i&gt;two&lt;/i&gt; &amp;#169;';
const uncovered = '<b>one</b> <i>two</i> &#169;';

it('markup that was escaped once too often becomes markup again', () => {
  expect(uncoverMarkup(`<p>${escaped}</p>`)).toBe(`<p>${uncovered}</p>`);
});

it.each(['pre', 'code', 'PRE class="a"', 'kbd', 'xmp'])('markup shown in <%s> stays code, and only there', (name) => {
  const [end = ''] = name.split(' ');
  const code = `<${name}>${escaped}<span>${escaped}</span></${end}>`;
  expect(uncoverMarkup(`<p>${escaped}</p>${code}<p>${escaped}</p>`)).toBe(`<p>${uncovered}</p>${code}<p>${uncovered}</p>`);
});

it('code in code ends with the outer one; code that nothing ends goes on', () => {
  const inner = `<pre><code>a</code>${escaped}</pre>`;
  expect(uncoverMarkup(`${inner}${escaped}`)).toBe(inner + uncovered);
  expect(uncoverMarkup(`<p>a<code>${escaped}`)).toBe(`<p>a<code>${escaped}`);
});
