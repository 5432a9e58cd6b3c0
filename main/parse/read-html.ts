import { defaultTreeAdapter, type DefaultTreeAdapterTypes, html, parse, parseFragment } from 'parse5';
import { stripTags } from './strip-tags.ts';

export type HtmlParent =
  DefaultTreeAdapterTypes.Document | DefaultTreeAdapterTypes.DocumentFragment | DefaultTreeAdapterTypes.Element;

/** The parser looks through its stack of open elements at every start tag: beyond this depth its work grows with the square. */
const openElementsLimit = 2_048;
const nodesLimit = 200_000;
/** Elements that the parser adds by itself: the document, its head and body. */
const impliedNodes = 10;

class TooMuch extends Error {
  constructor() {
    super(`more than ${nodesLimit} elements, or ${openElementsLimit} in each other`);
  }
}

/** A tree of any markup, of bounded size. Markup beyond the bounds keeps its words and loses its structure but for paragraphs. */
export function readHtml(markup: string, kind: 'fragment' | 'document'): HtmlParent {
  try {
    return read(markup, kind);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return read(withFewerParagraphs(stripTags(markup)), kind);
  }
}

/** Where the paragraphs alone are too many, the last one that may be built holds the rest. */
function withFewerParagraphs(markup: string): string {
  let left = nodesLimit - impliedNodes;
  return markup.replaceAll(/<(?:p|h[1-6])>/gu, (tag) => (--left >= 0 ? tag : '\n'));
}

function read(markup: string, kind: 'fragment' | 'document'): HtmlParent {
  const treeAdapter = countingAdapter();
  if (kind === 'document') return parse(markup, { treeAdapter });
  const context = defaultTreeAdapter.createElement('div', html.NS.HTML, []);
  return parseFragment(context, markup, { treeAdapter });
}

function countingAdapter(): typeof defaultTreeAdapter {
  let nodes = 0;
  let openElements = 0;
  return {
    ...defaultTreeAdapter,
    createElement(tagName, namespaceURI, attrs) {
      if (++nodes > nodesLimit) throw new TooMuch();
      return defaultTreeAdapter.createElement(tagName, namespaceURI, attrs);
    },
    onItemPush() {
      if (++openElements > openElementsLimit) throw new TooMuch();
    },
    onItemPop() {
      openElements--;
    },
  };
}
