import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asFailure } from '#main/failure.ts';
import type { FailedExport } from '#preload/contract/export-types.ts';
import type { Failure } from '#preload/contract/failure.ts';
import type { NumberedArticle } from './export-document.ts';

export type WriteArticles = (articles: readonly NumberedArticle[], file: string) => Promise<number>;

export interface Outcome {
  /** Of the file; 0 where no article could be written. */
  readonly bytes: number;
  readonly written: readonly NumberedArticle[];
  readonly failed: readonly FailedExport[];
}

/** These end the whole export: no other article would fare better. */
export function isEnd({ code }: Failure): boolean {
  return code === 'cancelled' || code === 'disk-full' || code === 'place-not-writable';
}

/**
 * Writes the articles into one file. Where that fails, those at fault are found by trying parts of them elsewhere, and the file is
 * written without them. Throws only what ends the whole export.
 */
export async function writeWithoutFailing(
  articles: readonly NumberedArticle[],
  file: string,
  write: WriteArticles,
): Promise<Outcome> {
  const first = await attempt(() => write(articles, file));
  if (typeof first === 'number') return { bytes: first, written: articles, failed: [] };
  const folder = await mkdtemp(path.join(tmpdir(), 'offprint-export-'));
  try {
    const tryPart = (part: readonly NumberedArticle[]) => attempt(() => write(part, path.join(folder, randomUUID())));
    const failed = await findFailing(articles, first, tryPart);
    const isFailing = new Set(failed.map(({ id }) => id));
    const rest = articles.filter(({ head }) => !isFailing.has(head.id)).map((article, at) => ({ ...article, number: at + 1 }));
    if (rest.length === 0) return { bytes: 0, written: [], failed };
    const second = await attempt(() => write(rest, file));
    if (typeof second === 'number') return { bytes: second, written: rest, failed };
    // Each of them alone can be written, but not all together.
    return {
      bytes: 0,
      written: [],
      failed: [...failed, ...rest.map(({ head }) => ({ id: head.id, title: head.title, failure: second }))],
    };
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

type Attempt = number | Failure;

async function attempt(write: () => Promise<number>): Promise<Attempt> {
  try {
    return await write();
  } catch (error) {
    const failure = asFailure(error);
    if (isEnd(failure)) throw error;
    return failure;
  }
}

/** `failure`: of all of them together. */
async function findFailing(
  articles: readonly NumberedArticle[],
  failure: Failure,
  tryPart: (part: readonly NumberedArticle[]) => Promise<Attempt>,
): Promise<readonly FailedExport[]> {
  const [only] = articles;
  if (articles.length === 1 && only) return [{ id: only.head.id, title: only.head.title, failure }];
  const middle = Math.ceil(articles.length / 2);
  const failed: FailedExport[] = [];
  for (const half of [articles.slice(0, middle), articles.slice(middle)]) {
    const outcome = await tryPart(half);
    if (typeof outcome !== 'number') failed.push(...(await findFailing(half, outcome, tryPart)));
  }
  return failed;
}
