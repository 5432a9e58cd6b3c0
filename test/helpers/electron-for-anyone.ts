import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

export interface ElectronForAnyone {
  readonly path: string;
  remove(): void;
}

/** An Electron that other users may run too: a copy, where root keeps it in a folder of its own. */
export function electronForAnyone(electronPath: string): ElectronForAnyone {
  const folder = dirname(electronPath);
  if (process.getuid?.() !== 0 || isOpen(folder)) return { path: electronPath, remove: () => undefined };
  const copy = mkdtempSync(join(tmpdir(), 'offprint-electron-'));
  execFileSync('cp', ['-a', '--reflink=auto', `${folder}/.`, copy]);
  execFileSync('chmod', ['-R', 'a+rX', copy]);
  chmodSync(copy, 0o755);
  return { path: join(copy, basename(electronPath)), remove: () => rmSync(copy, { recursive: true, force: true }) };
}

/** Whether others may enter the folder, and all above it. */
function isOpen(folder: string): boolean {
  const isEnterable = (statSync(folder).mode & 0o001) !== 0;
  const parent = dirname(folder);
  return isEnterable && (parent === folder || isOpen(parent));
}
