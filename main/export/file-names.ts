const forbidden: Readonly<Record<string, string>> = {
  '<': '\uFF1C',
  '>': '\uFF1E',
  ':': '\uFF1A',
  '"': '\u201D',
  '/': '\uFF0F',
  '\\': '\uFF3C',
  '|': '\uFF5C',
  '?': '\uFF1F',
  '*': '\uFF0A',
};

/** Names of devices, which Windows takes for the device whatever ending follows. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9\u00B9\u00B2\u00B3]|lpt[0-9\u00B9\u00B2\u00B3])(?:\.|$)/iu;
/** Most file systems take 255 bytes or UTF-16 units; what is added to a name while it is written has to fit too. */
const maximumBytes = 200;

/**
 * A name that every file system takes, close to the title: what is forbidden somewhere becomes its look-alike. Without ending.
 * `fallback` is for titles of which nothing remains.
 */
export function fileStem(title: string, fallback: string): string {
  const cleaned = tidy(
    title
      .normalize('NFC')
      .replaceAll(/[<>:"/\\|?*]/gu, (character) => forbidden[character] ?? '')
      .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFFD]/gu, ' '),
  );
  const stem = tidy(cutToBytes(cleaned, maximumBytes)) || fallback;
  return reserved.test(stem) ? `_${stem}` : stem;
}

/** A dot in front hides a file; dots and spaces at the end are lost on Windows. */
function tidy(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[. ]+/u, '')
    .replace(/[. ]+$/u, '');
}

/** Never cuts a character that is seen as one. */
function cutToBytes(text: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text;
  let cut = '';
  let bytes = Buffer.byteLength('…');
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > limit) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}

/** Hands out each name once, whatever the case: `Name`, `name (2)`. */
export function nameGiver(taken: readonly string[] = []): (stem: string) => string {
  const known = new Set(taken.map(folded));
  const numbers = new Map<string, number>();
  return (stem) => {
    let number = numbers.get(folded(stem)) ?? 1;
    let name = number === 1 ? stem : `${stem} (${number})`;
    while (known.has(folded(name))) {
      number += 1;
      name = `${stem} (${number})`;
    }
    known.add(folded(name));
    numbers.set(folded(stem), number);
    return name;
  };
}

/** Some file systems tell neither cases nor forms of one character apart. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

export interface NameFacts {
  readonly title: string;
  readonly date: string;
  readonly source: string;
  readonly number: string;
}

/** Fills `{title}`, `{date}`, `{source}` and `{number}` in; anything else in the template stays as it is. */
export function fillTemplate(template: string, facts: NameFacts): string {
  return template.replaceAll(/\{(title|date|source|number)\}/gu, (_whole, name: keyof NameFacts) => facts[name]);
}
