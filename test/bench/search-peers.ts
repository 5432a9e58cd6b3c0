import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadableDb } from '#main/store/database.ts';
import type { GeneratedText } from './generated-library.ts';

/** What a reader would do without the index, over the same texts and queries; each answers with milliseconds per query. */

const newestLike = 'SELECT article_id FROM article_body WHERE text LIKE ? ORDER BY article_id DESC LIMIT 50';

export function timeLike(db: ReadableDb, queries: readonly string[]): number[] {
  return queries.map((query) => {
    const startedAtMs = performance.now();
    db.all(newestLike, [`%${query}%`]);
    return performance.now() - startedAtMs;
  });
}

/** Null where ripgrep is not installed. */
export async function timeRipgrep(
  folder: string,
  texts: readonly GeneratedText[],
  queries: readonly string[],
): Promise<number[] | null> {
  if (spawnSync('rg', ['--version']).error) return null;
  await writeTexts(folder, texts);
  return queries.map((query) => {
    const startedAtMs = performance.now();
    const { status } = spawnSync('rg', ['--files-with-matches', '--fixed-strings', '--', query, folder], { maxBuffer: 1e8 });
    if (status === null || status > 1) throw new Error(`ripgrep ended with ${status}`);
    return performance.now() - startedAtMs;
  });
}

async function writeTexts(folder: string, texts: readonly GeneratedText[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [number, { title, text }] of texts.entries()) await writeFile(join(folder, `${number}.txt`), `${title}\n${text}\n`);
}
