/** Words of a publisher stand between its tags; markup among them that was escaped once too often would be printed. */
const textRun = /(^|>)([^<>]*&lt;[^<>]*)/gu;
const escapedTag =
  /&lt;\/?(?:p|div|br|center|span|a|img|table|t[rdh]|[uo]l|li|h[1-6]|b|i|strong|em|font|script|style|form|input|iframe)\b/giu;
const escapedEnd = /&lt;\/[a-z][a-z0-9]*\s*&gt;/iu;
/** Fewer may be an article that speaks of tags. */
const tagsToBeMarkup = 3;
const brokenEntity = /&amp;(?=#\d{2,6})/gu;
const divTag = /<(\/?)div\b[^<>]*>/giu;
const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

const codeTag = /<(\/?)(?:pre|code|samp|kbd|tt|xmp|listing|textarea)\b[^<>]*>/giu;

/**
 * Undoes escaping that only makes a publisher's markup visible. Where the uncovered markup closes an element that it did not
 * open, the content of the page ends: the rest of it is the publisher's frame. In code, markup is there to be seen.
 */
export function uncoverMarkup(html: string): string {
  if (!html.includes('&lt;') && !html.includes('&amp;#')) return html;
  let output = '';
  let done = 0;
  let depth = 0;
  for (const { 0: whole, 1: slash, index } of html.matchAll(codeTag)) {
    if (depth === 0) {
      output += uncoverProse(html.slice(done, index));
      done = index;
    }
    depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    if (depth > 0) continue;
    output += html.slice(done, index + whole.length);
    done = index + whole.length;
  }
  return output + (depth === 0 ? uncoverProse(html.slice(done)) : html.slice(done));
}

function uncoverProse(html: string): string {
  const mended = html.includes('&amp;#') ? html.replaceAll(brokenEntity, '&') : html;
  if (!mended.includes('&lt;')) return mended;
  return mended.replaceAll(textRun, (whole, before: string, text: string) => {
    if ((text.match(escapedTag)?.length ?? 0) < tagsToBeMarkup || !escapedEnd.test(text)) return whole;
    return before + withoutFrame(text.replaceAll(/&(?:lt|gt|quot|amp);/gu, (entity) => entities[entity] ?? entity));
  });
}

function withoutFrame(markup: string): string {
  let depth = 0;
  for (const { index, 1: slash } of markup.matchAll(divTag)) {
    depth += slash === '' ? 1 : -1;
    if (depth < 0) return markup.slice(0, index);
  }
  return markup;
}
