/**
 * Tokens of the canonical HTML that `parse/` writes: every attribute value in double quotes, `<` always escaped in text,
 * every element closed. It is not a parser for published pages, and it never meets one.
 */
export type HtmlToken =
  | { readonly kind: 'text'; readonly raw: string }
  | { readonly kind: 'open'; readonly raw: string; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly raw: string; readonly name: string };

const tagPattern = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z][a-z0-9-]*(?:="[^"]*")?)*)\s*\/?>/g;
const attributePattern = /([a-z][a-z0-9-]*)(?:="([^"]*)")?/g;

const blockNames = new Set(
  (
    'address article blockquote br caption dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table tbody td tfoot th ' +
    'thead tr ul'
  ).split(' '),
);

/** Elements between which no sentence runs on. */
export function isBlock(name: string): boolean {
  return blockNames.has(name);
}

export function readTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let at = 0;
  for (const match of html.matchAll(tagPattern)) {
    if (match.index > at) tokens.push({ kind: 'text', raw: html.slice(at, match.index) });
    const [raw, slash, name = '', attributes = ''] = match;
    tokens.push(slash ? { kind: 'close', raw, name } : { kind: 'open', raw, name, attributes: readAttributes(attributes) });
    at = match.index + raw.length;
  }
  if (at < html.length) tokens.push({ kind: 'text', raw: html.slice(at) });
  return tokens;
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(attributePattern)) attributes.set(name, unescapeHtml(value));
  return attributes;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

/** Undoes what `parse/` escapes: five named entities and numeric references. */
export function unescapeHtml(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
    },
  );
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
