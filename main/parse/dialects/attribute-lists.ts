import { codeMark } from './protect-code.ts';

const listLimit = 300;
/** Of the line before a list that is looked at. */
const lineLimit = 400;
const token =
  /[ \t]{0,20}(?:#[\p{L}\p{N}_:.-]{1,80}|\.(?!\p{N})[\p{L}\p{N}_:-]{1,80}|([\w:-]{1,60})[ \t]{0,9}=[ \t]{0,9}(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|[^\s"'{}]{1,300})|:?(toc)(?![\w-]))/uy;
/** Anything else before an equals sign is arithmetic, unless a colon says otherwise. */
const attributeNames =
  /^(?:id|class|style|width|height|alt|title|align|target|rel|lang|loading|start|type|src|href|data-.+|aria-.+)$/u;
/** Makes a heading of the line before it. */
const underline = /^[ \t]*\n(?:={2,100}|-{2,100})[ \t]*(?:\n|$)/u;
const contentsItem = /(?:^|\n)[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:(?:table of )?contents|toc)[ \t]*$/iu;
const contentsLine =
  /^[ \t>]*(?:\[\[_?toc_?\]\]|\[_?toc_?\]|\$\{toc\}|@\[toc\](?:\([^)\n]{0,80}\))?|<!--\s{0,20}toc\s{0,20}-->)[ \t]*$/gimu;

interface AttributeList {
  readonly end: number;
  readonly hasColon: boolean;
  /** `{:toc}`: takes the place of the list above it. */
  readonly isContents: boolean;
}

/** `{: .class}`, `{#id}`, `{ width=650 }` behind or below what they describe; the id of a heading stays a place to lead to. */
export function undoAttributeLists(text: string): string {
  let output = '';
  let done = 0;
  for (const { index } of text.matchAll(/(?<![{\\$])\{:?[ \t]{0,20}[#.\w:]/gu)) {
    const list = index < done ? null : readList(text, index);
    if (list === null || !isInPlace(text, index, list)) continue;
    const [, id] = /#([^\s}]+)/u.exec(text.slice(index, list.end)) ?? [];
    const above = text.slice(done, index).trimEnd();
    const described = list.isContents
      ? above.slice(0, above.length - (contentsItem.exec(above.slice(-100))?.[0].length ?? 0))
      : above;
    const isUnderlined = underline.test(text.slice(list.end, list.end + 200));
    output += id === undefined ? described : withPlace(described, id, isUnderlined);
    done = list.end;
  }
  return output + text.slice(done);
}

/** The last line, if it is a heading, with a place that links can lead to. */
function withPlace(text: string, id: string, isUnderlined: boolean): string {
  const start = text.lastIndexOf('\n') + 1;
  const [marks = ''] = /^#{1,6}\s+/u.exec(text.slice(start, start + 20)) ?? [];
  if (marks === '' && !isUnderlined) return text;
  return `${text.slice(0, start)}${marks}<a id="${id.replaceAll(/["<>&]/gu, '')}"></a>${text.slice(start + marks.length)}`;
}

/** Null where anything but attributes stands between the braces. */
function readList(text: string, start: number): AttributeList | null {
  const hasColon = text.charAt(start + 1) === ':';
  let at = start + (hasColon ? 2 : 1);
  let isContents = false;
  for (let count = 0; at - start <= listLimit; count++) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) {
      const [close] = /^[ \t]*\}(?!\})/u.exec(text.slice(at, at + 20)) ?? [];
      return close === undefined || count === 0 ? null : { end: at + close.length, hasColon, isContents };
    }
    const [whole, name, contents] = found;
    if (!hasColon && (contents !== undefined || (name !== undefined && !attributeNames.test(name)))) return null;
    isContents ||= contents !== undefined;
    at += whole.length;
  }
  return null;
}

/** At the end of a heading or item, on a line below its block, or right behind what stands in a line. */
function isInPlace(text: string, start: number, { end, hasColon }: AttributeList): boolean {
  const before = text.slice(Math.max(0, start - lineLimit), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const behind = text.slice(end, end + 200);
  const isAtEnd = /^[ \t]*(?:\n|$)/u.test(behind);
  const shown = line.replace(/^[ \t>]+/u, '');
  if (shown === '') return isAtEnd && (hasColon || isBelowBlock(before.slice(0, before.length - line.length)));
  if (/^(?:[-*+]|\d{1,9}[.)])[ \t]+$/u.test(shown)) return hasColon;
  const isNamed = /^(?:#{1,6}|[-*+]|\d{1,9}[.)])[ \t]/u.test(shown) || underline.test(behind);
  if (isAtEnd && isNamed && /\s$/u.test(shown)) return true;
  return isInlineElement(hasColon ? shown.trimEnd() : shown);
}

function isBelowBlock(before: string): boolean {
  const above = before.slice(0, -1);
  return above.slice(above.lastIndexOf('\n') + 1).replace(/^[ \t>]+/u, '') !== '';
}

/** Whether a line ends with a link, a picture, code, a tag, or words between marks. */
function isInlineElement(line: string): boolean {
  const last = line.at(-1);
  if (last === codeMark) return true;
  if (last === ')') return isFrom(line, '](', /^\]\((?:[^()\n]|\([^()\n]*\))*\)$/u);
  if (last === ']') return isFrom(line, '[', /^\[[^\]]*\]$/u);
  if (last === '>') return isFrom(line, '<', /^<(?:\/?[a-z][^<>]*|[a-z]+:[^<>\s]+)>$/iu);
  if (last !== '*' && last !== '_' && last !== '~') return false;
  let close = line.length;
  while (close > 0 && line.charAt(close - 1) === last) close--;
  const open = line.lastIndexOf(last, close - 1);
  const inside = line.slice(open + 1, close);
  if (open < 0 || inside === '' || inside.trim() !== inside) return false;
  return last === '*' || !/[\p{L}\p{N}\\]_*$/u.test(line.slice(Math.max(0, open - 10), open));
}

function isFrom(line: string, mark: string, shape: RegExp): boolean {
  const at = line.lastIndexOf(mark);
  return at >= 0 && line.charAt(at - 1) !== '\\' && shape.test(line.slice(at));
}

/** Lines that ask for a table of contents. */
export function undoContentsLines(text: string): string {
  return text.replaceAll(contentsLine, '');
}
