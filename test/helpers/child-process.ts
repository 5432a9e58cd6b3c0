import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';

const projectDir = path.resolve(import.meta.dirname, '../..');

/** Runs a TypeScript file of the tests in a process of its own; killed with the test if it still runs. */
export async function startScript(file: string, parameters: readonly string[]): Promise<ChildProcess> {
  const cacheDir = path.join(projectDir, '.cache');
  mkdirSync(cacheDir, { recursive: true });
  const folder = mkdtempSync(path.join(cacheDir, 'test-script-'));
  const outfile = path.join(folder, 'script.mjs');
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['better-sqlite3', 'yauzl', 'proxy-from-env', 'quickjs-wasi', 'socks', 'pac-resolver'],
    logLevel: 'error',
  });
  const child = spawn(process.execPath, [outfile, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  return child;
}

/** What it has written once it says something, or ends. */
export async function firstOutput(child: ChildProcess): Promise<string> {
  const [chunk] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  return chunk.toString();
}

export async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
