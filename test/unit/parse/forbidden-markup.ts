import { type DefaultTreeAdapterTypes, html, parseFragment } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** Written apart from the parser's own tables: what a body may hold, element by element, with all attributes of each. */
export const allowedMarkup: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries('p h2 h3 h4 h5 h6'.split(' ').map((name) => [name, ['id', 'lang', 'dir', 'data-embed']])),
  ...Object.fromEntries(
    'blockquote ul li dl dt dd table caption thead tbody tfoot tr figure figcaption pre'
      .split(' ')
      .map((name) => [name, ['id', 'lang', 'dir']]),
  ),
  ...Object.fromEntries(
    'strong b i em u s del ins sub sup small big code ruby rt rp mark cite q kbd span'
      .split(' ')
      .map((name) => [name, ['lang', 'dir']]),
  ),
  ol: ['start', 'lang', 'dir'],
  td: ['colspan', 'rowspan', 'align', 'lang', 'dir'],
  th: ['colspan', 'rowspan', 'align', 'lang', 'dir'],
  a: ['href', 'title', 'lang', 'dir'],
  abbr: ['title', 'lang', 'dir'],
  time: ['datetime', 'lang', 'dir'],
  img: ['data-picture', 'alt', 'width', 'height'],
  br: [],
  hr: [],
};

export const allowedAddress = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@|page:[^\s]|#at-)/u;

/** Everything in a written body that must not be there, in words. Parsed anew, by the library's own rules. */
export function forbiddenMarkup(written: string): readonly string[] {
  const found: string[] = [];
  const stack: DefaultTreeAdapterTypes.ParentNode[] = [parseFragment(written)];
  for (let parent = stack.pop(); parent !== undefined; parent = stack.pop()) {
    for (const child of parent.childNodes) {
      if ('tagName' in child) {
        found.push(...faultsOf(child));
        stack.push(child);
        if ('content' in child) stack.push(child.content);
      } else if (child.nodeName !== '#text') found.push(child.nodeName);
    }
  }
  return found;
}

function faultsOf(node: Element): readonly string[] {
  const names = allowedMarkup[node.tagName];
  if (names === undefined || node.namespaceURI !== html.NS.HTML) return [`<${node.tagName}>`];
  return node.attrs.flatMap(({ name, value }) => {
    if (!names.includes(name)) return [`${node.tagName}@${name}`];
    const isBadAddress = name === 'href' && !allowedAddress.test(value);
    const isBadNumber = name === 'data-picture' && !/^\d+$/u.test(value);
    const isBadId = name === 'id' && !value.startsWith('at-');
    return isBadAddress || isBadNumber || isBadId ? [`${node.tagName}@${name}=${value}`] : [];
  });
}
