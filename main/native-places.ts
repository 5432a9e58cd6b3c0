import { type App, BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { extname, join } from 'node:path';
import type { ExportFormat } from '#preload/contract/export-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';

/** The system's own dialogs for files and folders; each answers an absolute path, or null where the reader chose none. */
export interface NativePlaces {
  choose(kind: 'file' | 'folder'): Promise<string | null>;
  /** `fileName`: what is suggested; `kind`: what it will be, a bundle of an archive unless said. */
  chooseNew(fileName: string, kind?: ExportFormat): Promise<string | null>;
}

export function createNativePlaces(app: App, messages: () => Messages): NativePlaces {
  const filters = (): NonNullable<OpenDialogOptions['filters']> => {
    const words = messages().places.files;
    return [
      { name: words.archives, extensions: ['bundle', 'zip', 'gz', 'tgz', 'tar'] },
      { name: words.all, extensions: ['*'] },
    ];
  };
  return {
    choose: async (kind) => {
      const options: OpenDialogOptions =
        kind === 'file' ? { properties: ['openFile'], filters: filters() } : { properties: ['openDirectory'] };
      const window = BrowserWindow.getFocusedWindow();
      const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
      return canceled ? null : (filePaths[0] ?? null);
    },
    chooseNew: async (fileName, kind) => {
      const options: SaveDialogOptions = {
        defaultPath: join(app.getPath('documents'), fileName),
        filters: [
          kind === undefined
            ? { name: messages().places.files.bundle, extensions: ['bundle'] }
            : { name: messages().exporting.formats[kind], extensions: [extname(fileName).slice(1)] },
        ],
        properties: ['showOverwriteConfirmation'],
      };
      const window = BrowserWindow.getFocusedWindow();
      const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
      return canceled || filePath === '' ? null : filePath;
    },
  };
}
