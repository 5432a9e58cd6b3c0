import { defaultTreeAdapter, type DefaultTreeAdapterTypes, html, parse, parseFragment } from 'parse5';
import { stripTags } from './strip-tags.ts';

export type HtmlParent =
  DefaultTreeAdapterTypes.Document | DefaultTreeAdapterTypes.DocumentFragment | DefaultTreeAdapterTypes.Element;

/** The parser looks through its stack of open elements at every start tag: beyond this depth its work grows with the square. */
const openElementsLimit = 2_048;
const nodesLimit = 200_000;

class TooMuch extends Error {}

/** A tree of any markup, of bounded size. Markup beyond the bounds keeps its words and loses its structure. */
export function readHtml(markup: string, kind: 'fragment' | 'document'): HtmlParent {
  try {
    return read(markup, kind);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return read(stripTags(markup), kind);
  }
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
