import { parseFragment } from 'parse5';

/**
 * What a page says, found out by plain text work and without the parser, as a second opinion. It knows two kinds of pages:
 * those that a mirror made around a publisher's markup, and plain Markdown.
 */
export interface NaivePage {
  readonly kind: 'mirror' | 'markdown';
  /** Squeezed. */
  readonly title: string;
  readonly originalUrl: string | null;
  /** Squeezed; each is to be found in the text of the article. */
  readonly sentences: readonly string[];
  /** Squeezed lines around the content of a mirror page; none is to be a line of the article. */
  readonly furniture: readonly string[];
  readonly headings: number;
  readonly pictures: readonly { readonly url: string; readonly alt: string }[];
  readonly issueNumber: number | null;
}

const shortestSentence = 12;
const shortestFurniture = 4;
const original = /(?:原文|Original)[^:：\n]{0,40}[:：]\s*(?:<a[^>]*>)?\s*(https?:\/\/[^\s<)"']+)/giu;
const blockTag = /<\/?(?:p|div|br|hr|h\d|li|ul|ol|tr|td|th|table|figure|figcaption|blockquote|center|section|article)\b[^>]*>/giu;
const unread =
  /<(script|style|iframe|object|embed|video|audio|svg|math|noscript|noembed|noframes|template|form|textarea|select|title|xmp)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/giu;

/** Without white space and without what Markdown writes for emphasis. */
export function squeeze(text: string): string {
  return text.normalize('NFC').replaceAll(/[\s\p{Cc}\p{Cf}*_`~=\\]+/gu, '');
}

/** Null for pages of other kinds: lists, HTML documents, pages in another encoding than UTF-8. */
export function readNaively(bytes: Uint8Array, path: string): NaivePage | null {
  const text = new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  if (text.includes('\ufffd') || !/\.md$/iu.test(path)) return null;
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trim() !== '');
  const [, title] = /^#{1,6}\s+(\S.*)$/u.exec(lines[start] ?? '') ?? [];
  if (title === undefined) return null;
  const stated = [...text.matchAll(original)].at(-1)?.[1] ?? null;
  if (/^-{8,}$/u.test(lines[start + 1] ?? '')) return stated === null ? null : mirrorPage(lines, start, { title, stated, path });
  return (lines[start] ?? '').startsWith('# ') ? markdownPage(lines.slice(start + 1), title) : null;
}

function mirrorPage(
  lines: readonly string[],
  start: number,
  { title, stated, path }: { readonly title: string; readonly stated: string; readonly path: string },
): NaivePage {
  const end = footerStart(lines, path);
  const body = lines.slice(start + 2, end).filter((line) => !isRow(line));
  const around = [...lines.slice(start + 2, end).filter(isRow), ...lines.slice(end)];
  return {
    kind: 'mirror',
    title: squeeze(plain(withoutMarkdown(title))),
    originalUrl: stated,
    sentences: sentencesIn(plain(body.join('\n'))),
    furniture: around.map((line) => squeeze(plain(withoutMarkdown(line)))).filter((line) => line.length >= shortestFurniture),
    headings: 0,
    pictures: [],
    issueNumber: null,
  };
}

function isRow(line: string): boolean {
  return /^#{3,6} \s*\[/u.test(line);
}

/** The last line that names the page's own address or the original's, with what introduces it. */
function footerStart(lines: readonly string[], path: string): number {
  const isAddress = (line: string): boolean =>
    line.search(original) >= 0 || (line.includes(`/${path}`) && /^(?:https?:|<a href=.https?:)/u.test(line));
  let end = lines.findIndex((line, at) => isAddress(line) && at > lines.length - 40);
  if (end < 0) return lines.length;
  while (end > 0 && /^\s*(?:<hr\s*\/?>)?\s*$|^[^<]{1,80}[:：]?\s*<br\s*\/?>\s*$|^-{8,}$/u.test(lines[end - 1] ?? '')) end--;
  return end;
}

function plain(markup: string): string {
  if (isEscapedTwice(markup)) return plain(decodedText(markup.replace(/&lt;\/div&gt;.*$/su, '')));
  return decodedText(
    markup
      .replaceAll(unread, ' ')
      .replaceAll(blockTag, '\n')
      .replaceAll(/<\/?[a-z!?][^>]*>/giu, ''),
  );
}

/** Some publishers' markup was escaped on its way: a whole page is text with tags in it, up to the end of its content. */
function isEscapedTwice(markup: string): boolean {
  return (markup.match(/&lt;\/?(?:p|div|br)\b/giu)?.length ?? 0) > 3;
}

function decodedText(text: string): string {
  return text.replaceAll(/&amp;(?=#\d)/gu, '&').replaceAll(/&(?:#\d+|#x[\da-f]+|[a-z]\w*);?/giu, decoded);
}

const characters = new Map<string, string>();

function decoded(reference: string): string {
  const known = characters.get(reference);
  if (known !== undefined) return known;
  const [node] = parseFragment(reference).childNodes;
  const character = node && 'value' in node ? node.value : reference;
  characters.set(reference, character);
  return character;
}

function sentencesIn(text: string): readonly string[] {
  return text
    .split(/[。！？!?\n]/u)
    .map(squeeze)
    .filter((sentence) => sentence.length >= shortestSentence);
}

function markdownPage(lines: readonly string[], title: string): NaivePage {
  const prose: string[] = [];
  let fence: string | null = null;
  for (const line of lines) {
    const [mark] = /^\s*(?:`{3,}|~{3,})/u.exec(line) ?? [];
    if (mark !== undefined && (fence === null || mark.trim().startsWith(fence))) fence = fence === null ? mark.trim() : null;
    else if (fence === null) prose.push(line);
  }
  const headings = prose.filter((line) => /^#{1,6}\s+\S/u.test(line)).length;
  const text = prose.join('\n');
  const issue = /第\s*(\d+)\s*期/u.exec(title)?.[1];
  return {
    kind: 'markdown',
    title: squeeze(plain(withoutMarkdown(title))),
    originalUrl: null,
    sentences: sentencesIn(plain(withoutMarkdown(text))),
    furniture: [],
    headings,
    pictures: [...text.matchAll(/!\[([^\]\n]*)\]\(([^)\s]+)/gu)].map(([, alt = '', url = '']) => ({ url, alt })),
    issueNumber: issue === undefined ? null : Number(issue),
  };
}

function withoutMarkdown(text: string): string {
  return text
    .replaceAll(/`[^`\n]+`/gu, (code) => code.replaceAll('<', '&lt;'))
    .replaceAll(/!\[[^\]\n]*\]\([^)\n]*\)/gu, '')
    .replaceAll(/\[((?:[^[\]]|\[[^[\]\n]*\]){0,500})\]\((?:[^()]|\([^()\n]*\)){0,2000}?\)/gu, '$1')
    .replaceAll(/<(https?:\/\/[^>\s]+)>/gu, '$1')
    .replaceAll(/\{[:.%#]?[^{}\n]*=[^{}\n]*\}|^\s*(?:\*\[[^\]\n]+\]:|--8<--).*$/gmu, '')
    .replaceAll(/^\s*(?:>\s*)+/gmu, '')
    .replaceAll(/^\s*(?:#{1,6}|[-+*:]|\d+\.)\s+/gmu, '')
    .replaceAll(/^\s*(?:!!!|\?{3}\+?|={3}|:{3,})\s*\w*\s*"?|"$/gmu, '')
    .replaceAll(/\s#+$/gmu, '')
    .replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1');
}
