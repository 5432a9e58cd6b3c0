import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fold } from '#main/search/folding.ts';
import type { ReadableDb, WritableDb } from '#main/store/database.ts';
import { cpuSeconds, type GeneratedText } from './generated-library.ts';

/** What a reader would do without the index, over the same texts and queries; each answers with milliseconds per query. */

const newestLike = 'SELECT article_id FROM article_body WHERE text LIKE ? ORDER BY article_id DESC LIMIT 50';

export function timeLike(db: ReadableDb, queries: readonly string[]): number[] {
  return queries.map((query) => {
    const startedAtMs = performance.now();
    db.all(newestLike, [`%${query}%`]);
    return performance.now() - startedAtMs;
  });
}

const newestTrigram = 'SELECT rowid FROM temp.trigram WHERE trigram MATCH ? ORDER BY rowid DESC LIMIT 50';

/** SQLite's own index for parts of words, which finds nothing shorter than three characters: only of queries that it can answer. */
export function timeTrigram(
  db: WritableDb,
  texts: readonly GeneratedText[],
  queries: readonly string[],
): { readonly indexSeconds: number; readonly times: ReadonlyMap<string, number> } {
  db.run("CREATE VIRTUAL TABLE temp.trigram USING fts5(text, content='', tokenize='trigram case_sensitive 1')");
  const indexSeconds = cpuSeconds(() =>
    db.transaction(() => {
      for (const [number, { folded }] of texts.entries())
        db.run('INSERT INTO temp.trigram (rowid, text) VALUES (?, ?)', [number, folded]);
    }),
  );
  const answerable = queries.filter((query) => Array.from(query).length >= 3);
  const times = answerable.map((query): [string, number] => {
    const match = [`"${fold(query)}"`];
    return [query, cpuSeconds(() => db.all(newestTrigram, match)) * 1_000];
  });
  db.run('DROP TABLE temp.trigram');
  return { indexSeconds, times: new Map(times) };
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
