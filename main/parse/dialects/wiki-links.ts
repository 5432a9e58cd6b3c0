import { isPictureName, linkMarkdown } from './tag-arguments.ts';

/** Behind a word or a bracket it is the index of a list. */
const wikiLink = /(?<![\w)\]\\])(!?)\[\[([^[\]|#\n\\]{0,200})(#[^[\]|\n\\]{0,200})?(?:\\?\|([^[\]\n]{0,300}))?\]\](?![([])/gu;
/** Made by a program: with a digit among its letters. */
const blockMark = /[ \t]\^(?=[a-z]{0,5}\d)(?=\d{0,5}[a-z])[a-z0-9]{6}[ \t]*$/gmu;

/** `[[Page]]`, `[[Page#Part|text]]` and `![[picture.png|300]]` of wikis and note takers. */
export function undoWikiLinks(text: string): string {
  return text.replaceAll(wikiLink, (whole, embed: string, target: string, part: string = '', label: string = '') => {
    const name = target.trim();
    const said = label.trim();
    if ((name === '' && part === '') || target.startsWith(' ') || !/\p{L}/u.test(target + part)) return whole;
    if (embed !== '' && isPictureName(name)) return picture(name, /^\d+(?:x\d+)?$/u.test(said) ? '' : said);
    const place = part.startsWith('#^') ? '' : part.slice(1);
    const shown = said || [name, place].filter((word) => word !== '').join(' > ');
    return shown === '' ? '' : linkMarkdown(shown, addressOf(name, place));
  });
}

function picture(name: string, alt: string): string {
  return `!${linkMarkdown(alt, name.includes('/') ? `/${name}` : name)}`;
}

function addressOf(name: string, place: string): string {
  const anchor = place === '' ? '' : `#${slugOf(place)}`;
  if (name === '') return anchor;
  const page = /\.[a-z0-9]{2,5}$/iu.test(name) ? name : `${name}.md`;
  return (name.includes('/') && !name.startsWith('.') ? `/${page}` : page) + anchor;
}

/** The id that `renderMarkdown` gives a heading. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/gu, '-');
}

/** Names that note takers give to a paragraph, and their comments. */
export function undoNoteMarks(text: string): string {
  return text.replaceAll(blockMark, '');
}

/** `%% … %%` on a line of its own, or over several. */
export function undoNoteComments(text: string): string {
  const lines = text.split('\n');
  const marks = lines.flatMap((line, at) => (line.trim() === '%%' ? [at] : []));
  const hidden = new Set<number>();
  for (let pair = 0; pair + 1 < marks.length; pair += 2)
    for (let at = marks[pair] ?? 0; at <= (marks[pair + 1] ?? 0); at++) hidden.add(at);
  return lines.filter((line, at) => !hidden.has(at) && !/^\s*%%[^%]{1,2000}%%\s*$/u.test(line)).join('\n');
}
