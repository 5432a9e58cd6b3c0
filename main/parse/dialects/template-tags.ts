import { boldLine, containerEnd, containerLine, isCallout } from './callouts.ts';
import {
  embedMarkup,
  figureMarkup,
  isPictureName,
  isWords,
  linkMarkdown,
  readArguments,
  readableAttribute,
  type TagArguments,
} from './tag-arguments.ts';
import { isControl, readExpression } from './template-expressions.ts';

/** Longer tags are text, or made to keep a search busy. */
const tagLimit = 2_000;
const closeMarks: Readonly<Record<string, string>> = { '{%': '%}', '{{<': '>}}', '{{%': '%}}', '{{': '}}' };
/** What they hold is for the machine. */
const control: ReadonlySet<string> = new Set(
  'if elsif elif unless for assign capture set case when cycle increment decrement layout block extends import from macro with param'.split(
    ' ',
  ),
);
const bareControl: ReadonlySet<string> = new Set('else break continue raw comment toc'.split(' '));
/** How a note looks. */
const settings: ReadonlySet<string> = new Set(
  'open closed true false default primary simple modern flat icon no-icon'.split(' '),
);
const closing = /\{(?:%-?\s{0,20}end|\{[<%]\s{0,20}\/\s{0,20})([\w-]{1,60})/gu;
const videoPages: ReadonlyMap<string, string> = new Map([
  ['youtube', 'https://www.youtube.com/embed/'],
  ['vimeo', 'https://player.vimeo.com/video/'],
  ['bilibili', 'https://player.bilibili.com/player.html?bvid='],
]);
const linkNames: ReadonlySet<string> = new Set(['ref', 'relref', 'post_url', 'post_path', 'link', 'asset_path', 'url']);

interface Place {
  /** Of the page. */
  readonly path: string;
  /** Nothing else stands on the line: what is missing there is missed by nobody. */
  readonly isAlone: boolean;
  /** Names that a closing tag follows somewhere. */
  readonly closed: ReadonlySet<string>;
}

/**
 * Tags of Liquid, Nunjucks, Hugo, GitBook and mdBook: their markers go, what they say or lead to stays. What stands in a line
 * of words and is nothing that these know stays as it is.
 */
export function undoTemplateTags(text: string, path: string): string {
  const source = openVerbatim(text);
  const find = finder(source);
  const closed = new Set([...source.matchAll(closing)].map(([, name = '']) => name.toLowerCase()));
  const output: string[] = [];
  let done = 0;
  let dropped = '';
  const write = (piece: string): void => {
    if (piece === '') return;
    if (dropped !== '' && /[\p{L}\p{N}]$/u.test(dropped) && /^[\p{L}\p{N}]/u.test(piece)) output.push(' ');
    output.push(piece);
    dropped = '';
  };
  for (const { index } of source.matchAll(/\{\{|\{%/gu)) {
    if (index < done) continue;
    const mark = source.slice(
      index,
      index + (/[<%]/u.test(source.charAt(index + 2)) && source.charAt(index + 1) === '{' ? 3 : 2),
    );
    const close = closeMarks[mark] ?? '';
    const end = find(close, index + mark.length);
    const next = find(mark, index + mark.length);
    if (end === null || end - index > tagLimit || (next !== null && next < end)) continue;
    const stop = end + close.length;
    const inside = source
      .slice(index + mark.length, end)
      .replaceAll(/^-|-$/gu, '')
      .trim();
    const before = source.slice(Math.max(0, index - 40), index);
    const isAlone = /(?:^|\n)[ \t>]*$/u.test(before) && /^[ \t]*(?:\n|$)/u.test(source.slice(stop, stop + 40));
    const made = mark === '{{' ? readExpression(inside, before.slice(-1), isAlone) : tag(inside, { path, isAlone, closed });
    write(source.slice(done, index));
    if (made === '') dropped ||= (output.at(-1) ?? '').slice(-2);
    else write(made === null ? source.slice(index, stop) : made.includes('\n') ? indented(made, before) : made);
    done = stop;
  }
  write(source.slice(done));
  return output.join('');
}

/** Lines that take the place of a tag stand where it stood: in a list, say. */
function indented(made: string, before: string): string {
  const [, indentation = ''] = /(?:^|\n)([ \t]*)$/u.exec(before) ?? [];
  return made.replaceAll('\n', `\n${indentation}`);
}

/** Where each mark stands next, asked from left to right: no part of the text is searched twice. */
function finder(text: string): (mark: string, from: number) => number | null {
  const next = new Map<string, number>();
  return (mark, from) => {
    const known = next.get(mark);
    const at = known !== undefined && known >= from ? known : text.indexOf(mark, from);
    next.set(mark, at < 0 ? Number.POSITIVE_INFINITY : at);
    return Number.isFinite(next.get(mark)) ? at : null;
  };
}

/** `{% raw %}` shows tags as they are; what stands in `{% comment %}` is for nobody. */
function openVerbatim(text: string): string {
  let result = text;
  if (text.includes('endraw')) result = between(result, 'raw', (inside) => inside.replaceAll('{', '&#123;'));
  if (text.includes('endcomment')) result = between(result, 'comment', () => '');
  return result;
}

function between(text: string, name: string, change: (inside: string) => string): string {
  const marks = new RegExp(`\\{%-?\\s*(end)?${name}\\s*-?%\\}`, 'gu');
  let output = '';
  let done = 0;
  let start: number | null = null;
  for (const found of text.matchAll(marks)) {
    const isEnd = found[1] !== undefined;
    if (isEnd === (start === null)) continue;
    const inside = text.slice(done, found.index);
    output += isEnd ? change(inside) : inside;
    done = found.index + found[0].length;
    start = isEnd ? null : done;
  }
  return output + text.slice(done);
}

/** Null: no tag. */
function tag(inside: string, place: Place): string | null {
  const [whole = '', slash, word = ''] = /^(\/|end(?=[a-z]))?\s*([\w-]+)/u.exec(inside) ?? [];
  const name = word.toLowerCase();
  const rest = inside.slice(whole.length).replace(/\/\s*$/u, '');
  if (name === '') return null;
  if (control.has(name)) return isControl(name, rest) ? '' : null;
  const given = readArguments(rest);
  if (slash !== undefined) return given.bare.length > 1 ? null : isCallout(name) ? containerEnd : '';
  if (bareControl.has(name)) return given.bare.length === 0 ? '' : null;
  const video = videoPages.get(name);
  const videoId = given.named.get('id') ?? given.quoted[0] ?? given.bare[0];
  if (video !== undefined && videoId !== undefined && /^[\w-]+$/u.test(videoId)) return embedMarkup(video + videoId);
  if (isCallout(name)) return note(name, given, place);
  const shown = picture(name, given, place.path) ?? link(name, given, place.path);
  if (shown !== null) return shown;
  const isInclusion = /^(?:include|partial|render)/u.test(name) && given.bare.length <= 1;
  return isInclusion ? '' : words(name, given, place.isAlone);
}

function note(name: string, given: TagArguments, { isAlone, closed }: Place): string | null {
  const isClosed = closed.has(name);
  if (!isClosed && !isAlone && given.bare.length > 0) return null;
  const stated = given.named.get('type') ?? given.named.get('style') ?? given.named.get('class');
  const kind = [stated, ...given.bare, ...given.quoted].find((value) => value !== undefined && isCallout(value));
  const rest = given.bare.filter((value) => value !== kind && !settings.has(value) && !/^[a-z][\w-]*[:=]/u.test(value)).join(' ');
  const title = readableAttribute(given) ?? given.quoted.find((value) => value !== kind && value !== '') ?? rest;
  if (!isClosed && title !== '') return `\n\n${boldLine(title)}\n\n`;
  return containerLine(kind ?? name, title === '' ? null : title);
}

function picture(name: string, { named, quoted, bare }: TagArguments, path: string): string | null {
  const source = named.get('src') ?? [...named.values(), ...bare, ...quoted].find(isPictureName);
  const isPicture = /^(?:figure|fig|img|image|picture|asset_img)$/u.test(name) || (source !== undefined && isPictureName(source));
  if (source === undefined || !isPicture) return null;
  const texts = [
    ...quoted,
    bare
      .slice(bare.indexOf(source) + 1)
      .filter((word) => !/^\d/u.test(word))
      .join(' '),
  ];
  const caption = named.get('caption') ?? named.get('title') ?? texts.find((text) => text !== '' && text !== source) ?? '';
  const folder = name === 'asset_img' ? `${path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/u, '')}/` : '';
  return figureMarkup(folder + source, named.get('alt') ?? '', caption);
}

/** Tags that stand for an address, and those that stand for a whole link. */
function link(name: string, given: TagArguments, path: string): string | null {
  const { named, quoted, bare } = given;
  const [target] = [...quoted, ...bare];
  if (linkNames.has(name) && target !== undefined && bare.length + quoted.length === 1) return address(name, target, path);
  if (name === 'post_link' && target !== undefined) {
    const slug = bare[0] ?? target;
    const title = [...bare.slice(1), ...quoted].filter((text) => !/^(?:true|false)$/u.test(text) && text !== slug).join(' ');
    return linkMarkdown(title || slug, `${slug}.md`);
  }
  const href = named.get('url') ?? named.get('href') ?? named.get('link');
  if (href === undefined || !/^(?:https?:|[./\w])/u.test(href)) return null;
  return linkMarkdown(readableAttribute(given) ?? quoted[0] ?? href, href);
}

function address(name: string, target: string, path: string): string {
  const isPost = name === 'post_url' || name === 'post_path';
  const plain = target.replace(/^\//u, '').replaceAll(' ', '%20');
  if (isPost) return `${/(?:^|\/)_posts\//u.test(path) ? '' : '/_posts/'}${plain}.md`;
  return name === 'link' ? `/${plain}` : target.replaceAll(' ', '%20');
}

/** Bare words are settings on a line of their own, unless they make a phrase; in a line of words no tag has them. */
function words(name: string, given: TagArguments, isAlone: boolean): string | null {
  const isPart = /^(?:tab|tabitem|step)$/u.test(name);
  const said = readableAttribute(given) ?? given.quoted.find((value) => isPart || isWords(value)) ?? '';
  const bare = given.bare.join(' ');
  if (isPart) return said === '' && bare === '' ? '' : `\n\n${boldLine(said || bare)}\n\n`;
  if (bare !== '' && !isAlone) return null;
  return said === '' && isWords(bare) ? bare : said;
}
