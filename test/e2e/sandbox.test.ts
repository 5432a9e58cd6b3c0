import { expect, test } from '@playwright/test';
import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { electronForAnyone } from '#test/helpers/electron-for-anyone.ts';
import { electronPath } from './application.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const isRoot = process.getuid?.() === 0;
/** `nobody` on every Linux. Root runs the application as this user: Chromium has no sandbox for root. */
const nobody = 65_534;
const seccompFilter = '2';

interface Running {
  readonly child: ChildProcess;
  /** All that it has said. */
  said(): string;
}

function start(program: string, libraryDir: string): Running {
  const args = ['--ozone-platform=headless', '--disable-gpu', '--log-level=3', projectRoot, `--library=${libraryDir}`];
  const child = spawn(program, args, {
    cwd: libraryDir,
    env: { PATH: process.env['PATH'] ?? '', HOME: libraryDir, LANG: 'en_US.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(isRoot && { uid: nobody, gid: nobody }),
  });
  let text = '';
  child.on('error', (error) => (text += error.message));
  const listen = (data: Buffer): void => void (text += data.toString());
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  return { child, said: () => text };
}

/** Processes that this one has started, and those that they have. */
function descendantsOf(pid: number): readonly number[] {
  const parents = new Map(
    readdirSync('/proc').flatMap((name): [number, number][] => {
      const parent = /^\d+$/u.test(name) ? factOf(Number(name), 'PPid') : null;
      return parent === null ? [] : [[Number(name), Number(parent)]];
    }),
  );
  const found = new Set([pid]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const [child, parent] of parents) if (found.has(parent)) found.add(child);
  }
  return [...found];
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}

function factOf(pid: number, name: string): string | null {
  return new RegExp(`^${name}:\\s*(\\S+)`, 'mu').exec(read(`/proc/${pid}/status`))?.[1] ?? null;
}

const renderers = (pid: number): readonly number[] =>
  descendantsOf(pid).filter((one) => read(`/proc/${one}/cmdline`).includes('--type=renderer'));

test("as an ordinary user the window's processes are confined by Chromium's sandbox", async () => {
  test.skip(process.platform !== 'linux', 'what confines a process is read from /proc: this takes Linux');
  const dir = await mkdtemp(join(tmpdir(), 'offprint-sandbox-'));
  if (isRoot) chownSync(dir, nobody, nobody);
  const electron = electronForAnyone(electronPath());
  const { child, said } = start(electron.path, dir);
  try {
    const { pid = 0 } = child;
    const hasEnded = (): boolean => child.exitCode !== null || (pid === 0 && said() !== '');
    await expect.poll(() => hasEnded() || renderers(pid).length > 0, { timeout: 30_000 }).toBe(true);
    const hasNone = /EACCES|Permission denied|No usable sandbox|namespace sandbox failed|Cannot find module/iu.test(said());
    test.skip(hasNone, `no sandbox for an ordinary user here: ${said().trim().slice(0, 300)}`);
    // Renderers come and go while the window opens: those that stay are looked at.
    let confined: readonly number[] = [];
    const hasFilters = (): boolean => {
      confined = renderers(pid);
      return confined.length > 0 && confined.every((one) => factOf(one, 'Seccomp') === seccompFilter);
    };
    await expect.poll(hasFilters, { message: said() }).toBe(true);
    expect(confined.map((one) => factOf(one, 'NoNewPrivs'))).toEqual(confined.map(() => '1'));
    expect(confined.map((one) => read(`/proc/${one}/cmdline`)).filter((line) => line.includes('--no-sandbox'))).toEqual([]);
    expect(factOf(pid, 'Uid')).not.toBe('0');
    process.stdout.write(`${confined.length} renderers, each with a seccomp filter\n`);
  } finally {
    child.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true, maxRetries: 20 });
    electron.remove();
  }
});
