import { _electron } from '@playwright/test';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machineArguments, electronPath } from '#test/e2e/application.ts';

/** A plain Electron that shows a page of a scheme of its own, as ours does, and does nothing to hold it back. */
const main = `import { app, BrowserWindow, Menu, protocol } from 'electron';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
Menu.setApplicationMenu(null);
protocol.registerSchemesAsPrivileged([{ scheme: 'plain', privileges: { standard: true, secure: true } }]);
app.whenReady().then(() => {
  const page = readFileSync(join(app.getAppPath(), 'page.html'));
  protocol.handle('plain', () => new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } }));
  void new BrowserWindow({ width: 800, height: 600 }).loadURL('plain://page/');
});
`;

/** Shows the document for so long, with these switches of Chromium besides. */
export async function showInPlainElectron(html: string, milliseconds: number, switches: readonly string[] = []): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-plain-'));
  try {
    await mkdir(join(folder, 'profile'));
    await writeFile(join(folder, 'main.mjs'), main);
    await writeFile(join(folder, 'page.html'), html);
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'plain', type: 'module', main: 'main.mjs' }));
    const electron = await _electron.launch({
      executablePath: electronPath(),
      args: [...machineArguments(), '--log-level=3', `--user-data-dir=${join(folder, 'profile')}`, ...switches, folder],
      timeout: 30_000,
    });
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await electron.close();
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
