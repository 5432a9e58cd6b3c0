import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyTree, type TreeCopy } from './tree-copy.ts';

/** One file each: what it holds, and a piece of the message with which the linter refuses it. */
const refused: readonly (readonly [title: string, file: string, source: string, message: string])[] = [
  ['Node in the renderer', 'renderer/views/a.ts', "import 'node:fs';", "may not import 'node:'"],
  ['Electron in the renderer', 'renderer/app/a.ts', "import 'electron';", "may not import 'electron'"],
  ['the main side in the renderer', 'renderer/state/a.ts', "import '#main/store/x.ts';", "may not import 'main/store/x.ts'"],
  [
    'a type of the main side in the renderer',
    'renderer/app/b.ts',
    "import type { X } from '#main/read/x.ts';",
    "'main/read/x.ts'",
  ],
  ['a view in a component', 'renderer/components/a.ts', "import '#renderer/views/x.ts';", "may not import 'renderer/views/x.ts'"],
  ['the bridge in a component', 'renderer/components/b.ts', "import '#renderer/state/bridge-context.ts';", 'may not import'],
  ['the application in a component', 'renderer/components/f.ts', "import '#renderer/app/bridge-client.ts';", 'may not import'],
  ['the application in a view', 'renderer/views/b.ts', "import '#renderer/app/x.ts';", "may not import 'renderer/app/x.ts'"],
  [
    'a value of the contract in a component',
    'renderer/components/c.ts',
    "import { calls } from '#preload/contract/contract.ts';",
    'only types',
  ],
  ['Node in the parser', 'main/parse/a.ts', "import 'node:fs';", "may not import 'node:'"],
  ['another room in a source', 'main/source/a.ts', "import '#main/store/x.ts';", "may not import 'main/store/x.ts'"],
  [
    'a value of the parser in the store',
    'main/store/a.ts',
    "import { x } from '#main/parse/x.ts';",
    "only types of 'main/parse'",
  ],
  ['the reading room in the search', 'main/search/a.ts', "import '#main/read/x.ts';", "may not import 'main/read/x.ts'"],
  [
    'the database outside the store',
    'main/search/b.ts',
    "import Database from 'better-sqlite3';",
    "may not import 'better-sqlite3'",
  ],
  ['a parser library outside the parser', 'main/sync/a.ts', "import { parse } from 'parse5';", "may not import 'parse5'"],
  ['Markdown outside the parser', 'main/read/a.ts', "import { marked } from 'marked';", "may not import 'marked'"],
  ['icons on the main side', 'main/read/b.ts', "import 'lucide-static/icons/x.svg';", "may not import 'lucide-static'"],
  ['Electron in the sync', 'main/sync/b.ts', "import { app } from 'electron';", "may not import 'electron'"],
  ['the renderer on the main side', 'main/a.ts', "import '#renderer/app/x.ts';", "may not import 'renderer/app/x.ts'"],
  ['ipcMain outside ipc', 'main/b.ts', "import { ipcMain } from 'electron';", "only 'main/ipc' may import 'ipcMain'"],
  [
    'ipcMain under another name',
    'main/c.ts',
    "import { ipcMain as wire } from 'electron';",
    "only 'main/ipc' may import 'ipcMain'",
  ],
  [
    'Electron as a whole, ipcMain in it',
    'main/d.ts',
    "import * as electron from 'electron';",
    "only 'main/ipc' may import 'ipcMain'",
  ],
  [
    'Electron as a default, ipcMain in it',
    'main/e.ts',
    "import electron from 'electron';",
    "only 'main/ipc' may import 'ipcMain'",
  ],
  ['the main side in the contract', 'preload/contract/a.ts', "import '#main/failure.ts';", "may not import 'main/failure.ts'"],
  ['Electron in the contract', 'preload/contract/b.ts', "import 'electron';", "may not import 'electron'"],
  ['the main side in the bridge', 'preload/a.ts', "import '#main/failure.ts';", "may not import 'main/failure.ts'"],
  ['tests in the program', 'main/read/c.ts', "import '#test/helpers/x.ts';", "may not import 'test/helpers/x.ts'"],
  ['a package without a line', 'main/read/d.ts', "import 'left-pad';", "may not import 'left-pad'"],
  ['a folder without a line', 'main/invented/a.ts', "import 'node:fs';", "'main/invented' has no line"],
  [
    'export from',
    'main/source/b.ts',
    "export { x } from '#main/store/x.ts'; export const y = 1;",
    "may not import 'main/store/x.ts'",
  ],
  [
    'export all from',
    'main/source/c.ts',
    "export * from '#main/store/x.ts'; export const y = 1;",
    "may not import 'main/store/x.ts'",
  ],
  ['import()', 'main/source/d.ts', "export const x = (): Promise<unknown> => import('#main/store/x.ts');", "'main/store/x.ts'"],
  [
    'import() of a name made up at run time',
    'main/source/e.ts',
    'export const x = (name: string) => import(name);',
    'plain string',
  ],
  ['require()', 'main/source/f.ts', "export const x: unknown = require('better-sqlite3');", "may not import 'better-sqlite3'"],
  ['a type by import()', 'main/source/g.ts', "export type X = import('#main/store/x.ts').X;", "may not import 'main/store/x.ts'"],
  ['a relative path out of its room', 'main/sync/c.ts', "import '../store/x.ts';", "leaves 'main/sync'"],
  ['a path of two steps up', 'main/store/deep/er/a.ts', "import '../../x.ts';", "never '../../'"],
  ['a path without extension', 'main/sync/d.ts', "import '#main/store/x';", 'with its extension'],
  ['a relative path without extension', 'main/sync/e.ts', "import './x';", 'with its extension'],
  ['the long way inside a folder', 'main/sync/f.ts', "import '#main/sync/x.ts';", 'the import is relative'],
  ['a barrel', 'renderer/components/d.ts', "export { x } from './x.ts'; export * from './y.ts';", 'only passes on'],
  ['a barrel in two steps', 'renderer/components/e.ts', "import { x } from './x.ts'; export { x };", 'only passes on'],
  [
    'Node inside the window',
    'main/f.ts',
    'export const x = { webPreferences: { nodeIntegration: true } };',
    "'nodeIntegration' opens",
  ],
  ['a window without sandbox', 'main/g.ts', 'export const x = { webPreferences: { sandbox: false } };', "'sandbox' opens"],
  ['features of Blink by name', 'main/h.ts', "export const x = { enableBlinkFeatures: 'Y' };", "'enableBlinkFeatures' opens"],
];

