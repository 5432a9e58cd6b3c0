import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostileArticle } from './hostile-page.ts';

const commandLine = fileURLToPath(new URL('../../dist/main/cli.js', import.meta.url));

export interface QuietLibrary {
  readonly dir: string;
  remove(): Promise<void>;
}

/** A library with an archive of hostile pages, synced from a folder; its pictures are left where they are. */
export async function makeQuietLibrary(pages: number): Promise<QuietLibrary> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-quiet-'));
  const dir = join(folder, 'library');
  const archive = join(folder, 'quiet');
  await mkdir(join(archive, 'pages'), { recursive: true });
  for (let page = 0; page < pages; page += 1) {
    const day = `2024-${String(1 + (page % 12)).padStart(2, '0')}-${String(1 + (page % 28)).padStart(2, '0')}`;
    await writeFile(join(archive, 'pages', `${page}.md`), hostileArticle(`p${page}`, day));
  }
  const command = (...words: readonly string[]): void =>
    void execFileSync(process.execPath, [commandLine, `--library=${dir}`, ...words], { stdio: 'ignore', timeout: 120_000 });
  command('add', archive);
  command('sync', '--no-pictures');
  return { dir, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) };
}
