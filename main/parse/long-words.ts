/** Characters of a word that a mail address may begin with: looking for one goes to the end of the word at each mark. */
const isWordPart = new Uint8Array(128);
for (const character of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+/=?_`{|}~-")
  isWordPart[character.charCodeAt(0)] = 1;

/** Longer than any word. In UTF-16 code units. */
const longWord = 2_000;
/** Marks in a word, times its length: the steps that looking for addresses takes. */
const stepsLimit = 5_000_000;
const mark = /[*_~`]|http|www\./giu;
/** What a mark begins with, and the noncharacter that stands for it while Markdown is rendered. */
const hiding: readonly (readonly [string, string])[] = [...'*_~`hHwW'].map((character, at) => [
  character,
  String.fromCharCode(0xfdd0 + at),
]);
const hidden: ReadonlyMap<string, string> = new Map(hiding);
const shown: ReadonlyMap<string, string> = new Map(hiding.map(([character, stand]) => [stand, character]));
const anyStand = /[\ufdd0-\ufdd7]/gu;

/**
 * Hides the marks of words that are too long to be any, so that they stay as they are. Looks at one character in two thousand:
 * a longer word cannot hide between.
 */
export function hideLongWords(markdown: string): string {
  const output: string[] = [];
  let written = 0;
  let end = 0;
  for (let at = longWord - 1; at < markdown.length; at += longWord) {
    if (at < end || !isPartOfWord(markdown, at)) continue;
    let start = at;
    while (start > end && isPartOfWord(markdown, start - 1)) start--;
    end = at + 1;
    while (end < markdown.length && isPartOfWord(markdown, end)) end++;
    const word = markdown.slice(start, end);
    const steps = word.length < longWord ? 0 : (word.match(mark)?.length ?? 0) * word.length;
    if (steps < stepsLimit) continue;
    output.push(markdown.slice(written, start), word.replaceAll(mark, hide));
    written = end;
  }
  if (output.length === 0) return markdown;
  output.push(markdown.slice(written));
  return output.join('');
}

function isPartOfWord(text: string, index: number): boolean {
  return isWordPart[text.charCodeAt(index)] === 1;
}

function hide(found: string): string {
  return (hidden.get(found.charAt(0)) ?? '') + found.slice(1);
}

export function showLongWords(html: string): string {
  return html.replaceAll(anyStand, (stand) => shown.get(stand) ?? stand);
}
