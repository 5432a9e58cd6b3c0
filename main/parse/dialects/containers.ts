import { boldLine, calloutLabel, isCallout } from './callouts.ts';

/** Of containers in each other; the markers of deeper ones only go. */
const depthLimit = 8;
const containerLine = /^([ \t>]*):{3,}(.*)$/u;
const alertLine = /^([ \t>]*>[ \t]?)\[!([\w-]{1,40})(?:\|[^\]\n]{0,80})?\][+-]?[ \t]*(.*)$/u;
const tabLine = /^[ \t]*@tab(?::\w+)?[ \t]+(\S.*)$/u;
const importLine = /^[ \t]*<<<[ \t]+[@.~]{1,2}\/\S[^\n]*$/u;

interface Container {
  /** Line that closes it; null where none does: then it only loses its marker. */
  end: number | null;
  readonly indentation: string;
  readonly name: string;
  readonly title: string | null;
}

/** `::: tip Title` to `:::` as VuePress, Docusaurus and Pandoc write it: a note becomes a quotation, other containers vanish. */
export function undoContainers(text: string): string {
  const lines = text.split('\n');
  const containers = findContainers(lines);
  const open: Container[] = [];
  const output: string[] = [];
  lines.forEach((line, at) => {
    const container = containers.get(at);
    if (container === undefined) {
      output.push(quoted(tabLine.test(line) ? `\n${boldLine(tabLine.exec(line)?.[1] ?? '')}\n` : line, open));
      return;
    }
    if (container === 'end') {
      open.pop();
      output.push(quoted('', open));
      return;
    }
    const { end, name, title, indentation } = container;
    const isNote = end !== null && isCallout(name);
    if (isNote) output.push(quoted('', open));
    if (end !== null) open.push(isNote ? container : { ...container, name: '' });
    const label = isCallout(name) ? calloutLabel(name, title) : boldLine(title ?? '');
    if (label !== '') output.push(quoted(indentation + label, open), quoted('', open));
  });
  return output.filter((line) => !importLine.test(line)).join('\n');
}

function findContainers(lines: readonly string[]): ReadonlyMap<number, Container | 'end'> {
  const found = new Map<number, Container | 'end'>();
  const open: Container[] = [];
  lines.forEach((line, at) => {
    if (!line.includes(':::')) return;
    const [whole, indentation = '', behind = ''] = containerLine.exec(line) ?? [];
    if (whole === undefined) return;
    const rest = behind.replace(/:+\s*$/u, '').trim();
    if (rest !== '') {
      const container: Container = { end: null, indentation, ...nameAndTitle(rest) };
      if (open.length < depthLimit) open.push(container);
      found.set(at, container);
      return;
    }
    const closed = open.pop();
    if (closed) closed.end = at;
    found.set(at, closed ? 'end' : { end: null, indentation, name: '', title: null });
  });
  return found;
}

/** `tip Title`, `tip[Title]`, `tip{title="Title"}`, `{.tip}`. */
function nameAndTitle(rest: string): { readonly name: string; readonly title: string | null } {
  const [, name = '', bracketed, attributes = '', plain = ''] =
    /^\{?\.?([\p{L}\p{N}_-]{0,60})\}?(?:\[([^\]\n]{0,300})\])?(?:[ \t]*\{([^}\n]{0,300})\})?[ \t]*(.*)$/u.exec(rest) ?? [];
  const [, stated] = /\btitle\s*=\s*["']([^"'\n]{0,300})["']/u.exec(attributes) ?? [];
  const title = (bracketed ?? stated ?? plain).trim();
  return { name, title: title === '' ? null : title };
}

/** A line inside notes stands behind one mark of quotation for each. */
function quoted(line: string, open: readonly Container[]): string {
  const notes = open.filter(({ name }) => name !== '');
  const [outer] = notes;
  if (outer === undefined) return line;
  const marks = '> '.repeat(notes.length);
  return line
    .split('\n')
    .map((part) => {
      const indentation = part === '' || part.startsWith(outer.indentation) ? outer.indentation : '';
      return indentation + marks + part.slice(indentation.length);
    })
    .join('\n');
}

/** `> [!NOTE]` of Git hosts and `> [!tip]- Title` of note takers: the quotation stays, its marker becomes a title. */
export function undoAlerts(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const [, prefix, kind, title = ''] = line.includes('[!') ? (alertLine.exec(line) ?? []) : [];
      if (prefix === undefined || kind === undefined) return line;
      const label = calloutLabel(kind, title.trim() === '' ? null : title.trim());
      return label === '' ? prefix : `${prefix}${label}\n${prefix}`;
    })
    .join('\n');
}
