import { expect, it } from 'vitest';
import { anchorsIn } from '#main/parse/anchors.ts';

it.each([
  ['<a href="#note">', ['at-note']],
  ["<a HREF = ' #note'>", ['at-note']],
  ['<a href=#note>', ['at-note']],
  ['<a href= #note>', ['at-note']],
  ['<a href="a.md#note"> <a name="#x">', []],
])('anchors that links of %j lead to are %j', (html, anchors) => {
  expect([...anchorsIn(html)]).toEqual(anchors);
});

it.each([
  ['spaces', `href=${' '.repeat(200_000)}`],
  ['quoted spaces', `href="${' '.repeat(200_000)}`],
  ['names', 'href '.repeat(40_000)],
  ['quotes', 'href=" '.repeat(28_000)],
])('none is found in 200,000 characters of %s, and the next one is', (_kind, filler) => {
  expect([...anchorsIn(`${filler}x <a href="#note">`)]).toEqual(['at-note']);
});
