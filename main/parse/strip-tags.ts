const hiddenContent: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'textarea',
  'title',
  'iframe',
]);
const inline: ReadonlySet<string> = new Set('a b strong i em u s span font ok small big sub sup code'.split(' '));

const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const tagName = /^\/?([a-z][a-z0-9]*)/u;

/**
 * The words of markup that is too large or too deep for a tree, in paragraphs. One pass, whatever the markup. The pieces are
 * collected and joined: a string that grows in this loop makes the optimising compiler of Node 20 hang (`bounds.test.ts`).
 */
export function stripTags(html: string): string {
  const lower = html.toLowerCase();
  const output: string[] = ['<p>'];
  let position = 0;
  while (position < html.length) {
    const open = html.indexOf('<', position);
    const close = open < 0 ? -1 : html.indexOf('>', open);
    if (close < 0) {
      output.push(html.slice(position).replaceAll('<', '&lt;'));
      break;
    }
    output.push(html.slice(position, open));
    const isClosing = html.charAt(open + 1) === '/';
    const name = tagName.exec(lower.slice(open + 1, open + 20))?.[1] ?? '';
    position = close + 1;
    if (hiddenContent.has(name) && !isClosing) {
      const end = lower.indexOf(`</${name}`, position);
      position = end < 0 ? html.length : end;
    } else if (headings.has(name)) output.push(isClosing ? `</${name}>` : `<${name}>`);
    else if (!isClosing && !inline.has(name)) output.push('<p>');
  }
  return output.join('');
}
