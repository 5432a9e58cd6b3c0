import { boldLine, calloutLabel, isCallout } from './callouts.ts';

/** Of containers in each other; deeper ones stay text. */
const depthLimit = 8;
const containerLine = /^([ \t>]*):{3,}(.*)$/u;
const alertLine = /^([ \t>]*>[ \t]?)\[!([\w-]{1,40})(?:\|[^\]\n]{0,80})?\][+-]?[ \t]*(.*)$/u;
const tabLine = /^[ \t]*@tab(?::\w+)?[ \t]+(\S.*)$/u;
const importLine = /^[ \t]*<<<[ \t]+[@.~]{1,2}\/\S+(?:[ \t]*\{[^}\n]{0,100}\})?(?:[ \t]*\[[^\]\n]{0,100}\])?[ \t]*$/u;
/** Names that say how something is laid out. */
const layouts: ReadonlySet<string> = new Set(
  'columns column row grid center left right tabs tab card cards steps figure figures div section box'.split(' '),
);
const attributes = /^\s*(?:[.#][\p{L}_]|[\w:-]{1,60}\s?=)/u;

interface Container {
  /** Line that closes it; null where none does: then it is no container. */
  end: number | null;
  readonly indentation: string;
  readonly isNote: boolean;
  readonly isTabs: boolean;
  /** Markdown of what is to be read over it; null: over one that nothing closes, the line itself. */
  readonly label: string;
  readonly labelIfOpen: string | null;
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
      const [, tab] = open.some(({ isTabs }) => isTabs) ? (tabLine.exec(line) ?? []) : [];
      output.push(quoted(tab === undefined ? line : `\n${boldLine(tab)}\n`, open));
      return;
    }
    if (container === 'end') {
      open.pop();
      output.push(quoted('', open));
      return;
    }
    const { end, isNote, indentation, labelIfOpen } = container;
    const label = end === null ? labelIfOpen : container.label;
    if (label === null) {
      output.push(quoted(line, open));
      return;
    }
    if (end !== null && isNote) output.push(quoted('', open));
    if (end !== null) open.push(container);
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
    const rest = withoutColons(behind);
    if (rest !== '') {
      const container: Container = { end: null, indentation, ...readOpening(rest) };
      if (open.length < depthLimit) open.push(container);
      found.set(at, container);
      return;
    }
    const closed = open.pop();
    if (closed) closed.end = at;
    found.set(at, closed ? 'end' : { end: null, indentation, ...lonely });
  });
  return found;
}

const lonely = { isNote: false, isTabs: false, label: '', labelIfOpen: '' };

function withoutColons(text: string): string {
  const trimmed = text.trim();
  let end = trimmed.length;
  while (end > 0 && trimmed.charAt(end - 1) === ':') end--;
  return trimmed.slice(0, end).trim();
}

/** `tip Title`, `tip[Title]`, `tip{title="Title"}`, `{.tip}`. What is neither a note nor a layout is read as words. */
function readOpening(rest: string): Omit<Container, 'end' | 'indentation'> {
  const { name, stated, plain } = nameAndTitle(rest);
  const isNote = isCallout(name);
  const isTabs = /tabs?$/u.test(name);
  const title = [stated ?? '', plain].join(' ').trim() || null;
  if (isNote)
    return {
      isNote,
      isTabs,
      label: calloutLabel(name, title),
      labelIfOpen: plain === '' ? calloutLabel(name, title) : boldLine(rest),
    };
  const isLayout = plain === '' && (layouts.has(name) || /^[a-z\d]+(?:[-_][a-z\d]+)+$/u.test(name) || rest.startsWith('{'));
  return { isNote, isTabs, label: boldLine(isLayout && name !== '' ? (title ?? '') : rest), labelIfOpen: null };
}

function nameAndTitle(rest: string): { readonly name: string; readonly stated: string | null; readonly plain: string } {
  const [bare, inBraces = ''] = /^\{([^{}\n]{1,300})\}$/u.exec(rest) ?? [];
  if (bare !== undefined) {
    const name = /^\s*\.?([\p{L}_][\p{L}\p{N}_-]*)/u.exec(inBraces)?.[1] ?? '';
    const isList = attributes.test(inBraces) || inBraces.trim() === name;
    return isList ? { name: name || 'div', stated: titleIn(inBraces), plain: '' } : { name: '', stated: null, plain: rest };
  }
  const [start = '', name = '', bracketed] = /^([\p{L}\p{N}_-]{1,60})(?=$|[\s[{])(?:\[([^\]\n]{0,300})\])?/u.exec(rest) ?? [];
  const behind = rest.slice(start.length);
  const [list = '', listed = ''] = /^[ \t]*\{([^{}\n]{0,300})\}/u.exec(behind) ?? [];
  const isList = attributes.test(listed);
  const stated = bracketed ?? (isList ? titleIn(listed) : null);
  return { name, stated: stated === '' ? null : stated, plain: (isList ? behind.slice(list.length) : behind).trim() };
}

function titleIn(list: string): string | null {
  return /\btitle\s*=\s*["']([^"'\n]{0,300})["']/u.exec(list)?.[1] ?? null;
}

/** A line inside notes stands behind one mark of quotation for each. */
function quoted(line: string, open: readonly Container[]): string {
  const notes = open.filter(({ isNote }) => isNote);
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
      if (prefix === undefined || kind === undefined || !isCallout(kind)) return line;
      const label = calloutLabel(kind, title.trim() === '' ? null : title.trim());
      return label === '' ? prefix : `${prefix}${label}\n${prefix}`;
    })
    .join('\n');
}
