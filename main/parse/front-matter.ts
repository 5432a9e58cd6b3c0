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
const jsonStart = /^\s*(?:---json\s*\n|;;;\s*\n)?(?=\{\s*")/u;
const jsonEnd = /\n\}[ \t]*(?:\n|$)/u;
const jsonLimit = 65_536;
const yamlPair = /^([\p{L}_][\p{L}\p{N}_. -]{0,60}?)\s*:(?:\s+(.*)|\s*)$/su;
const tomlPair = /^([\p{L}_][\p{L}\p{N}_.-]{0,60})\s*=\s*(.*)$/su;

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

interface Entry {
  value: string | string[];
  /** Lines that go on with a single value: joined at the end, for there may be many. */
  readonly folded: string[];
}

/** Null where a line is neither a pair, nor part of one, nor a comment: then it is text between two rules. */
function readPairs(block: string, pair: RegExp): FrontMatter | null {
  const entries = new Map<string, Entry>();
  let entry: Entry | null = null;
  for (const line of block.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#') || /^\[.*\]$/u.test(trimmed)) continue;
    const [, name, value] = (/^\s/u.test(line) ? null : pair.exec(trimmed)) ?? [];
    if (name !== undefined) {
      entry = { value: readValue(value ?? ''), folded: [] };
      entries.set(name.toLowerCase(), entry);
    } else if (entry === null) return null;
    else if (!continueValue(entry, line, trimmed)) return null;
  }
  return entries.size === 0 ? null : Object.fromEntries([...entries].map(([name, read]) => [name, valueOf(read)]));
}

/** A list item, a folded line or a nested pair. */
function continueValue(entry: Entry, line: string, trimmed: string): boolean {
  const [, item] = /^-\s+(.*)$/su.exec(trimmed) ?? [];
  if (item !== undefined) {
    if (typeof entry.value === 'string') entry.value = [];
    entry.value.push(...strings(readValue(item)));
    return true;
  }
  if (!/^\s/u.test(line) && trimmed !== ']') return false;
  if (typeof entry.value === 'string' && entry.value !== '') entry.folded.push(trimmed);
  return true;
}

function valueOf({ value, folded }: Entry): string | string[] {
  if (typeof value !== 'string' || folded.length === 0) return value;
  const joined = [value.replace(/^[>|][+-]?$/u, ''), ...folded].join(' ').trim();
  return joined.startsWith('[') ? readValue(joined) : joined;
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
  const comment = value.search(/\s#/u);
  return comment < 0 ? value : value.slice(0, comment).trimEnd();
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
