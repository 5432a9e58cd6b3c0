/** Kinds of notes that stand apart from the text, as the makers of sites name them. */
const kinds: ReadonlySet<string> = new Set(
  (
    'note tip info information warning danger caution important success question quote cite example abstract summary tldr todo bug ' +
    'failure error hint help faq details detail attention seealso notice alert admonition callout aside expand spoiler fold ' +
    'collapse collapsible hidetoggle folding check done fail missing memo'
  ).split(' '),
);
/** Say that something is set apart, and not what. */
const unspoken: ReadonlySet<string> = new Set(
  'details detail notice alert admonition callout aside expand spoiler fold collapse collapsible hidetoggle folding quote cite'.split(
    ' ',
  ),
);

export function isCallout(name: string): boolean {
  return kinds.has(name.toLowerCase());
}

/** As sites print it over a note: its title, else its kind; empty where the kind says nothing. */
export function calloutLabel(name: string, title: string | null): string {
  if (title !== null) return boldLine(title);
  const kind = name.toLowerCase();
  return unspoken.has(kind) ? '' : boldLine(kind.charAt(0).toUpperCase() + kind.slice(1));
}

/** Markdown of a line that is bold throughout; empty for nothing. */
export function boldLine(text: string): string {
  const plain = text.replaceAll('**', '').trim();
  return plain === '' ? '' : `**${plain}**`;
}

/** The line that opens a container for `undoContainers`. */
export function containerLine(kind: string, title: string | null): string {
  return `\n\n::: ${kind}${title === null ? '' : ` ${title.replaceAll(/\s+/gu, ' ')}`}\n`;
}

export const containerEnd = '\n:::\n\n';
