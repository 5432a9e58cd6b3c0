import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPagePath } from '#main/parse/page-path.ts';
import type { PageInput, ParsedArticle, ParsedPage } from '#main/parse/parsed-page.ts';
import { parsePage } from '#main/parse/parse-page.ts';
import { writeFixtureArchive } from '#test/helpers/fixture-archive.ts';

const fallbackDay = '2022-03-01';

/** The pages of the fixture archive, as published. */
export async function readFixturePages(): Promise<readonly PageInput[]> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-pages-'));
  try {
    await writeFixtureArchive(folder);
    const names = await readdir(folder, { recursive: true });
    const paths = names
      .map((name) => name.replaceAll('\\', '/'))
      .filter(isPagePath)
      .toSorted();
    return await Promise.all(
      paths.map(async (path) => ({ path, bytes: new Uint8Array(await readFile(join(folder, path))), fallbackDay })),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

export function inputOf(text: string, path = 'pages/test/1.md'): PageInput {
  return { path, bytes: new TextEncoder().encode(text), fallbackDay };
}

export function pageOf(input: PageInput): ParsedPage {
  const result = parsePage(input);
  if (!result.ok) throw new Error(`${input.path}: ${result.code} ${result.message}`);
  return result.page;
}

export function articleOf(text: string, path?: string): ParsedArticle {
  const { article } = pageOf(inputOf(text, path));
  if (article === null) throw new Error('the page gave no article');
  return article;
}

/** The written body as a page of its own again: what was numbered gets its address back. */
export function bodyAsPage(article: ParsedArticle, path: string): PageInput {
  const html = article.html.replaceAll(
    /data-picture="(\d+)"/gu,
    (_whole, at: string) => `src="${escaped(article.pictures[Number(at)]?.url ?? '')}"`,
  );
  return inputOf(`<!doctype html><title>A page read again</title><body>${html}`, path.replace(/[^/]+$/u, 'again.html'));
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
