/** Values by lower-case key. Nested structures are left out: nothing an article needs is nested. */
export type FrontMatter = Readonly<Record<string, string | readonly string[]>>;

export interface SplitPage {
  readonly frontMatter: FrontMatter;
  readonly body: string;
}

const none: FrontMatter = Object.freeze({});
const yamlBlock = /^\s*---[ \t]*\n([\s\S]{0,65536}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u;
const tomlBlock = /^\s*\+\+\+[ \t]*\n([\s\S]{0,65536}?)\n\+\+\+[ \t]*(?:\n|$)/u;
/** Hexo lets the opening rule go; a heading over a rule has one line, not two. */
const bareBlock = /^\s*((?:[a-z][\w-]{0,40}:[^\n]{0,2000}\n)(?:[^\n]{1,2000}\n){1,200}?)---[ \t]*(?:\n|$)/iu;
const jsonStart = /^\s*(?:---json\s*\n|;;;\s*\n)?(?=\{\s*\n?\s*")/u;
const jsonEnd = /\n\}[ \t]*(?:\n|$)/u;
const jsonLimit = 65_536;
const yamlPair = /^([\p{L}_][\p{L}\p{N}_. -]{0,60}?)\s*:(?:\s+(.*)|\s*)$/u;
const tomlPair = /^([\p{L}_][\p{L}\p{N}_.-]{0,60})\s*=\s*(.*)$/u;

/** Takes YAML between `---`, TOML between `+++` or JSON off the top of a page, if it really consists of keys and values. */
export function splitFrontMatter(text: string): SplitPage {
  const [yaml, yamlInside] = yamlBlock.exec(text) ?? [];
  if (yaml !== undefined && yamlInside !== undefined) {
    const frontMatter = readPairs(yamlInside, yamlPair);
    if (frontMatter !== null) return { frontMatter, body: text.slice(yaml.length) };
  }
  const [toml, tomlInside] = tomlBlock.exec(text) ?? [];
  if (toml !== undefined && tomlInside !== undefined) {
    const frontMatter = readPairs(tomlInside, tomlPair);
    if (frontMatter !== null) return { frontMatter, body: text.slice(toml.length) };
  }
  return splitJson(text) ?? splitBare(text) ?? { frontMatter: none, body: text };
}

function splitBare(text: string): SplitPage | null {
  const [whole, inside] = bareBlock.exec(text) ?? [];
  if (whole === undefined || inside === undefined || !/^(?:title|date|layout)\s*:/imu.test(inside)) return null;
  const frontMatter = readPairs(inside, yamlPair);
  return frontMatter === null ? null : { frontMatter, body: text.slice(whole.length) };
}

function splitJson(text: string): SplitPage | null {
  const [opening] = jsonStart.exec(text) ?? [];
  if (opening === undefined) return null;
  const inside = text.slice(opening.length, opening.length + jsonLimit);
  const end = jsonEnd.exec(inside);
  if (end === null) return null;
  const frontMatter = readJson(inside.slice(0, end.index + 2));
  if (frontMatter === null) return null;
  const body = text.slice(opening.length + end.index + end[0].length);
  return { frontMatter, body: opening.trim() === '' ? body : body.replace(/^\s*(?:---|;;;)[ \t]*(?:\n|$)/u, '') };
}

function readJson(text: string): FrontMatter | null {
  try {
    const values: unknown = JSON.parse(text);
    if (typeof values !== 'object' || values === null) return null;
    const pairs = Object.entries(values).flatMap(([key, value]): [string, string | string[]][] => {
      const strings = (Array.isArray(value) ? value : [value])
        .filter((item) => /^(?:string|number)$/u.test(typeof item))
        .map(String);
      return strings.length === 0 ? [] : [[key.toLowerCase(), Array.isArray(value) ? strings : strings.join('')]];
    });
    return pairs.length === 0 ? null : Object.fromEntries(pairs);
  } catch {
    return null;
  }
}

/** Null where a line is neither a pair, nor part of one, nor a comment: then it is text between two rules. */
function readPairs(block: string, pair: RegExp): FrontMatter | null {
  const values = new Map<string, string | string[]>();
  let key: string | null = null;
  for (const line of block.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#') || /^\[.*\]$/u.test(trimmed)) continue;
    const [, name, value] = (/^\s/u.test(line) ? null : pair.exec(trimmed)) ?? [];
    if (name !== undefined) {
      key = name.toLowerCase();
      values.set(key, readValue(value ?? ''));
    } else if (key === null) return null;
    else if (!continueValue(values, key, line, trimmed)) return null;
  }
  return values.size === 0 ? null : Object.fromEntries(values);
}

/** A list item, a folded line or a nested pair under `key`. */
function continueValue(values: Map<string, string | string[]>, key: string, line: string, trimmed: string): boolean {
  const previous = values.get(key) ?? '';
  const [, item] = /^-\s+(.*)$/u.exec(trimmed) ?? [];
  if (item !== undefined) {
    values.set(key, [...(Array.isArray(previous) ? previous : []), ...strings(readValue(item))]);
    return true;
  }
  if (!/^\s/u.test(line) && trimmed !== ']') return false;
  if (typeof previous === 'string' && previous !== '') {
    const joined = `${previous.replace(/^[>|][+-]?$/u, '')} ${trimmed}`.trim();
    values.set(key, joined.startsWith('[') ? readValue(joined) : joined);
  }
  return true;
}

function strings(value: string | string[]): string[] {
  return Array.isArray(value) ? value : [value];
}

function readValue(raw: string): string | string[] {
  const value = raw.trim();
  const [, list] = /^\[(.*)\],?$/su.exec(value) ?? [];
  if (list !== undefined)
    return (list.match(/"[^"]*"|'[^']*'|[^,\s][^,]*/gu) ?? []).map((item) => unquoted(item.trim())).filter((item) => item !== '');
  return unquoted(value);
}

function unquoted(value: string): string {
  const [, double] = /^"((?:[^"\\]|\\.)*)"(?:\s+#.*)?$/su.exec(value) ?? [];
  if (double !== undefined) return double.replaceAll(/\\(["\\/])/gu, '$1').replaceAll(/\\[nt]/gu, ' ');
  const [, single] = /^'((?:[^']|'')*)'(?:\s+#.*)?$/su.exec(value) ?? [];
  if (single !== undefined) return single.replaceAll("''", "'");
  return value.replace(/\s+#.*$/u, '');
}

export function firstString(frontMatter: FrontMatter, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = frontMatter[key];
    const text = (typeof value === 'string' ? value : value?.[0])?.trim();
    if (text) return text;
  }
  return null;
}

/** Lists, and single values with commas, of all keys together. */
export function allStrings(frontMatter: FrontMatter, keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) => {
    const value = frontMatter[key];
    if (value === undefined) return [];
    return typeof value === 'string'
      ? value
          .split(/[,，、]/u)
          .map((item) => item.trim())
          .filter((item) => item !== '')
      : value;
  });
}
