import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

export interface TreeCopy {
  write(path: string, text: string): void;
  /** Runs a tool of the project's own `node_modules` in the copy. */
  run(tool: string, args: readonly string[]): { readonly status: number | null; readonly stdout: string };
  remove(): void;
}

/** A folder outside the project with some of its files and all of its packages, into which wrong files can be written. */
export function copyTree(paths: readonly string[]): TreeCopy {
  const root = mkdtempSync(join(tmpdir(), 'offprint-walls-'));
  for (const path of paths) cpSync(join(projectRoot, path), join(root, path), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  return {
    write: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    run: (tool, args) => {
      const script = join(projectRoot, 'node_modules', tool);
      return spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: 'utf8', timeout: 120_000 });
    },
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
