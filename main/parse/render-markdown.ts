import { Marked, type RendererObject, type TokenizerAndRendererExtension } from 'marked';
import { hideLongWords, showLongWords } from './long-words.ts';
import { boundedTokenizer } from './markdown-bounds.ts';
import { stripTags } from './strip-tags.ts';

/** `[^name]`; without this, a note of one word would be taken for the address of a link and vanish. */
const footnoteMark: TokenizerAndRendererExtension = {
  name: 'footnoteMark',
  level: 'inline',
  start: (source) => source.indexOf('[^'),
  tokenizer(source) {
    const [raw, name] = /^\[\^([^\]\s]{1,60})\](?!:)/u.exec(source) ?? [];
    return raw === undefined ? undefined : { type: 'footnoteMark', raw, name };
  },
  renderer: (token) =>
    `<sup><a href="#fn-${encodeURIComponent(String(token['name']))}">${escaped(String(token['name']))}</a></sup>`,
};

const footnote: TokenizerAndRendererExtension = {
  name: 'footnote',
  level: 'block',
  start: startOfNote,
  tokenizer(source) {
    const [raw, name, text] = /^\[\^([^\]\s]{1,60})\]:[ \t]*([^\n]*(?:\n(?!\s*\n|\[\^)[^\n]+)*)(?:\n|$)/u.exec(source) ?? [];
    if (raw === undefined || text === undefined) return undefined;
    return { type: 'footnote', raw, name, tokens: this.lexer.inline(text) };
  },
  renderer(token) {
    const name = String(token['name']);
    return `<p id="fn-${encodeURIComponent(name)}">${escaped(name)}. ${this.parser.parseInline(token.tokens ?? [])}</p>\n`;
  },
};

/** Where a note ends the paragraph that `source` begins with. Beyond that paragraph nothing is looked for. */
function startOfNote(source: string): number | undefined {
  if (source.startsWith('[^')) return 0;
  const blankLine = source.indexOf('\n\n');
  const found = (blankLine < 0 ? source : source.slice(0, blankLine)).indexOf('\n[^');
  return found < 0 ? undefined : found;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function slugOf(text: string): string {
  return text
    .replaceAll(/<[^>]*>|&[a-z]+;/giu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/gu, '-');
}

const renderer: RendererObject = {
  /** With the id that Git hosts give a heading, for links within and between pages. */
  heading({ tokens, depth }) {
    const content = this.parser.parseInline(tokens);
    return `<h${depth} id="${slugOf(content)}">${content}</h${depth}>\n`;
  },
};

function render(markdown: string, how: 'parse' | 'parseInline'): string {
  const extensions = markdown.includes('[^') ? [footnote, footnoteMark] : [];
  const hidden = hideLongWords(markdown);
  const marked = new Marked({ gfm: true, renderer, extensions, tokenizer: boundedTokenizer(hidden) });
  const html = marked[how](hidden, { async: false });
  return hidden === markdown ? html : showLongWords(html);
}

/** HTML of Markdown, not sanitised. What the renderer cannot cope with (nesting beyond reason) keeps its words. */
export function renderMarkdown(markdown: string): string {
  try {
    return render(markdown, 'parse');
  } catch {
    return stripTags(markdown.replaceAll(/\n{2,}/gu, '<p>'));
  }
}

export function renderInlineMarkdown(markdown: string): string {
  try {
    return render(markdown, 'parseInline');
  } catch {
    return stripTags(markdown);
  }
}
