import { type App, clipboard, shell } from 'electron';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NativeExport } from './export-handlers.ts';

/** What was printed is deleted when the application ends; a viewer that still shows it keeps what it has read. */
export function createNativeExport(app: App): NativeExport {
  const folders: string[] = [];
  app.on('will-quit', () => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  return {
    reveal: (file) => shell.showItemInFolder(file),
    open: (file) => shell.openPath(file),
    temporaryPdf: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'offprint-print-'));
      folders.push(folder);
      return join(folder, 'Offprint.pdf');
    },
    copy: (text) => void clipboard.writeText(text),
  };
}
