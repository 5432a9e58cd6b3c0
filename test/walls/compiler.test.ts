import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyTree, type TreeCopy } from './tree-copy.ts';

/** Each runtime has a project of its own, which knows only what is there at run time. */
const refused: readonly (readonly [title: string, project: string, file: string, source: string])[] = [
  [
    'Node in the renderer',
    'renderer',
    'renderer/wrong.ts',
    "import { readFileSync } from 'node:fs'; export const x = readFileSync;",
  ],
  ['process in the renderer', 'renderer', 'renderer/wrong.ts', 'export const x: unknown = process.env;'],
  ['the main side in the renderer', 'renderer', 'renderer/wrong.ts', "import { x } from '#main/room.ts'; export const y = x;"],
  ['the document in the contract', 'preload/contract', 'preload/contract/wrong.ts', 'export const x: unknown = document.title;'],
  [
    'Node in the contract',
    'preload/contract',
    'preload/contract/wrong.ts',
    "import 'node:fs'; export const x: unknown = process.env;",
  ],
  ['the document on the main side', 'main', 'main/wrong.ts', 'export const x: unknown = document.title;'],
  ['the renderer on the main side', 'main', 'main/wrong.ts', "import { x } from '#renderer/room.ts'; export const y = x;"],
];

const compiler = 'typescript/bin/tsc';

describe('the compiler, on a copy of the project with one wrong file in it', () => {
  let tree: TreeCopy;

  beforeAll(() => {
    const configs = ['', 'main/', 'renderer/', 'preload/', 'preload/contract/'].map((folder) => `${folder}tsconfig.json`);
    tree = copyTree(['package.json', 'tsconfig.base.json', ...configs]);
    for (const room of ['main', 'renderer', 'preload', 'preload/contract'])
      tree.write(`${room}/room.ts`, 'export const x = 1;\n');
  });

  afterAll(() => {
    tree.remove();
  });

  it.each(['preload/contract', 'main', 'renderer'])('finds nothing wrong with %s while nothing is', (project) => {
    expect(tree.run(compiler, ['-b', project])).toMatchObject({ status: 0, stdout: '' });
  });

  it.each(refused)('refuses %s', (_title, project, file, source) => {
    tree.write(file, `${source}\n`);
    const { status, stdout } = tree.run(compiler, ['-b', project]);
    tree.write(file, 'export {};\n');
    expect(stdout).toMatch(new RegExp(`^${file}\\(1,\\d+\\): error TS`, 'mu'));
    expect(status).not.toBe(0);
  });
});
