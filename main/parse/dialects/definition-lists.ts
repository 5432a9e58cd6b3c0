const definition = /^ {0,3}:[ \t]+(\S.*)$/u;
/** No term: the beginning of another block. */
const otherBlock = /^(?:[ \t]|#{1,6}[ \t]|[>|<]|[-*+][ \t]|\d+[.)][ \t]|:|={3,}|-{3,}|!!!)/u;

/** A line and, below it, one or more that begin with a colon: a term and what it means. */
export function undoDefinitionLists(text: string): string {
  const lines = text.split('\n');
  const output: string[] = [];
  let isInList = false;
  for (let at = 0; at < lines.length; at++) {
    const term = lines[at] ?? '';
    const first = firstDefinition(lines, at);
    if (first === null) {
      if (isInList && term.trim() !== '') {
        output.push('</dl>', '');
        isInList = false;
      }
      output.push(term);
      continue;
    }
    if (!isInList) output.push('', '<dl>');
    isInList = true;
    output.push('<dt>', '', term, '', '</dt>');
    at = writeDefinitions(lines, first, output);
  }
  if (isInList) output.push('</dl>');
  return output.join('\n');
}

function firstDefinition(lines: readonly string[], at: number): number | null {
  const term = lines[at] ?? '';
  if (term.trim() === '' || otherBlock.test(term)) return null;
  if (definition.test(lines[at + 1] ?? '')) return at + 1;
  return (lines[at + 1] ?? '').trim() === '' && definition.test(lines[at + 2] ?? '') ? at + 2 : null;
}

/** Returns the last line that belongs to a definition. */
function writeDefinitions(lines: readonly string[], first: number, output: string[]): number {
  let at = first;
  for (;;) {
    const [, words = ''] = definition.exec(lines[at] ?? '') ?? [];
    output.push('<dd>', '', words);
    let next = at + 1;
    while (
      (lines[next] ?? '').trim() !== '' &&
      !definition.test(lines[next] ?? '') &&
      !otherBlock.test((lines[next] ?? '').trim())
    )
      output.push((lines[next++] ?? '').trim());
    while (
      /^(?: {2,}|\t)\S/u.test(lines[next] ?? '') ||
      ((lines[next] ?? '').trim() === '' && /^(?: {2,}|\t)\S/u.test(lines[next + 1] ?? ''))
    )
      output.push((lines[next++] ?? '').replace(/^(?:\t| {1,4})/u, ''));
    output.push('', '</dd>');
    const following = (lines[next] ?? '').trim() === '' ? next + 1 : next;
    if (!definition.test(lines[following] ?? '')) return next - 1;
    at = following;
  }
}
