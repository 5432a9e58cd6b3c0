/** Stands on both sides of the number of what is kept. A page that holds it gets it back like its code. */
export const codeMark = '\ufdd0';
const keptPlace = new RegExp(`${codeMark}(\\d+)${codeMark}`, 'gu');

/** A text whose code is out of reach of every rule, and the way back. */
export interface ProtectedText {
  readonly text: string;
  /** For a text that has come out of this one and holds new code. */
  readonly protectAgain: (text: string) => string;
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

/** A new block: no span of code reaches over its beginning. */
const blockStart = /^[ \t>]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\||:{3,}|!!!|\?\?\?|===|@tab|\{%|\{\{[<%])/u;

/** Fenced, indented, templated and inline code is replaced by marks that no rule knows. */
export function protectCode(markdown: string): ProtectedText {
  const kept: string[] = [];
  const restore = (text: string): string => text.replaceAll(keptPlace, (_whole, at: string) => kept[Number(at)] ?? '');
  const keep: Keep = (code) => `${codeMark}${kept.push(restore(code)) - 1}${codeMark}`;
  const protectAgain = (text: string): string => protectLines(text.split('\n'), keep).join('\n');
  const own = markdown.replaceAll(codeMark, () => `${codeMark}${kept.push(codeMark) - 1}${codeMark}`);
  return { text: protectAgain(own), protectAgain, restore };
}

function protectLines(lines: readonly string[], keep: Keep): string[] {
  const lastClose = closings(lines);
  const isIndentedCode = indentedCode(lines);
  const { code, prose, end } = writer(keep);
  let fence: Fence | null = null;
  lines.forEach((line, at) => {
    if (fence !== null) {
      const { close, indentation, closeAs } = fence;
      const isClose = close.test(line);
      if (isClose) fence = null;
      code(isClose && closeAs !== null ? closeAs : line, indentation);
      return;
    }
    const started = line === '' ? null : startOf(line, at, lastClose);
    if (started !== null) {
      fence = started.isClosed ? null : started;
      code(started.line, started.indentation);
    } else if (isIndentedCode(line, at)) code(line, 4);
    else prose(line);
  });
  return end();
}

interface Writer {
  readonly code: (line: string, indentation: number) => void;
  readonly prose: (line: string) => void;
  readonly end: () => string[];
}

/** Collects the lines of a paragraph, for a span of code may reach from one into the next. */
function writer(keep: Keep): Writer {
  const output: string[] = [];
  let paragraph: string[] = [];
  const end = (): string[] => {
    if (paragraph.length > 0) output.push(keepSpans(paragraph.join('\n'), keep));
    paragraph = [];
    return output;
  };
  return {
    code(line, indentation) {
      end().push(keepLine(line, indentation, keep));
    },
    prose(line) {
      const isBlank = line.trim() === '';
      if (isBlank || blockStart.test(line)) end();
      if (isBlank) output.push(line);
      else paragraph.push(line);
    },
    end,
  };
}

/** To be asked about each line outside of fences, in order. */
function indentedCode(lines: readonly string[]): (line: string, at: number) => boolean {
  if (!lines.some((line) => line.startsWith('    ') || line.startsWith('\t'))) return () => false;
  let isOpen = false;
  let isCode = false;
  return (line, at) => {
    const isIndented = /^(?: {4}|\t)/u.test(line);
    const isBlank = line.trim() === '';
    if (!isBlank && !isIndented) isOpen = opener.test(line) || (isOpen && /^[ \t]/u.test(line));
    isCode = isIndented && !isOpen && (isCode || (lines[at - 1] ?? '').trim() === '');
    return isCode && !isBlank;
  };
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

/** Of a paragraph. A span ends at the next run of as many backticks. */
function keepSpans(paragraph: string, keep: Keep): string {
  const inHtml = paragraph.includes('<') ? keepCodeElements(paragraph, keep) : paragraph;
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
    output += inHtml.slice(done, run.index) + keepEachLine(inHtml.slice(run.index, stop), keep);
    done = stop;
    at = end;
  }
  return output + inHtml.slice(done);
}

function keepCodeElements(paragraph: string, keep: Keep): string {
  let output = '';
  let done = 0;
  let start: number | null = null;
  for (const { 0: whole, 1: slash, index } of paragraph.matchAll(/<(\/?)code\b[^<>]{0,200}>/giu)) {
    if (slash === '') {
      start ??= index;
      continue;
    }
    if (start === null) continue;
    const stop = index + whole.length;
    output += paragraph.slice(done, start) + keepEachLine(paragraph.slice(start, stop), keep);
    done = stop;
    start = null;
  }
  return output + paragraph.slice(done);
}

/** What a line begins with stays outside, so that a paragraph can be moved with its surroundings. */
function keepEachLine(code: string, keep: Keep): string {
  const [first = '', ...others] = code.split('\n');
  return [keep(first), ...others.map((line) => keepLine(line, line.length, keep))].join('\n');
}
