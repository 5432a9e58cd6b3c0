const tagLimit = 4_096;
export const attributeValueLimit = 2_048;
export const attributesLimit = 50;
const tagStart = /<[a-z]/giu;

/**
 * Bounds every tag before a tree is built, because a parser compares each attribute with all before it: values over 2 KB are
 * emptied (a picture inside its address, mostly), a tag of more than 4 KB or 50 attributes that still remain loses them all.
 */
export function shortenTags(html: string): string {
  const output: string[] = [];
  let end = 0;
  tagStart.lastIndex = 0;
  for (let match = tagStart.exec(html); match; match = tagStart.exec(html)) {
    const close = html.indexOf('>', match.index);
    const tagEnd = close < 0 ? html.length : close;
    if (tagEnd - match.index > tagLimit || attributesOf(html, match.index, tagEnd) > attributesLimit) {
      output.push(html.slice(end, match.index), shortened(html.slice(match.index, tagEnd)));
      end = tagEnd;
    }
    tagStart.lastIndex = tagEnd;
  }
  if (output.length === 0) return html;
  output.push(html.slice(end));
  return output.join('');
}

/** At least as many as there are. */
function attributesOf(html: string, start: number, end: number): number {
  if (end - start < attributesLimit * 2) return 0;
  return html.slice(start, end).split(/[\s/"']+/u).length;
}

function shortened(tag: string): string {
  const withoutLongValues = tag.replaceAll(/"[^"]{2048,}"|'[^']{2048,}'|=[^\s"'>]{2048,}/gu, (value) =>
    value.startsWith('=') ? '=""' : '""',
  );
  const isBounded =
    withoutLongValues.length <= tagLimit && attributesOf(withoutLongValues, 0, withoutLongValues.length) <= attributesLimit * 4;
  return isBounded ? withoutLongValues : (/^<[a-z][a-z0-9]*/iu.exec(tag)?.[0] ?? '');
}
