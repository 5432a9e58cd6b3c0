/**
 * Which folder may import what. The table is `allowed-imports.json`; this reads it. A room is the first two folders of a
 * path (`main/store`), or the first where the file lies directly in it (`main`). An entry of the table is another room,
 * one file, a package, or `node:` for all of Node's own modules. `values` allows any import, `types` only `import type`;
 * `except` takes single files away again.
 */

/**
 * @typedef {{ readonly values?: readonly string[], readonly types?: readonly string[], readonly except?: readonly string[] }} Room
 * @typedef {{ readonly package: string, readonly name: string, readonly folder: string }} ReservedName
 * @typedef {{ readonly folders: Readonly<Record<string, Room>>, readonly names: readonly ReservedName[] }} ImportTable
 * @typedef {{ readonly specifier: string, readonly isType: boolean, readonly names: readonly string[] }} ImportSeen
 *   `names` holds what is taken by name; `*` where the module is taken whole.
 */

const guardedRoots = new Set(['preload', 'main', 'renderer']);

/** @param {string} path - of a file, `/`-separated, from the root of the project */
function roomOf(path) {
  return path.split('/').slice(0, -1).slice(0, 2).join('/');
}

/** @param {string} path */
export function isGuarded(path) {
  return guardedRoots.has(path.split('/')[0] ?? '');
}

/**
 * Why the import is refused; null where it is allowed.
 *
 * @param {ImportTable} table
 * @param {string} from - path of the importing file, from the root of the project
 * @param {ImportSeen} seen
 * @returns {string | null}
 */
export function whyRefused(table, from, seen) {
  const room = roomOf(from);
  if (!Object.hasOwn(table.folders, room)) return `'${room}' has no line in test/walls/allowed-imports.json`;
  const { specifier } = seen;
  if (specifier.startsWith('.')) return whyRelativeRefused(from, specifier);
  if (!specifier.startsWith('#')) return whyListRefused(table, room, packageOf(specifier), seen);
  const path = specifier.slice(1).replace(/\?.*$/u, '');
  const target = roomOf(path);
  if (!hasExtension(path)) return 'the import names the file with its extension';
  if (target === room) return climbs(from, path) > 1 ? null : `so near in '${room}' the import is relative`;
  return whyListRefused(table, room, target, seen, path);
}

/** @param {string} specifier */
function packageOf(specifier) {
  if (specifier.startsWith('node:')) return 'node:';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * How many folders a relative import would climb.
 *
 * @param {string} from
 * @param {string} path
 */
function climbs(from, path) {
  const start = from.split('/').slice(0, -1);
  const end = path.split('/').slice(0, -1);
  const parting = start.findIndex((folder, index) => folder !== end[index]);
  return parting === -1 ? 0 : start.length - parting;
}

/** @param {string} path */
function hasExtension(path) {
  return /\.[a-z]+$/u.test(path);
}

/**
 * @param {string} from
 * @param {string} specifier
 */
function whyRelativeRefused(from, specifier) {
  if (specifier.startsWith('../../'))
    return "never '../../': across folders the import is '#main/...', '#preload/...', '#renderer/...'";
  const base = new URL(`file:///${from}`);
  const target = new URL(specifier.replace(/\?.*$/u, ''), base).pathname.slice(1);
  if (roomOf(target) !== roomOf(from)) return `'${specifier}' leaves '${roomOf(from)}': across folders the import is '#...'`;
  return hasExtension(target) ? null : 'the import names the file with its extension';
}

/**
 * @param {ImportTable} table
 * @param {string} room
 * @param {string} target
 * @param {ImportSeen} seen
 * @param {string} [file]
 */
function whyListRefused(table, room, target, seen, file) {
  const { values = [], types = [], except = [] } = table.folders[room] ?? {};
  /** @param {readonly string[]} list */
  const holds = (list) => list.includes(target) || (file !== undefined && list.includes(file));
  const isTakenAway = file !== undefined && except.includes(file);
  if (isTakenAway || (!holds(values) && !holds(types))) return `'${room}' may not import '${file ?? target}'`;
  if (!holds(values) && !seen.isType) return `'${room}' may import only types of '${target}'`;
  const reserved = table.names.find((entry) => isTaken(entry, room, target, seen));
  return reserved ? `only '${reserved.folder}' may import '${reserved.name}' of '${reserved.package}'` : null;
}

/**
 * @param {ReservedName} entry
 * @param {string} room
 * @param {string} target
 * @param {ImportSeen} seen
 */
function isTaken(entry, room, target, seen) {
  if (seen.isType || entry.package !== target || entry.folder === room) return false;
  return seen.names.includes(entry.name) || seen.names.includes('*');
}
