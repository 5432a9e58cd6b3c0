import { renderInlineMarkdown } from '../render-markdown.ts';

/** What stands inside a tag of a template or component, in its order. */
export interface TagArguments {
  readonly named: ReadonlyMap<string, string>;
  readonly quoted: readonly string[];
  readonly bare: readonly string[];
}

const argument = /\s*(?:([\w:@-]+)\s*=\s*)?(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|([^\s"']+)|(["']))/uy;

/** Reads `key="value"`, `"value"` and bare words. */
export function readArguments(text: string): TagArguments {
  const named = new Map<string, string>();
  const quoted: string[] = [];
  const bare: string[] = [];
  argument.lastIndex = 0;
  for (let found = argument.exec(text); found !== null; found = argument.exec(text)) {
    const [, key, double, single, word] = found;
    const value = (double ?? single)?.replaceAll(/\\(["'\\])/gu, '$1');
    if (key !== undefined) named.set(key.toLowerCase(), value ?? word?.replaceAll(/^\{|\}$/gu, '') ?? '');
    else if (value !== undefined) quoted.push(value);
    else if (word !== undefined) bare.push(word);
  }
  return { named, quoted, bare };
}

/** Attributes whose value is there to be read. */
const readableNames = ['title', 'label', 'header', 'heading', 'summary', 'caption', 'text', 'description'];

export function readableAttribute({ named }: TagArguments): string | null {
  for (const name of readableNames) {
    const value = named.get(name)?.trim();
    if (value) return value;
  }
  return null;
}

/** Whether a value without a name is words rather than a setting. */
export function isWords(value: string): boolean {
  return /\p{L}\s+\p{L}|[\u3400-\u9fff]/u.test(value) && !/^(?:https?:)?\//u.test(value);
}

export function isPictureName(value: string): boolean {
  return /\.(?:jpe?g|png|gif|webp|avif|svg|bmp)(?:[?#]|$)/iu.test(value);
}

/** Markup of a picture with its caption, which is Markdown. */
export function figureMarkup(source: string, alt: string, caption: string): string {
  const picture = `<img src="${escaped(source)}" alt="${escaped(alt)}">`;
  return `\n\n<figure>${picture}${caption === '' ? '' : `<figcaption>${renderInlineMarkdown(caption.replaceAll(/\s*\n\s*/gu, ' '))}</figcaption>`}</figure>\n\n`;
}

export function embedMarkup(address: string): string {
  return `\n\n<iframe src="${escaped(address)}"></iframe>\n\n`;
}

/** Markdown of a link; a path of the archive may hold spaces. */
export function linkMarkdown(text: string, address: string): string {
  return `[${text.replaceAll(/[[\]]/gu, '\\$&')}](<${address.replaceAll(/[<>\n]/gu, encodeURIComponent)}>)`;
}

function escaped(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', ' ');
}
