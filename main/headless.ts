import type { App } from 'electron';

/** Without a display Chromium draws into memory; there a menu bar or a window frame ends the process. */
export function isHeadless(app: App): boolean {
  return app.commandLine.getSwitchValue('ozone-platform') === 'headless';
}
