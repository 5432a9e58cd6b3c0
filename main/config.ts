import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Where the library lives when nobody says otherwise: the per-user data folder of the system. */
export function defaultLibraryDir(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home = homedir()): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Offprint', 'library');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Offprint', 'library');
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'offprint', 'library');
}

/** Whether the folder, or the nearest one above it that exists, takes new files. */
export function isWritable(folder: string): boolean {
  if (!existsSync(folder)) return dirname(folder) !== folder && isWritable(dirname(folder));
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** `--library DIR` or `--library=DIR` among the arguments, made absolute; undefined where it is not given. */
export function libraryArgument(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((argument) => argument === '--library' || argument.startsWith('--library='));
  const argument = argv[at];
  if (argument === undefined) return undefined;
  const value = argument === '--library' ? argv[at + 1] : argument.slice('--library='.length);
  return value ? resolve(value) : undefined;
}

/** Switches of Chromium that a reader's machine may need; all others are its own affair as well, but nobody is expected to give them. */
const chromiumSwitch =
  /^--(?:no-sandbox|ozone-platform|disable-gpu|use-gl|log-level|enable-logging|lang|force-device-scale-factor|remote-debugging-port|inspect|inspect-brk|password-store)(?:=|$)/u;

/**
 * What is meant for this program. In a package Chromium's switches stand among it, in development they come before the
 * application's folder.
 */
export function ownArguments(given: readonly string[], isPackaged: boolean): readonly string[] {
  if (isPackaged) return given.filter((argument) => !chromiumSwitch.test(argument));
  return given.slice(given.findIndex((argument) => !argument.startsWith('-')) + 1);
}
