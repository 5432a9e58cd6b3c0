// Writes main/search/folding-table.ts: which UTF-16 code unit is searched as which other. To be run by hand after the data
// or this script changed; then raise `foldVersion` in main/search/folding.ts, so that libraries are indexed anew.
//
// Only code units that become exactly one other: a folded text has the length of the original, so places in one are
// places in the other.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import path from 'node:path';

const projectDir = path.dirname(import.meta.dirname);
const openCcDictionaries = path.join(projectDir, 'node_modules/opencc-js/dist/esm-lib/dict');
const tableFile = path.join(projectDir, 'main/search/folding-table.ts');

/**
 * A dictionary of characters as pairs.
 * @param {string} name
 * @returns {Promise<Map<string, string>>}
 */
async function readDictionary(name) {
  const { default: text } = await import(pathToFileURL(path.join(openCcDictionaries, `${name}.js`)).href);
  /** @type {string[][]} */
  const pairs = text.split('|').map((/** @type {string} */ entry) => entry.split(' '));
  return new Map(pairs.flatMap(([from = '', to = '']) => (from.length === 1 && to.length === 1 ? [[from, to]] : [])));
}

/** What OpenCC leaves alone or folds unhelpfully; without these a text converted to the other script would not be found. */
const corrections = '瞭了藉借妳你甦苏祇只閧哄揹背覆复薰熏彷仿徬仿牠它祂他砲炮麽么麼么像象';

/** Variants whose reverse table would fold a common character to a rare one. */
const notVariants = new Set(['么']);

const traditional = await readDictionary('TSCharacters');
const taiwan = await readDictionary('TWVariantsRev');
const hongKong = await readDictionary('HKVariantsRev');
const corrected = new Map([...corrections.matchAll(/(.)(.)/gu)].map(([, from, to]) => [from, to]));

/** @param {string} unit */
function foldScript(unit) {
  const known = corrected.get(unit);
  if (known) return known;
  const standard = notVariants.has(unit) ? unit : (taiwan.get(unit) ?? hongKong.get(unit) ?? unit);
  return corrected.get(standard) ?? traditional.get(standard) ?? traditional.get(unit) ?? standard;
}

/** @param {string} unit */
function foldShape(unit) {
  if (/[\p{No}\p{Z}\p{M}]/u.test(unit)) return unit;
  const plain = unit.normalize('NFKC');
  const lower = (plain.length === 1 ? plain : unit).toLowerCase();
  const folded = lower.length === 1 ? lower : unit;
  if (!/[\p{Script=Latin}\p{Script=Greek}]/u.test(folded)) return folded;
  const base = folded.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return base.length === 1 ? base : folded;
}

/** @param {string} unit */
function fold(unit) {
  const seen = new Set([unit]);
  for (let folded = unit; ;) {
    const next = foldScript(foldShape(folded));
    if (next === folded) return folded;
    if (seen.has(next)) return [...seen].toSorted()[0] ?? unit;
    seen.add(next);
    folded = next;
  }
}

let pairs = '';
for (let code = 0x41; code < 0x1_00_00; code += 1) {
  if (code >= 0xd8_00 && code <= 0xf8_ff) continue;
  const unit = String.fromCharCode(code);
  const folded = fold(unit);
  if (folded !== unit) pairs += unit + folded;
}
for (const unit of pairs.match(/../gsu)?.map(([, to]) => to ?? '') ?? []) {
  if (fold(unit) !== unit) throw new Error(`folding is not settled for ${unit}`);
}

const isPlain = (/** @type {string} */ text) => !/[\p{C}\p{Z}\p{M}'\\]|[\uFE00-\uFFFF]/u.test(text);
const written = (pairs.match(/../gsu) ?? []).map((pair) =>
  isPlain(pair)
    ? pair
    : [...pair].map((unit) => (isPlain(unit) ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)).join(''),
);
const lines = [''];
for (const pair of written) {
  if ((lines.at(-1)?.length ?? 0) + pair.length > 110) lines.push('');
  lines.push((lines.pop() ?? '') + pair);
}
const source = `// Written by scripts/make-folding-table.mjs, from character tables of OpenCC (Apache-2.0) and Unicode. Not to be edited.

/** Code unit and what it is searched as, two by two. */
export const foldingPairs = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');
`;
writeFileSync(tableFile, source);
console.log(`${pairs.length / 2} pairs, ${Buffer.byteLength(source)} bytes`);
