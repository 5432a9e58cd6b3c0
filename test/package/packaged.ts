import { chromium, type Page } from '@playwright/test';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** The unpacked package under test: `npm run test:package` has just made it. */
export function packageFolder(): string {
  const folder = process.env['OFFPRINT_PACKAGE'];
  if (!folder) throw new Error('OFFPRINT_PACKAGE is not set: run the tests with `npm run test:package`');
  return folder;
}

/** Somebody without any right of an administrator: nobody, where the tests run as root, else whoever runs them. */
const reader = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export interface Place {
  /** A folder that only can be read, under a name with spaces and Chinese characters. */
  readonly programFolder: string;
  /** The reader's own folder. */
  readonly home: string;
  remove(): void;
}

/** Puts a copy of the package where a reader might, and takes every right to write there away. */
export function placePackage(): Place {
  const root = mkdtempSync(join(tmpdir(), 'offprint 包裹 '));
  const programFolder = join(root, 'Offprint 阅读器');
  const home = join(root, 'home of 读者');
  cpSync(packageFolder(), programFolder, { recursive: true, verbatimSymlinks: true });
  mkdirSync(home);
  chmodSync(root, 0o755);
  execFileSync('chmod', ['-R', 'a+rX,a-w', programFolder]);
  if ('uid' in reader) execFileSync('chown', [`${reader.uid}:${reader.gid}`, home]);
  const remove = (): void => {
    execFileSync('chmod', ['-R', 'u+w', programFolder]);
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  };
  return { programFolder, home, remove };
}

export interface Run {
  readonly page: Page;
  /** From the start of the program to its page being loaded. */
  readonly startMs: number;
  close(): Promise<void>;
}

interface RunWish {
  readonly program: string;
  readonly args?: readonly string[];
  readonly home: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Chromium draws into memory: no display is needed, and none that belongs to somebody else. */
const switches = ['--ozone-platform=headless', '--disable-gpu', '--log-level=3', '--lang=en-US'];

function start({ program, args = [], home, env = {} }: RunWish): ChildProcess {
  const own = {
    HOME: home,
    PATH: process.env['PATH'] ?? '',
    LANG: 'en_US.UTF-8',
    LANGUAGE: 'en',
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  };
  return spawn(program, [...args], { cwd: home, env: { ...own, ...env }, stdio: ['ignore', 'pipe', 'pipe'], ...reader });
}

/** Opens the window of a closed package: the inspector of Chromium's page is all that can be reached of it. */
export async function openWindow(wish: RunWish): Promise<Run> {
  const startedAtMs = Date.now();
  const child = start({ ...wish, args: [...switches, '--remote-debugging-port=0', ...(wish.args ?? [])] });
  const address = await debuggerAddress(child);
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('the program shows nothing');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.waitForLoadState('domcontentloaded');
  // The page's own clock: what the way to it costs does not count.
  const startMs = (await page.evaluate(loadedAtMs)) - startedAtMs;
  return {
    page,
    startMs,
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const isGone = new Promise((resolve) => child.once('exit', resolve));
      await browser.close();
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await isGone;
      clearTimeout(timer);
    },
  };
}

/** Runs in the page. */
function loadedAtMs(): number {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return performance.timeOrigin + (navigation?.domContentLoadedEventEnd ?? Number.NaN);
}

function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /DevTools listening on (?<address>ws:\S+)/u.exec(printed)?.groups?.['address'];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}:\n${printed}`)));
  });
}

export interface Ending {
  readonly code: number | null;
  readonly printed: string;
}

/** Runs a command of the program to its end. */
export function runCommand(wish: RunWish): Promise<Ending> {
  const child = start({ ...wish, args: [...switches, ...(wish.args ?? [])] });
  let printed = '';
  const collect = (chunk: Buffer): void => void (printed += chunk.toString());
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, printed });
    });
  });
}
