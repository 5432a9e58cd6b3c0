const mathFence = '~~~~~~~';
const linesLimit = 200;

/** `$$` blocks: the source of a formula is shown as code, for nothing here draws formulas. */
export function undoMathBlocks(text: string): string {
  const lines = text.split('\n');
  const output: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, indentation = '', rest] = /^([ \t>]*)\$\$(.*)$/u.exec(line) ?? [];
    const end = rest === undefined ? null : endOfBlock(lines, at, rest);
    if (rest === undefined || end === null) {
      output.push(line);
      continue;
    }
    const inside = [rest, ...lines.slice(at + 1, end + 1)].join('\n').replace(/\$\$[ \t]*$/u, '');
    const source = inside.split('\n').filter((part, place, all) => part.trim() !== '' || (place > 0 && place < all.length - 1));
    const code = source.map((part) => (part.startsWith(indentation) ? part : indentation + part));
    if (code.length > 0) output.push('', indentation + mathFence, ...code, indentation + mathFence, '');
    at = end;
  }
  return output.join('\n');
}

/** The line that ends with the second `$$`; null where text follows it, or no line does. */
function endOfBlock(lines: readonly string[], at: number, rest: string): number | null {
  if (rest.includes('$$')) return /^[^$]+\$\$[ \t]*$/u.test(rest) ? at : null;
  for (let next = at + 1; next < lines.length && next < at + linesLimit; next++) {
    const line = lines[next] ?? '';
    if (line.includes('$$')) return /^[^$]*\$\$[ \t]*$/u.test(line) ? next : null;
  }
  return null;
}

const inlineMath = /(?<![\\$\w])(\$\$?)(?=[^\s$])([^$\n`]{0,300}[^\s$\\`])\1(?![\w$({])/gu;
const bracketedMath = /\\\\?\(([^\n`()]{0,300}(?:\([^\n`()]{0,100}\)[^\n`()]{0,300}){0,4})\\\\?\)/gu;

/** `$x_1$` where it looks like a formula, not like prices. */
export function undoInlineMath(text: string): string {
  const dollars = text.replaceAll(inlineMath, (whole, _marks: string, inside: string) =>
    isFormula(inside) ? `\`${inside}\`` : whole,
  );
  if (!dollars.includes('\\(')) return dollars;
  return dollars.replaceAll(bracketedMath, (whole, inside: string) => (isFormula(inside) ? `\`${inside.trim()}\`` : whole));
}

function isFormula(inside: string): boolean {
  if (!/[\\^_=]|^[a-zA-Z]$/u.test(inside) || !hasPairedBraces(inside)) return false;
  return !/[\u3000-\u303f\u3400-\u9fff]/u.test(inside.replaceAll(/\\text\{[^{}]*\}/gu, ''));
}

/** In other text with `$`, of templates say, braces are closed that were opened before it. */
function hasPairedBraces(inside: string): boolean {
  let depth = 0;
  for (const [brace] of inside.matchAll(/(?<!\\)[{}]/gu)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
