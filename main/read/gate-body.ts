/**
 * Note: the second sanitiser. A body was cleaned when it was imported, by a walk over a parsed tree. Before it is shown it passes
 * this gate, which knows nothing of how browsers read HTML: it lets through, character by character, only what `parse/` can have
 * written, and turns every other `<` into text. A mistake in the one is not a mistake in the other, and a library that somebody
 * else has written into gains nothing by it. What `parse/` has written comes out as it went in.
 */
const common = ['lang', 'dir'];
const anchored = ['id', ...common];

const named = (names: string, attributes: readonly string[]): readonly (readonly [string, ReadonlySet<string>])[] =>
  names.split(' ').map((name) => [name, new Set(attributes)]);

const elements: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...named('h1 h2 h3 h4 h5 h6 blockquote ul li dl dt dd table caption thead tbody tfoot tr figure figcaption pre', anchored),
  ...named('strong b i em u s del ins sub sup small big code ruby rt rp mark cite q kbd span', common),
  ...named('p', ['data-embed', ...anchored]),
  ...named('ol', ['start', ...anchored]),
  ...named('td th', ['colspan', 'rowspan', 'align', ...anchored]),
  ...named('a', ['href', 'title', ...common]),
  ...named('abbr', ['title', ...common]),
  ...named('time', ['datetime', ...common]),
  ...named('img', ['data-picture', 'alt', 'width', 'height']),
  ...named('br hr', []),
]);
const withoutEnd: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

const values: Readonly<Record<string, RegExp>> = {
  id: /^at-[^\s]/u,
  href: /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@|page:[^\s]|#at-)/u,
  'data-picture': /^\d{1,6}$/u,
  'data-embed': /^(?:video|audio|page)$/u,
};

const opening = /<([a-z][a-z0-9]{0,9})((?: [a-z][a-z-]{0,11}="[^"<>]*")*)>/uy;
const closing = /<\/([a-z][a-z0-9]{0,9})>/uy;
const attribute = / ([a-z-]+)="([^"<>]*)"/gu;

/** Takes time in proportion to the text, whatever it is. */
export function gateBody(html: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let tag = html.indexOf('<'); tag >= 0; tag = html.indexOf('<', at)) {
    parts.push(html.slice(at, tag));
    const [passed, length] = tagAt(html, tag);
    parts.push(passed);
    at = tag + length;
  }
  return parts.join('') + html.slice(at);
}

/** What is shown of the tag that begins here, and how long it is. */
function tagAt(html: string, at: number): readonly [string, number] {
  closing.lastIndex = at;
  const [close, closed = ''] = closing.exec(html) ?? [];
  if (close !== undefined && elements.has(closed) && !withoutEnd.has(closed)) return [close, close.length];
  opening.lastIndex = at;
  const [open, name = '', given = ''] = opening.exec(html) ?? [];
  const allowed = elements.get(name);
  if (open === undefined || allowed === undefined) return ['&lt;', 1];
  return [given === '' ? open : `<${name}${passedAttributes(given, allowed)}>`, open.length];
}

function passedAttributes(given: string, allowed: ReadonlySet<string>): string {
  return given.replaceAll(attribute, (whole, name: string, value: string) =>
    allowed.has(name) && (values[name]?.test(value) ?? true) ? whole : '',
  );
}
