import { boldLine, calloutLabel } from './callouts.ts';

const depthLimit = 8;
const start = /^([ \t]*)(!!!|\?\?\?\+?|===[!+]?)[ \t]+([^\n]{1,400})$/u;
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

function readStart(line: string): Start | null {
  const [, indentation = '', marker = '', rest = ''] = start.exec(line) ?? [];
  const [, before = '', title] = /^([^"\n]*)(?:"([^"\n]*)")?\s*$/u.exec(rest) ?? [];
  if (marker === '' || (marker.startsWith('=') && title === undefined)) return null;
  if (marker.startsWith('=')) return { indentation, isNote: false, label: boldLine(title ?? '') };
  const [kind = '', ...words] = before.trim().split(/\s+/u);
  if (!/^[\w-]*$/u.test(kind)) return null;
  const rested = words.filter((word) => !layoutWords.has(word)).join(' ');
  const stated = title ?? (rested === '' ? null : rested);
  return { indentation, isNote: true, label: stated === '' ? '' : calloutLabel(kind, stated) };
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
