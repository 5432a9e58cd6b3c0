import { Tokenizer, type TokenizerObject, type Tokens } from 'marked';

/** Characters that may be searched in vain, for each kind of search: a base, and times the length of the text. */
const searchBudget = { base: 1_000_000, perCharacter: 20 };
/** The same for what is read again for each level that it is nested in. */
const nestingBudget = { base: 1_000_000, perCharacter: 6 };
/** A row that is shorter than the head of its table is filled up: ten kilobytes can ask for millions of cells. */
const cellsLimit = 100_000;

/**
 * Keeps the work of the renderer in proportion to the length of the text. Real pages stay far below the budgets; text made to
 * keep a renderer busy goes over them, and the marks that are left stay as they are, with all words.
 */
export function boundedTokenizer(markdown: string): TokenizerObject {
  const { length } = markdown;
  return { ...boundedNesting(length), ...boundedUnderlines(length), ...boundedTables, ...boundedInlines(markdown) };
}

/** What a quotation or a list item holds is taken out of it and read again, level by level. */
function boundedNesting(length: number): TokenizerObject {
  let left = nestingBudget.base + nestingBudget.perCharacter * length;
  let depth = 0;
  const nested = <Token extends Tokens.Generic>(source: string, read: () => Token | undefined): Token | undefined => {
    const cost = depth === 0 ? 0 : source.length;
    if (cost > left) return undefined;
    left -= cost;
    depth++;
    try {
      const token = read();
      if (cost > 0) left += cost - (token?.raw.length ?? 0);
      return token;
    } finally {
      depth--;
    }
  };
  return {
    list(source) {
      return nested<Tokens.List>(source, () => Tokenizer.prototype.list.call(this, source));
    },
    blockquote(source) {
      return nested<Tokens.Blockquote>(source, () => Tokenizer.prototype.blockquote.call(this, source));
    },
  };
}

const underline = /^ {0,3}(?:=+|-+) *$/u;

/** Before each paragraph, and each line of one in a list, all of it is searched for a line of `===` or `---`. */
function boundedUnderlines(length: number): TokenizerObject {
  let left = searchBudget.base + searchBudget.perCharacter * length;
  return {
    lheading(source) {
      let start = source.indexOf('\n') + 1;
      while (start > 0 && start < source.length && left > 0) {
        const newline = source.indexOf('\n', start);
        const end = newline < 0 ? source.length : newline;
        left -= end - start + 1;
        const first = source.charAt(start);
        if (first === '\n') return undefined;
        if ((first === '=' || first === '-' || first === ' ') && underline.test(source.slice(start, end))) return false;
        start = newline + 1;
      }
      return undefined;
    },
  };
}

const boundedTables: TokenizerObject = {
  table(source) {
    const head = source.indexOf('\n');
    const second = source.charAt(head + 1);
    if (head < 0 || !' |:-'.includes(second)) return undefined;
    const columns = source.slice(0, head).split('|').length;
    if (columns < 20) return false;
    const blankLine = source.indexOf('\n\n', head);
    const rows = source.slice(head, blankLine < 0 ? source.length : blankLine).split('\n').length;
    return columns * rows > cellsLimit ? undefined : false;
  },
};

const lineFeed = 0x0a;
const openingBracket = 0x5b;
const star = 0x2a;
const lowLine = 0x5f;
const tilde = 0x7e;

/** Bounds for emphasis and for links, each only where so many marks stand in so long a paragraph that they could be needed. */
function boundedInlines(markdown: string): TokenizerObject {
  let marks = 0;
  let brackets = 0;
  let longest = 0;
  let start = 0;
  for (let index = 0; index < markdown.length; index++) {
    const code = markdown.charCodeAt(index);
    if (code === star || code === lowLine || code === tilde) marks++;
    else if (code === openingBracket) brackets++;
    else if (code === lineFeed && markdown.charCodeAt(index + 1) === lineFeed) {
      longest = Math.max(longest, index - start);
      start = index;
    }
  }
  longest = Math.max(longest, markdown.length - start);
  const budget = searchBudget.base + searchBudget.perCharacter * markdown.length;
  return { ...(marks * longest > budget && boundedEmphasis(budget)), ...(brackets * longest > budget && boundedLinks(budget)) };
}

/** For each opening `*`, `_` or `~` the rest of its paragraph is searched for the closing one. */
function boundedEmphasis(budget: number): TokenizerObject {
  let left = budget;
  const search = (source: string): false | undefined => {
    left -= source.length;
    return left > 0 ? false : undefined;
  };
  return {
    emStrong: (source) => (/^[*_]/u.test(source) ? search(source) : undefined),
    del: (source) => (source.startsWith('~') ? search(source) : undefined),
  };
}

/** Of a link with its address, where the budget is spent. */
const linkLimit = 1_000;

/** So it is for the end of a link; those that are not far off are still found. */
function boundedLinks(budget: number): TokenizerObject {
  let left = budget;
  return {
    link(source) {
      if (!/^!?\[/u.test(source)) return undefined;
      left -= source.length;
      return left > 0 ? false : Tokenizer.prototype.link.call(this, source.slice(0, linkLimit));
    },
  };
}
