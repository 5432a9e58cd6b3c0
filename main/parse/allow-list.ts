/** What a body may consist of, as data. An element that is in none of these tables is replaced by its content. */

/** Old or home-made names and what they mean. `ok` is a link that mirrors have renamed. */
export const renamedElements: ReadonlyMap<string, string> = new Map([
  ['ok', 'a'],
  ['font', 'span'],
  ['center', 'div'],
  ['strike', 's'],
  ['tt', 'code'],
  ['samp', 'code'],
  ['var', 'i'],
  ['dfn', 'i'],
  ['acronym', 'abbr'],
  ['xmp', 'pre'],
  ['listing', 'pre'],
  ['plaintext', 'pre'],
  ['menu', 'ul'],
  ['dir', 'ul'],
  ['summary', 'p'],
]);

export const inlineElements: ReadonlySet<string> = new Set(
  'a b strong i em u s del ins sub sup small big code abbr ruby rt rp mark cite q kbd span time'.split(' '),
);

/** Blocks that hold blocks. */
export const containerElements: ReadonlySet<string> = new Set(
  'blockquote ul ol li dl dt dd table caption thead tbody tfoot tr td th figure figcaption'.split(' '),
);

/** Blocks without a meaning of their own: they end the line before them and are replaced by their content. */
export const groupingElements: ReadonlySet<string> = new Set(
  'div section article main header footer nav aside address details dialog fieldset legend form hgroup search body html marquee optgroup noframes'.split(
    ' ',
  ),
);

export const lineElements: ReadonlySet<string> = new Set(['p', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

export const droppedWithContent: ReadonlySet<string> = new Set(
  'script style template noscript svg math head title meta link base select textarea button datalist output canvas map area frameset frame noembed param source track applet portal'.split(
    ' ',
  ),
);

/** Become a card that says what was there and where it is. */
export const embeddedElements: ReadonlyMap<string, string> = new Map([
  ['video', 'video'],
  ['audio', 'audio'],
  ['iframe', 'page'],
  ['embed', 'page'],
  ['object', 'page'],
]);
export const embedKinds: ReadonlySet<string> = new Set(['video', 'audio', 'page']);

/** Containers whose parent must be one of these; anywhere else they are only grouping. */
export const requiredParents: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['li', new Set(['ul', 'ol'])],
  ['dt', new Set(['dl'])],
  ['dd', new Set(['dl'])],
  ['caption', new Set(['table'])],
  ['thead', new Set(['table'])],
  ['tbody', new Set(['table'])],
  ['tfoot', new Set(['table'])],
  ['tr', new Set(['thead', 'tbody', 'tfoot'])],
  ['td', new Set(['tr'])],
  ['th', new Set(['tr'])],
  ['figcaption', new Set(['figure'])],
]);

/** What text or a block is put into when it comes where only certain children may stand. */
export const impliedChildren: ReadonlyMap<string, string> = new Map([
  ['ul', 'li'],
  ['ol', 'li'],
  ['dl', 'dd'],
  ['table', 'tbody'],
  ['thead', 'tr'],
  ['tbody', 'tr'],
  ['tfoot', 'tr'],
  ['tr', 'td'],
]);

/** A single plain paragraph in one of these is written without its `<p>`. */
export const slimContainers: ReadonlySet<string> = new Set(['li', 'dt', 'dd', 'td', 'th', 'caption', 'figcaption']);
