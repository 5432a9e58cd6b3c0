import {
  containerElements,
  embeddedElements,
  groupingElements,
  inlineElements,
  lineElements,
  renamedElements,
} from '../allow-list.ts';
import { boldLine, containerEnd, containerLine, isCallout } from './callouts.ts';
import { figureMarkup, isPictureName, linkMarkdown, readArguments, readableAttribute } from './tag-arguments.ts';

/** Longer tags are text, or made to keep a search busy. */
const tagLimit = 4_000;
/** Characters that may be searched for the ends of tags, times the length of the text. */
const searchLimit = 4;
const linesOfImport = 60;
const importLine = /^import\s+(?:[\w*{][^;'"\n]{0,300}\sfrom\s+)?(["'])[^'"\n]+\1;?[ \t]*$/u;
const importOpening = /^import\s+(?:\w+\s*,\s*)?\{\s*(?:[\w,\s]{0,200})$/u;
const statement = /^export\s+(?:const|let|default|function|async)\b/u;
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
  const lines = text.split('\n');
  const isModule = /\.mdx$/iu.test(path) || lines.some((line) => line.startsWith('import ') && importLine.test(line));
  const prose = isModule ? withoutStatements(lines).join('\n') : text;
  const said = isModule ? withoutComments(prose).replaceAll(/\{(["'])( ?)\1\}/gu, '$2') : prose;
  return /<\/?[A-Z]/u.test(said) ? undoTags(dedented(said)) : said;
}

function withoutStatements(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (importLine.test(line)) continue;
    if (importOpening.test(line)) at = endOfImport(lines, at);
    else if (statement.test(line)) while (/^(?!#)\s*\S/u.test(lines[at + 1] ?? '')) at++;
    else kept.push(line);
  }
  return kept;
}

function endOfImport(lines: readonly string[], start: number): number {
  for (let at = start; at < lines.length && at < start + linesOfImport; at++)
    if (/\bfrom\s+["'][^"']+["'];?\s*$/u.test(lines[at] ?? '')) return at;
  return start;
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
function dedented(text: string): string {
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
      if (opened !== undefined && isComponent(opened) && !/\/>|<\/[A-Z]/u.test(trimmed)) open.push({ width: null });
      return line.slice(Math.min(width, inner?.width ?? 0));
    })
    .join('\n');
}

function undoTags(text: string): string {
  let output = '';
  let done = 0;
  let left = tagLimit + searchLimit * text.length;
  for (const { index, 0: start } of text.matchAll(/<\/?([A-Z][\w.]*)(?=[\s/>])/gu)) {
    const name = start.replace(/^<\/?/u, '');
    if (index < done || left < 0 || !isComponent(name)) continue;
    const end = endOfTag(text, index + start.length);
    left -= end === null ? tagLimit : end - index;
    if (end === null) continue;
    output += text.slice(done, index) + replacement(name, start.startsWith('</'), text.slice(index + start.length, end - 1));
    done = end;
  }
  return output + text.slice(done);
}

/** After the `>` that closes the tag: not one in a string or in braces. */
function endOfTag(text: string, from: number): number | null {
  let quote = '';
  let depth = 0;
  for (let at = from; at < text.length && at < from + tagLimit; at++) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'" || (character === '`' && depth > 0)) quote = character;
    else if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (character === '>' && depth <= 0) return at + 1;
  }
  return null;
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
