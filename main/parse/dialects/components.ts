import {
  containerElements,
  embeddedElements,
  groupingElements,
  inlineElements,
  lineElements,
  renamedElements,
} from '../allow-list.ts';
import { readTag, tagLimit } from './component-tag.ts';
import { boldLine, containerEnd, containerLine, isCallout } from './callouts.ts';
import { figureMarkup, isPictureName, linkMarkdown, readArguments, readableAttribute } from './tag-arguments.ts';

/** Characters that may be searched for the ends of tags, times the length of the text. */
const searchLimit = 4;
const linesOfImport = 60;
const importLine =
  /^import\s+(?:(?:[\w$]+|\*\s+as\s+[\w$]+|(?:[\w$]+\s*,\s*)?\{[^{};'"\n]{0,300}\})\s+from\s+)?(["'])[^'"\n]+\1;?[ \t]*$/u;
const importOpening = /^import\s+(?:[\w$]+\s*,\s*)?\{[\w$,\s]{0,200}$/u;
const importEnd = /^[\w$,\s}]{0,200}\}\s*from\s+(["'])[^"'\n]+\1;?\s*$/u;
const exportStart =
  /^export\s+(?:(?:const|let|var)\s+(?:[\w$]+|[{[][^=\n]{0,200}[}\]])\s*(?::[^=\n]{1,200})?=|(?:async\s+)?function\s*\*?\s*[\w$]+\s*\(|class\s+[\w$]+\s*(?:extends\s+[\w$.]+\s*)?\{|default\s+(?:(?:async\s+)?function\b|class\b|[({[<]|[\w$.]+(?:[(=]|;?\s*$))|[{*][^\n]{0,300}(?:\}|from\s+["']))/u;
const plainElements: ReadonlySet<string> = new Set(
  'img br hr script style svg math noscript head template title textarea input'.split(' '),
);

/** Called like elements that nobody writes with a capital. */
const componentsByName: ReadonlySet<string> = new Set(['Image', 'Listing', 'Menu']);

function isComponent(name: string): boolean {
  if (componentsByName.has(name)) return true;
  const lower = name.toLowerCase();
  if (!/[a-z]/u.test(name) && name.length > 1) return false;
  const tables = [inlineElements, containerElements, groupingElements, lineElements, embeddedElements, renamedElements];
  return !plainElements.has(lower) && !tables.some((table) => table.has(lower));
}

/** Imports, statements, comments and components of MDX: what a component says in words stays, and everything it holds. */
export function undoComponents(text: string, path: string): string {
  const isModule = /\.mdx$/iu.test(path) || (/<[A-Z]/u.test(text) && /^import\s/mu.test(text));
  const prose = isModule ? withoutStatements(text.split('\n')).join('\n') : text;
  const isChanged = prose.length < text.length || /\.mdx$/iu.test(path);
  const said = isChanged ? withoutComments(prose).replaceAll(/\{(["'])( ?)\1\}/gu, '$2') : prose;
  return /<\/?[A-Z]/u.test(said) ? undoTags(said) : said;
}

/** Statements begin a paragraph, and are followed by others or by an empty line. */
function withoutStatements(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let mayBegin = true;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const end = mayBegin ? endOfStatement(lines, at) : null;
    if (end !== null) {
      at = end;
      continue;
    }
    mayBegin = line.trim() === '';
    kept.push(line);
  }
  return kept;
}

/** Its last line; null where none begins. */
function endOfStatement(lines: readonly string[], start: number): number | null {
  const line = lines[start] ?? '';
  if (importLine.test(line)) return start;
  if (importOpening.test(line)) {
    for (let at = start + 1; at < lines.length && at < start + linesOfImport; at++)
      if (importEnd.test(lines[at] ?? '')) return at;
    return null;
  }
  if (!exportStart.test(line)) return null;
  let end = start;
  while (/^(?!#|import\s|export\s)\s*\S/u.test(lines[end + 1] ?? '')) end++;
  return end;
}

function withoutComments(text: string): string {
  let output = '';
  let done = 0;
  for (let start = text.indexOf('{/*'); start >= 0; start = text.indexOf('{/*', done)) {
    const end = text.indexOf('*/}', start);
    if (end < 0) break;
    output += text.slice(done, start);
    done = end + 3;
  }
  return output + text.slice(done);
}

/** What is indented only because it stands inside a component is no code. */
function dedented(text: string, closed: ReadonlySet<string>): string {
  const open: { width: number | null }[] = [];
  return text
    .split('\n')
    .map((line) => {
      const trimmed = line.trim();
      const width = line.length - line.trimStart().length;
      if (/^(?:<\/[A-Z]|\/>$)/u.test(trimmed)) open.pop();
      const inner = open.at(-1);
      if (inner && trimmed !== '') inner.width ??= width;
      const opened = /^<([A-Z][\w.]*)/u.exec(trimmed)?.[1];
      if (opened !== undefined && closed.has(opened) && isComponent(opened) && !/\/>|<\/[A-Z]/u.test(trimmed))
        open.push({ width: null });
      return line.slice(Math.min(width, inner?.width ?? 0));
    })
    .join('\n');
}

/** A tag in prose is one by what is written in it, or because another closes it. */
function undoTags(markup: string): string {
  const closed = new Set([...markup.matchAll(/<\/([A-Z][\w.]{0,80})\s{0,80}>/gu)].map(([, name = '']) => name));
  const text = dedented(markup, closed);
  const opened = new Set<string>();
  let output = '';
  let done = 0;
  let left = tagLimit + searchLimit * text.length;
  for (const { index, 0: start } of text.matchAll(/<\/?([A-Z][\w.]*)(?=[\s/>])/gu)) {
    const name = start.replace(/^<\/?/u, '');
    if (index < done || left < 0 || !isComponent(name)) continue;
    const from = index + start.length;
    const tag = readTag(text, from);
    left -= tag === null ? costOfFailure(text, from) : tag.end - index;
    if (tag === null) continue;
    const isEnd = start.startsWith('</');
    const isMeant = isEnd ? opened.has(name) : tag.hasValue || tag.isWhole || closed.has(name) || isAlone(text, index, tag.end);
    if (!isMeant) continue;
    opened.add(name);
    output += text.slice(done, index) + replacement(name, isEnd, text.slice(from, tag.end - 1));
    done = tag.end;
  }
  return output + text.slice(done);
}

/** Only strings and expressions are searched beyond the beginning of another tag. */
function costOfFailure(text: string, from: number): number {
  const beforeString = /[^<"'{]*["'{]/uy;
  beforeString.lastIndex = from;
  return beforeString.test(text) ? tagLimit : 0;
}

function isAlone(text: string, start: number, end: number): boolean {
  return (
    /(?:^|\n)[ \t]*$/u.test(text.slice(Math.max(0, start - 40), start)) && /^[ \t]*(?:\n|$)/u.test(text.slice(end, end + 40))
  );
}

function replacement(name: string, isEnd: boolean, inside: string): string {
  const isNote = isCallout(name);
  const isWhole = /\/\s*$/u.test(inside);
  if (isEnd) return isNote ? containerEnd : '';
  const given = readArguments(inside.replace(/\/\s*$/u, '').replaceAll(/=\s*\{\s*(["'`])([^"'`{}]*)\1\s*\}/gu, '="$2"'));
  const said = readableAttribute(given);
  const source = given.named.get('src');
  if (source !== undefined && isPictureName(source)) return figureMarkup(source, given.named.get('alt') ?? '', said ?? '');
  const kind = given.named.get('type') ?? given.named.get('variant') ?? '';
  if (isNote && !isWhole) return containerLine(isCallout(kind) ? kind : name, said);
  const href = given.named.get('href') ?? given.named.get('to');
  if (href !== undefined && said !== null) return ` ${linkMarkdown(said, href)} `;
  const label = said ?? (/^Tab(?:Item|Panel|s\.Tab)?$/u.test(name) ? (given.named.get('value') ?? '') : '');
  if (label === '' || label.startsWith('{')) return '';
  return name === 'Badge' ? ` ${label} ` : `\n\n${boldLine(label)}\n\n`;
}
