import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from './tree-copy.ts';

const rooms = ['preload', 'main', 'renderer', 'scripts'] as const;
const drawers = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'lib', 'shared', 'misc']);
const maximumLines = 300;

/** Paths from the root of the project, `/`-separated. */
function filesUnder(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const files = rooms.flatMap(filesUnder);
const textOf = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const isCode = (path: string): boolean => ['.ts', '.mjs', '.js', '.css', '.html'].includes(extname(path));

describe('the tree of the project', () => {
  it('has files in every room', () => {
    for (const room of rooms) expect(files.filter((path) => path.startsWith(`${room}/`))).not.toEqual([]);
  });

  it('has no drawer for things without a place', () => {
    expect(
      files.filter((path) =>
        dirname(path)
          .split('/')
          .some((folder) => drawers.has(folder)),
      ),
    ).toEqual([]);
  });

  it('has no file named for being the first of its folder', () => {
    expect(files.filter((path) => /^index\.[cm]?[jt]s$/u.test(basename(path)))).toEqual([]);
  });

  it(`has no file of more than ${maximumLines} lines`, () => {
    expect(files.filter((path) => isCode(path) && textOf(path).split('\n').length - 1 > maximumLines)).toEqual([]);
  });

  it('names files in lower case with hyphens, so that every file system agrees', () => {
    expect(files.filter((path) => !/^[a-z0-9.-]+$/u.test(basename(path)))).toEqual([]);
  });
});

describe('the migrations', () => {
  const folders = [...new Set(files.filter((path) => path.includes('/migrations/')).map(dirname))];

  it('are there for both database files', () => {
    expect(folders.length).toBeGreaterThanOrEqual(2);
  });

  it.each(folders)('of %s are numbered from 001 without gap or repetition', (folder) => {
    const names = files.filter((path) => dirname(path) === folder).map((path) => basename(path));
    const expected = names.map((_, index) => String(index + 1).padStart(3, '0'));
    expect(names.toSorted().map((name) => /^(\d{3})-[a-z0-9-]+\.ts$/u.exec(name)?.[1])).toEqual(expected);
  });
});

describe('what the window shows', () => {
  /** Names of formats, never fetched. */
  const namesOfFormats = /https?:\/\/www\.w3\.org\/(?:2000\/svg|1999\/xhtml|1999\/xlink|1998\/Math\/MathML)/gu;
  const shown = files.filter((path) => path.startsWith('renderer/') || path.startsWith('main/read/'));
  const assets = shown.filter((path) => ['.css', '.html', '.svg'].includes(extname(path)));

  it('has assets to look at', () => {
    expect(assets).not.toEqual([]);
  });

  it('names no remote address in a stylesheet or a page', () => {
    expect(assets.filter((path) => /https?:\/\/|["'(]\/\/[a-z]/u.test(textOf(path).replaceAll(namesOfFormats, '')))).toEqual([]);
  });

  it('loads nothing from a remote address in code', () => {
    const loading =
      /(?:fetch|import|XMLHttpRequest|WebSocket|EventSource|url)\(\s*["'`]?(?:https?:|wss?:|\/\/)|(?:src|href)=["']?(?:https?:|\/\/)/u;
    expect(shown.filter((path) => isCode(path) && loading.test(textOf(path)))).toEqual([]);
  });
});

describe('the table of allowed imports', () => {
  const table = JSON.parse(textOf('test/walls/allowed-imports.json')) as {
    readonly folders: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  };
  const entries = Object.values(table.folders).flatMap((room) => Object.values(room).flat());
  const isPath = (entry: string): boolean => /^(?:main|preload|renderer)\b/u.test(entry);

  it('names only folders and files that are there', () => {
    const named = [...Object.keys(table.folders), ...entries.filter(isPath)];
    expect(named.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
  });

  it('names only packages that the project depends on', () => {
    const { dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>;
    const packages = entries.filter((entry) => entry !== 'node:' && !isPath(entry));
    expect(packages.filter((name) => dependencies?.[name] === undefined && devDependencies?.[name] === undefined)).toEqual([]);
  });
});
