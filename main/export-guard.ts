import { type App, type BrowserWindow, dialog } from 'electron';
import type { ExportQueue } from '#main/export/export-queue.ts';
import type { Messages } from '#preload/messages/catalogue.ts';

interface GuardParts {
  readonly app: Pick<App, 'on' | 'quit'>;
  readonly exports: Pick<ExportQueue, 'count' | 'cancel'>;
  messages(): Messages;
}

/**
 * A window whose exports wait or run asks before it closes, alone or with the application: it goes on with them, or ends them and
 * closes once nothing is left half-written. What was ended does not begin again by itself.
 */
export function guardExports({ app, exports, messages }: GuardParts): (window: BrowserWindow) => void {
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  return (window) => {
    const id = window.webContents.id;
    let isAsking = false;
    window.on('close', (event) => {
      const meansAll = isQuitting;
      isQuitting = false;
      const count = exports.count(meansAll ? undefined : id);
      if (isAsking) event.preventDefault();
      if (isAsking || count === 0) return;
      event.preventDefault();
      isAsking = true;
      void ask(window, count, messages())
        .then(async (isEnding) => {
          if (!isEnding) return;
          await exports.cancel(meansAll ? undefined : id);
          if (meansAll) app.quit();
          else if (!window.isDestroyed()) window.close();
        })
        .finally(() => {
          isAsking = false;
        });
    });
  };
}

async function ask(window: BrowserWindow, count: number, { exportQueue: words }: Messages): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.quitQuestion(count),
    detail: words.quitDetail,
    buttons: [words.keepRunning, words.stopAndQuit],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
