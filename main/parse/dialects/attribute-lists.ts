const listLimit = 300;
const token = /\s*(?:[#.][\p{L}\p{N}_:-]+|[\w:-]+\s*=\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'}]+)|:?toc|\\?:)/uy;
/** Makes a heading of the line before it. */
const underline = /^[ \t]*\n(?:={2,100}|-{2,100})[ \t]*(?:\n|$)/u;
const contentsLine =
  /^[ \t>]*(?:\[\[_?toc_?\]\]|\[_?toc_?\]|\$\{toc\}|@\[toc\](?:\([^)\n]{0,80}\))?|<!--\s*toc\s*-->)[ \t]*$/gimu;

/** `{: .class}`, `{#id}`, `{ width=650 }` behind or below what they describe; the id of a heading stays a place to lead to. */
export function undoAttributeLists(text: string): string {
  let output = '';
  let done = 0;
  for (const { index } of text.matchAll(/\{:?\s*[#.\w:]/gu)) {
    if (index < done) continue;
    const end = endOfList(text, index);
    if (end === null) continue;
    const before = text.slice(Math.max(0, index - 300), index);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    if (!isBehindSomething(text, index, end, line)) continue;
    const [, id] = /#([^\s}]+)/u.exec(text.slice(index, end)) ?? [];
    const described = text.slice(done, index).trimEnd();
    output += id === undefined ? described : withPlace(described, id, underline.test(text.slice(end, end + 200)));
    done = end;
  }
  return (output + text.slice(done)).replaceAll(/^[-*\d][.)]?[ \t]+toc[ \t]*\n(?=[ \t]*$)/gimu, '');
}

/** The last line, if it is a heading, with a place that links can lead to. */
function withPlace(text: string, id: string, isUnderlined: boolean): string {
  const start = text.lastIndexOf('\n') + 1;
  const [marks = ''] = /^#{1,6}\s+/u.exec(text.slice(start, start + 20)) ?? [];
  if (marks === '' && !isUnderlined) return text;
  return `${text.slice(0, start)}${marks}<a id="${id.replaceAll(/["<>&]/gu, '')}"></a>${text.slice(start + marks.length)}`;
}

/** After its `}`, if nothing but attributes stands between the braces. */
function endOfList(text: string, start: number): number | null {
  let at = start + (text.charAt(start + 1) === ':' ? 2 : 1);
  for (;;) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null || at - start > listLimit) break;
    at += found[0].length;
  }
  const [close] = /^[ \t]*\}/u.exec(text.slice(at, at + 20)) ?? [];
  return close === undefined ? null : at + close.length;
}

/** With a colon anywhere; without, right behind a mark or a word at the end of a heading, a line or a link. */
function isBehindSomething(text: string, start: number, end: number, line: string): boolean {
  if (text.charAt(start + 1) === ':') return true;
  const isAtEnd = /^[ \t]*(?:\n|$)/u.test(text.slice(end, end + 20));
  if (/[)*_~\]>\ue000-\uf8ff]$/u.test(line)) return true;
  return (
    isAtEnd &&
    (underline.test(text.slice(end, end + 200)) || /^#{1,6}\s/u.test(line) || line.trim() === '' || /^[ \t]*[-*+]\s/u.test(line))
  );
}

/** Lines that ask for a table of contents. */
export function undoContentsLines(text: string): string {
  return text.replaceAll(contentsLine, '');
}
