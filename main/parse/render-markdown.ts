import { Marked, type RendererObject, type TokenizerObject, type TokenizerAndRendererExtension } from 'marked';
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
  start: (source) => /(?:^|\n)\[\^/u.exec(source)?.index,
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

/** Characters that may be searched for closing marks: a base, and times the length of the text. */
const markBudget = { base: 1_000_000, perCharacter: 20 };

/**
 * For each opening `*`, `_` or `~` the rest of its paragraph is searched for the closing one. Real pages stay far below the
 * budget; text made of marks without end goes over it, and the marks that are left stay as they are.
 */
function boundedMarks(length: number): TokenizerObject {
  let left = markBudget.base + markBudget.perCharacter * length;
  const search = (source: string): false | undefined => {
    left -= source.length;
    return left > 0 ? false : undefined;
  };
  return {
    emStrong: (source) => (/^[*_]/u.test(source) ? search(source) : undefined),
    del: (source) => (source.startsWith('~') ? search(source) : undefined),
  };
}

const wordRun = /[a-z0-9.!#$%&'*+/=?_`{|}~-]{2000,}/giu;
/** Marks in a run of characters without space, times its length: the steps that looking for mail addresses takes. */
const runLimit = 5_000_000;

/** Marks in a word longer than any word stay as they are. */
function defuseRuns(markdown: string): string {
  return markdown.replaceAll(wordRun, (run) => {
    const marks = run.match(/[*_~`]/gu)?.length ?? 0;
    return marks * run.length < runLimit ? run : run.replaceAll(/[*_~`]/gu, (mark) => `&#${mark.charCodeAt(0)};`);
  });
}

function markedFor(markdown: string): Marked {
  const extensions = markdown.includes('[^') ? [footnote, footnoteMark] : [];
  return new Marked({ gfm: true, renderer, extensions, tokenizer: boundedMarks(markdown.length) });
}

/** HTML of Markdown, not sanitised. What the renderer cannot cope with (nesting beyond reason) keeps its words. */
export function renderMarkdown(markdown: string): string {
  try {
    return markedFor(markdown).parse(defuseRuns(markdown), { async: false });
  } catch {
    return stripTags(markdown.replaceAll(/\n{2,}/gu, '<p>'));
  }
}

export function renderInlineMarkdown(markdown: string): string {
  try {
    return markedFor(markdown).parseInline(defuseRuns(markdown), { async: false });
  } catch {
    return stripTags(markdown);
  }
}
