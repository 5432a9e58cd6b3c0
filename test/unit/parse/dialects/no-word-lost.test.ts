import { expect, it } from 'vitest';
import { undoDialects } from '#main/parse/dialects/undo-dialects.ts';
import { makeRandom, pick } from '#test/helpers/generated-text.ts';

/** None names a kind of note, a layout or a variable: these are what a dialect is made of. */
const words =
  'moor rain Breaking What export let users vote import taxes rose default for the sake and Threshold Name init foo bar x i 1 22 300 雨 山水 了 état a_b don’t'.split(
    ' ',
  );
const marks =
  '{{ }} {% %} {{< >}} {{% %}} {{{ }}} {{# {{! {%- -%} [[ ]] ![[ ::: :::: !!! ??? ???+ === == ** __ ++ $ $$ \\( \\) { } {: {# {. <Moor <Rain </Bog> > {/* ^ -8<- <<< @tab && # * - ~ ~~ ` `` ( ) [ ] \\ " \' % [! *[ ]: : > = _ & ; / \ufdd0'.split(
    ' ',
  );
const lineStarts = [
  '',
  '',
  '',
  '    ',
  '> ',
  '- ',
  '1. ',
  '# ',
  '::: ',
  '!!! ',
  '??? ',
  '> [!',
  ': ',
  '*[',
  '@tab ',
  '<<< ',
  '=== ',
];

/** Between two marks stand at least two words, so that none of them closes what another opens as a dialect would have it. */
function glue(random: () => number): string {
  return random() < 0.7 ? ' ' : '';
}

function makeProse(random: () => number): string {
  const lines: string[] = [];
  for (let left = 1 + Math.floor(random() * 8); left > 0; left--) {
    let line = pick(random, lineStarts);
    for (let parts = 1 + Math.floor(random() * 5); parts > 0; parts--) {
      line += `${pick(random, words)} ${pick(random, words)}`;
      if (parts > 1) line += glue(random) + pick(random, marks) + glue(random);
    }
    lines.push(line);
    if (random() < 0.4) lines.push('');
  }
  return lines.join('\n');
}

function firstLost(text: string, made: string): string | null {
  let at = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const found = made.indexOf(word, at);
    if (found < 0) return word;
    at = found + word.length;
  }
  return null;
}

it.each(['a.md', 'a.mdx'])('words among stray marks are all kept, in their order (%s)', (path) => {
  const random = makeRandom(path.length);
  for (let made = 0; made < 8_000; made++) {
    const text = makeProse(random);
    const lost = firstLost(text, undoDialects(text, path));
    expect(lost, JSON.stringify([text, undoDialects(text, path)])).toBeNull();
  }
});
