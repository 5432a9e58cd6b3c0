const strong = /(\*\*|__)(?!\s)([^*_\n]{1,500}?(?:_[^*_\n]{1,200}?){0,3})\1/gu;
const emptyStrong = /(__|\*\*)([ \p{P}]{1,3}?)\1(?=\S|$)/gmu;
/** No comparison: what compares stands at words, numbers or brackets. */
const marked = /(?<![=\w)\]}])==(?=[^\s=])([^=\n]{1,400})==(?![=\w([{])/gu;
const keys = /(?<!\S)\+\+([a-z][a-z0-9-]{0,20}(?:\+[a-z0-9"-]{1,20}){0,5})\+\+(?![\w+])/giu;
/** With the path of a file, or alone above and below such paths. */
const inclusion = /^[ \t]{0,40}-{1,8}8<-{1,8}(?:[ \t]{1,8}(?:"[^"\n]{1,300}"|'[^'\n]{1,300}'))?[ \t]*$/gmu;
const abbreviation = /^\*\[([^\]\n]{1,60})\]:[ \t]*(.*)$/gmu;

/** Bold type that the rule of word borders denies to text without spaces: `**“重要。”**他说`. */
export function undoClosedStrong(text: string): string {
  const bold = text.replaceAll(strong, (whole, mark: string, inside: string, at: number) => {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + whole.length);
    const isClosedIn = /[\p{P}\p{S}]$/u.test(inside) && /[\p{L}\p{N}]/u.test(after);
    const isOpenedIn = /^[\p{P}\p{S}]/u.test(inside) && /[\p{L}\p{N}]/u.test(before);
    const isAmongHan = mark === '__' && /[\u3400-\u9fff]/u.test(before + after) && !/^\w+$/u.test(inside);
    const isOperator = /[\w)\]]/u.test(before) && /[\w([]/u.test(after);
    const isMissed = !isOperator && (isClosedIn || isOpenedIn || isAmongHan);
    return isMissed && /[\p{L}\p{N}]/u.test(inside) && !/\s$/u.test(inside) ? `<strong>${inside}</strong>` : whole;
  });
  return bold.replaceAll(emptyStrong, (whole, _mark: string, inside: string, at: number) => {
    const before = bold.charAt(at - 1);
    const isInWord = /\w/u.test(before + bold.charAt(at + whole.length));
    return before.trim() !== '' && !isInWord && !/[*_]/u.test(inside + before) ? inside : whole;
  });
}

/** `==text==` */
export function undoHighlights(text: string): string {
  return text.replaceAll(marked, (whole, inside: string) => (/\s$|&&|\|\||!$/u.test(inside) ? whole : `<mark>${inside}</mark>`));
}

/** `++ctrl+c++` */
export function undoKeys(text: string): string {
  return text.replaceAll(keys, (_whole, names: string) =>
    names
      .split('+')
      .map((name) => `<kbd>${name.replaceAll('"', '')}</kbd>`)
      .join('+'),
  );
}

/** `*[HTML]: …`: what an abbreviation means, as a line of its own. */
export function undoAbbreviations(text: string): string {
  return text.replaceAll(abbreviation, (_whole, short: string, long: string) => `\n${short}: ${long}\n`);
}

/** `--8<-- "file"`: the inclusion of what is not in the page. */
export function undoInclusions(text: string): string {
  return text.replaceAll(inclusion, '');
}
