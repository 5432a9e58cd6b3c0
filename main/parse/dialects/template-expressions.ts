/** What only the machine that makes the site knows. */
const machineNames: ReadonlySet<string> = new Set(
  'site page post include layout paginator theme config forloop jekyll frontmatter book file url_for params'.split(' '),
);
const filter =
  /\|\s*(?:(?:relative|absolute)_url|upcase|downcase|capitalize|escape|date(?:_to_\w+)?|jsonify|markdownify|slugify|strip(?:_\w+)?|safe|default|append|prepend|replace(?:_\w+)?|split|join|size|first|last|where(?:_exp)?|sort|reverse|truncate(?:words)?|url|t)(?!\w)/u;
const name = /^[\w$-]+(?:[.[][^\s|]*)?\s*(?:\|[\s\S]*)?$/u;
/** May stand between two names. */
const operators: ReadonlySet<string> = new Set('in and or not is contains if else'.split(' '));
/** What begins the inside of tags whose name is a word of every language; of others it is a condition or nothing. */
const beginnings: ReadonlyMap<string, RegExp> = new Map([
  ['for', /^[\w, ]{1,80}\sin\s/u],
  ['assign', /^[\w.-]+\s*=/u],
  ['set', /^[\w., -]{1,80}=|^\w+$/u],
  ['param', /^[\w.-]+\s*=/u],
  ['macro', /^\w+\s*\(/u],
  ['from', /^["']/u],
  ['import', /^["']/u],
  ['extends', /^["']/u],
]);
const oneName: ReadonlySet<string> = new Set('capture block increment decrement layout'.split(' '));

/**
 * `{{ … }}`: a string is what it says, a name that only the machine knows is nothing, words are words. Null: left as it is,
 * for it is no expression of a template or nobody can say what it stood for.
 */
export function readExpression(inside: string, before: string, isAlone: boolean): string | null {
  if (/^[#!]/u.test(inside)) return isAlone && /^(?:#[a-z_]|!)/u.test(inside) ? '' : null;
  const [, , literal] = /^(["'])([^"']*)\1\s*(?:\|[\s\S]*)?$/u.exec(inside) ?? [];
  if (literal !== undefined) return literal;
  if (name.test(inside) && /[.[|$]/u.test(inside)) {
    const [, root = ''] = /^([\w$-]+)/u.exec(inside) ?? [];
    return machineNames.has(root) || root.startsWith('$') || filter.test(inside) ? '' : null;
  }
  return /[\w\\}^]/u.test(before) ? null : inside;
}

/** Whether what stands in a tag behind its name is for the machine: no two names or numbers side by side, as in prose. */
export function isControl(name: string, rest: string): boolean {
  const inside = rest.trim();
  const beginning = beginnings.get(name);
  if (beginning !== undefined) return beginning.test(inside);
  if (oneName.has(name)) return /^\S*$/u.test(inside);
  if (inside.includes('\n') || inside.split('{').length !== inside.split('}').length) return false;
  const parts = inside.replaceAll(/"[^"]*"|'[^']*'/gu, '""').split(/\s+/u);
  return !parts.some((part, at) => isPlainName(part) && isPlainName(parts[at + 1] ?? ''));
}

function isPlainName(part: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_'’-]*$/u.test(part) && !operators.has(part);
}