const allowed: readonly (readonly [title: string, file: string, source: string])[] = [
  ['a type of the parser in the store', 'main/store/ok.ts', "import type { X } from '#main/parse/x.ts'; export type Y = X;"],
  ['the database in the store', 'main/store/deep/ok.ts', "import Database from 'better-sqlite3'; export const x = Database;"],
  ['one step up inside a room', 'main/store/deep/up.ts', "import { x } from '../x.ts'; export const y = x;"],
  ['a far corner of the same room', 'main/store/deep/er/ok.ts', "import { x } from '#main/store/x.ts'; export const y = x;"],
  ['ipcMain in ipc', 'main/ipc/ok.ts', "import { ipcMain } from 'electron'; export const x = ipcMain;"],
  ['the type of ipcMain elsewhere', 'main/ok.ts', "import type { IpcMain } from 'electron'; export type X = IpcMain;"],
  ['valibot in the contract', 'preload/contract/ok.ts', "import * as v from 'valibot'; export const x = v.string();"],
  ['a component in a view', 'renderer/views/ok.ts', "import '#renderer/components/x.ts'; export const x = 1;"],
  ['a stylesheet with a query', 'renderer/views/css.ts', "import x from '#renderer/styles/x.css?inline'; export const y = x;"],
  [
    'a sandboxed window',
    'main/window-ok.ts',
    'export const x = { sandbox: true, contextIsolation: true, nodeIntegration: false };',
  ],
];

interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly filename: string;
}

describe('the linter, on a copy of the project with wrong files in it', () => {
  let tree: TreeCopy;
  let problems: readonly Diagnostic[];
  let status: number | null;

  beforeAll(() => {
    tree = copyTree(['.oxlintrc.json', 'package.json', 'test/walls']);
    for (const [, file, source] of [...refused, ...allowed]) tree.write(file, `${source}\n`);
    const run = tree.run('oxlint/bin/oxlint', ['--format', 'json', 'main', 'preload', 'renderer']);
    status = run.status;
    problems = (JSON.parse(run.stdout) as { diagnostics: Diagnostic[] }).diagnostics;
  }, 120_000);

  afterAll(() => {
    tree.remove();
  });

  const wallsOf = (file: string): string[] =>
    problems.filter(({ code, filename }) => code.startsWith('walls(') && filename === file).map(({ message }) => message);

  it('ends with a failure', () => {
    expect(status).toBe(1);
  });

  it.each(refused)('refuses %s', (_title, file, _source, message) => {
    expect(wallsOf(file)).toContainEqual(expect.stringContaining(message));
  });

  it.each(allowed)('lets pass %s', (_title, file) => {
    expect(wallsOf(file)).toEqual([]);
  });
});
