import { type App, clipboard, shell } from 'electron';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { NativeExport } from './export-handlers.ts';

/**
 * What was printed lies with what the window keeps, which goes with the library, and not where other people of this machine look.
 * It is deleted when the application ends, and after a crash when it starts: a viewer that still shows it keeps what it has read.
 */
export function createNativeExport(app: App): NativeExport {
  const folder = join(app.getPath('userData'), 'print');
  const clear = (): void => {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // A viewer holds a file open on some systems; the next start tries again.
    }
  };
  clear();
  app.on('will-quit', clear);
  return {
    reveal: (file) => shell.showItemInFolder(file),
    open: (file) => shell.openPath(file),
    temporaryPdf: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return join(await mkdtemp(join(folder, 'one-')), 'Offprint.pdf');
    },
    copy: (text) => void clipboard.writeText(text),
  };
}
