import { boldLine, calloutLabel, isCallout } from './callouts.ts';

const depthLimit = 8;
const start = /^([ \t]*)(!!!|\?\?\?\+?|===[!+]?)[ \t]+(\S[^\n]{0,400})$/u;
const layoutWords: ReadonlySet<string> = new Set(['inline', 'end', 'left', 'right']);

/** `!!! note "Title"`, `??? tip` and `=== "Tab"` with an indented body, as MkDocs has them. */
export function undoIndentedContainers(text: string): string {
  return undoLines(text.split('\n'), 0).join('\n');
}

function undoLines(lines: readonly string[], depth: number): string[] {
  const output: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const opening = /[!?=]{3}/u.test(line) ? readStart(line) : null;
    if (opening === null) {
      output.push(line);
      continue;
    }
    const end = endOfBody(lines, at + 1, opening.indentation.length);
    if (end === at + 1) {
      output.push(line);
      continue;
    }
    const body = lines.slice(at + 1, end).map((inside) => inside.replace(/^(?:\t| {1,4})/u, ''));
    const inside = depth < depthLimit ? undoLines(body, depth + 1) : body;
    output.push('');
    if (opening.label !== '') output.push(placed(opening.indentation + opening.label, opening), placed('', opening));
    for (const part of inside) output.push(placed(part, opening));
    output.push('');
    at = end - 1;
  }
  return output;
}

function placed(line: string, { isNote, indentation }: Start): string {
  if (!isNote) return line;
  return line === '' || line.startsWith(indentation) ? `${indentation}> ${line.slice(indentation.length)}` : `> ${line}`;
}

interface Start {
  readonly indentation: string;
  readonly isNote: boolean;
  /** Markdown. */
  readonly label: string;
}

/** Null for what only looks like it: the kind of a note is a known one, or a lower-case word with the title in quotes. */
function readStart(line: string): Start | null {
  const [, indentation = '', marker = '', rest = ''] = start.exec(line) ?? [];
  const [, before, title] = /^([^"\n]*)(?:"([^"\n]*)")?\s*$/u.exec(rest) ?? [];
  if (marker === '' || before === undefined) return null;
  if (marker.startsWith('='))
    return title === undefined || before !== '' ? null : { indentation, isNote: false, label: boldLine(title) };
  const [kind = '', ...words] = before.trim().split(/\s+/u);
  if (!/^[a-z][a-z\d_-]*$/u.test(kind) || (title === undefined && !isCallout(kind))) return null;
  const isPlain = words.every((word) => layoutWords.has(word));
  if (title !== undefined) return isPlain || isCallout(kind) ? { indentation, isNote: true, label: boldLine(title) } : null;
  return { indentation, isNote: true, label: isPlain ? calloutLabel(kind, null) : boldLine(before) };
}

/** A body reaches as far as its lines are empty or indented by four. */
function endOfBody(lines: readonly string[], from: number, indentation: number): number {
  let end = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    const width = line.search(/[^ \t]/u);
    if (width < indentation + 4 && !(line.charAt(indentation) === '\t')) break;
    end = at + 1;
  }
  return end;
}
