import { _electron } from '@playwright/test';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, figure, median } from './figure.ts';

const turns = 7;
const machineArguments = JSON.parse(process.env['OFFPRINT_ELECTRON_ARGS'] ?? '[]') as readonly string[];

export async function timeToSelector(args: readonly string[], selector: string): Promise<number> {
  const startedAtMs = performance.now();
  const electron = await _electron.launch({
    executablePath: process.env['OFFPRINT_ELECTRON'] ?? '',
    args: [...machineArguments, '--log-level=3', ...args],
  });
  const page = await electron.firstWindow();
  await page.locator(selector).first().waitFor({ state: 'visible' });
  const elapsedMs = performance.now() - startedAtMs;
  await electron.close();
  return elapsedMs;
}

/** The least an Electron application can do: one window with one word in it. */
export async function writeEmptyApplication(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.mjs' }));
  await writeFile(join(folder, 'page.html'), '<!doctype html><title>empty</title><p>ready</p>');
  await writeFile(
    join(folder, 'main.mjs'),
    `import { app, BrowserWindow } from 'electron';
     app.whenReady().then(() => new BrowserWindow({ width: 1360, height: 860 }).loadFile(${JSON.stringify(join(folder, 'page.html'))}));`,
  );
}

/** From the start of the process to a list that can be used, against an empty window, in turns so that both meet the same load. */
export async function benchStart(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-start-'));
  try {
    await writeEmptyApplication(folder);
    const libraryDir = join(folder, 'library');
    const ours = [process.cwd(), `--library=${libraryDir}`];
    const first = await timeToSelector(ours, '[role="option"][aria-posinset]');
    const empty: number[] = [];
    const used: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      empty.push(await timeToSelector([folder], 'p'));
      used.push(await timeToSelector(ours, 'op-article-row'));
    }
    const reference = median(empty);
    return [
      figure({ name: 'first start, new library, to handbook in the list', value: first, unit: 'ms', reference }),
      figure({ name: 'start to usable list', value: median(used), unit: 'ms', reference, atMost: 1.5 }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
