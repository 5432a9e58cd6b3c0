import { type App, BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { InstallerHost } from '#main/update/install-release.ts';
import type { Running } from '#main/update/judge-release.ts';
import { packageKindOf } from '#main/update/package-kind.ts';
import { isMeteredConnection } from '#main/update/metered.ts';
import { askProgram } from './system-script.ts';

/** What only the application and its system can tell or do about updates. */
export interface NativeUpdates {
  readonly running: Running;
  readonly host: InstallerHost;
  /** The file that this AppImage is. */
  readonly appImage: string | undefined;
  isMetered(): Promise<boolean>;
  /** Absolute path; null where the reader chose none. */
  chooseFile(): Promise<string | null>;
}

export function createNativeUpdates(app: App): NativeUpdates {
  const packageKind = packageKindOf({
    isPackaged: app.isPackaged,
    platform: process.platform,
    env: process.env,
    programFolder: dirname(app.getPath('exe')),
    exists: existsSync,
    read: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null),
  });
  return {
    running: { version: app.getVersion(), platform: process.platform, arch: process.arch, packageKind },
    host: {
      name: app.name,
      version: app.getVersion(),
      quit: () => app.quit(),
      onQuit: (handler) => void app.once('quit', (_event, exitCode) => handler(exitCode)),
    },
    appImage: packageKind === 'appimage' ? process.env['APPIMAGE'] : undefined,
    isMetered: () => isMeteredConnection(process.platform, askProgram),
    chooseFile,
  };
}

async function chooseFile(): Promise<string | null> {
  const options: OpenDialogOptions = { properties: ['openFile'] };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}
