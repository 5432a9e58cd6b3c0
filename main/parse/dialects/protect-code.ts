/** A text whose code is out of reach of every rule, and the way back. */
export interface ProtectedText {
  readonly text: string;
  readonly restore: (text: string) => string;
}

type Keep = (code: string) => string;

interface Fence {
  /** Ends the block when a line matches. */
  readonly close: RegExp;
  /** White space before the opening line: it stays outside, so that a block can be moved with its surroundings. */
  readonly indentation: number;
  /** Stands for the closing line; null: the line itself. */
  readonly closeAs: string | null;
}

const fenceStart = /^([ \t>]*)(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})([^\n]*)$/u;
const preStart = /^[ \t]{0,3}<pre\b/iu;
const templateStart =
  /^[ \t]*\{(?:%-?|\{[<%])\s*(highlight|codeblock|code)(?=\s|%|>)([^\n]{0,300}?)\s*-?(?:%\}|[>%]\}\})[ \t]*$/u;
const templateFence = '~~~~~~~';
/** Lines after which an indented line belongs to what they began. */
const opener = /^[ \t]*(?:[-*+]|\d{1,9}[.)]|:{1,4}|!!!|\?\?\?|===|\[\^[^\]\s]{1,60}\]:|<\/?[A-Z])/u;

/** Fenced, indented, templated and inline code is replaced by marks that no rule knows. */
export function protectCode(markdown: string): ProtectedText {
  const mark = unusedCharacter(markdown);
  const kept: string[] = [];
  const keep: Keep = (code) => `${mark}${kept.push(code) - 1}${mark}`;
  const text = protectLines(markdown.split('\n'), keep).join('\n');
  const marked = new RegExp(`${mark}(\\d+)${mark}`, 'gu');
  return { text, restore: (changed) => changed.replaceAll(marked, (_whole, at: string) => kept[Number(at)] ?? '') };
}

function unusedCharacter(text: string): string {
  for (let code = 0xe000; code < 0xf8ff; code++) {
    const character = String.fromCharCode(code);
    if (!text.includes(character)) return character;
  }
  return '\uf8ff';
}

function protectLines(lines: readonly string[], keep: Keep): string[] {
  const lastClose = closings(lines);
  const hasIndented = lines.some((line) => line.startsWith('    ') || line.startsWith('\t'));
  let fence: Fence | null = null;
  let isOpen = false;
  let isIndentedCode = false;
  return lines.map((line, at) => {
    if (fence !== null) {
      const { close, indentation, closeAs } = fence;
      const isClose = close.test(line);
      if (isClose) fence = null;
      return keepLine(isClose && closeAs !== null ? closeAs : line, indentation, keep);
    }
    const started = startOf(line, at, lastClose);
    if (started !== null) {
      fence = started.isClosed ? null : started;
      return keepLine(started.line, started.indentation, keep);
    }
    if (!hasIndented) return keepSpans(line, keep);
    const isIndented = /^(?: {4}|\t)/u.test(line);
    const isBlank = line.trim() === '';
    if (!isBlank && !isIndented) isOpen = opener.test(line) || (isOpen && /^[ \t]/u.test(line));
    isIndentedCode = isIndented && !isOpen && (isIndentedCode || (lines[at - 1] ?? '').trim() === '');
    return isIndentedCode && !isBlank ? keepLine(line, 4, keep) : keepSpans(line, keep);
  });
}

/** Where template tags that hold code are closed for the last time. */
function closings(lines: readonly string[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  lines.forEach((line, at) => {
    if (!line.includes('{')) return;
    const [, name] = /^[ \t]*\{(?:%-?\s*end|\{[<%]\s*\/\s*)(highlight|codeblock|code)\b/u.exec(line) ?? [];
    if (name !== undefined) last.set(name, at);
  });
  return last;
}

function startOf(
  line: string,
  at: number,
  lastClose: ReadonlyMap<string, number>,
): (Fence & { readonly line: string; readonly isClosed: boolean }) | null {
  const [, indentation = '', marks = '', info = ''] =
    (line.includes('```') || line.includes('~~~') ? fenceStart.exec(line) : null) ?? [];
  if (marks !== '' && !(marks.startsWith('`') && info.includes('`'))) {
    const close = new RegExp(`^[ \\t>]*${marks.charAt(0)}{${marks.length},}[ \\t]*$`, 'u');
    return { close, indentation: indentation.length, closeAs: null, line, isClosed: false };
  }
  if (line.includes('<') && preStart.test(line))
    return { close: /<\/pre\s*>/iu, indentation: 0, closeAs: null, line, isClosed: /<\/pre\s*>/iu.test(line) };
  const [, name] = line.includes('{') ? (templateStart.exec(line) ?? []) : [];
  if (name === undefined || (lastClose.get(name) ?? -1) <= at) return null;
  const close = new RegExp(`^[ \\t]*\\{(?:%-?\\s*end|\\{[<%]\\s*/\\s*)${name}\\b`, 'u');
  return { close, indentation: 0, closeAs: templateFence, line: templateFence, isClosed: false };
}

function keepLine(line: string, indentation: number, keep: Keep): string {
  let start = 0;
  while (start < indentation && start < line.length && /[ \t>]/u.test(line.charAt(start))) start++;
  return line.slice(0, start) + keep(line.slice(start));
}

/** A span ends at the next run of as many backticks. */
function keepSpans(line: string, keep: Keep): string {
  const inHtml = line.includes('<code')
    ? line.replaceAll(/<code\b[^<>]{0,200}>[^<]{0,2000}<\/code>/giu, (code) => keep(code))
    : line;
  if (!inHtml.includes('`')) return inHtml;
  const runs = [...inHtml.matchAll(/`+/gu)];
  const last = new Map(runs.map((run, at) => [run[0].length, at]));
  let output = '';
  let done = 0;
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at];
    const length = run?.[0].length ?? 0;
    if (run === undefined || inHtml[run.index - 1] === '\\' || (last.get(length) ?? 0) <= at) continue;
    let end = at + 1;
    while (runs[end]?.[0].length !== length) end++;
    const stop = (runs[end]?.index ?? 0) + length;
    output += inHtml.slice(done, run.index) + keep(inHtml.slice(run.index, stop));
    done = stop;
    at = end;
  }
  return output + inHtml.slice(done);
}
