import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const commandLine = fileURLToPath(new URL('../../dist/main/cli.js', import.meta.url));

/** A library with one archive out of a folder, synced; gone with `remove`. */
export async function makeLibraryOf(
  pages: Readonly<Record<string, string>>,
): Promise<{ readonly dir: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-e2e-'));
  const dir = join(folder, 'library');
  for (const [path, text] of Object.entries(pages)) {
    const file = join(folder, 'hostile', path);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, text);
  }
  const command = (...words: readonly string[]): void =>
    void execFileSync(process.execPath, [commandLine, `--library=${dir}`, ...words], { stdio: 'ignore', timeout: 60_000 });
  command('add', join(folder, 'hostile'));
  command('sync', '--no-pictures');
  return { dir, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) };
}
