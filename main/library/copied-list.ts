import { escapeLine } from '#main/read/article-markdown.ts';
import { findArticleRow } from '#main/store/archive/article-rows.ts';
import type { ExportSelection } from '#preload/contract/export-types.ts';
import { maximumIds } from '#preload/contract/list-types.ts';
import type { ArticleSummary } from '#preload/contract/library-types.ts';
import { convertSummary } from './in-shown-script.ts';
import type { Library } from './library.ts';
import { idsOfSelection } from './selected-articles.ts';
import { splitId, summarise } from './summaries.ts';

/** What a terminal would take for a key. */
const controls = /\p{Cc}/gu;
const portion = 500;

/** A Markdown list of articles: title, leading to the original where one is known, source and day. */
export async function copiedList(
  library: Library,
  { selection }: { readonly selection: ExportSelection },
): Promise<{ readonly text: string; readonly articles: number }> {
  const shown = await library.shownText();
  const ids = idsOfSelection(library, selection).slice(0, maximumIds);
  const lines: string[] = [];
  for (let first = 0; first < ids.length; first += portion) {
    const rows = ids.slice(first, first + portion).flatMap((id) => {
      const { archiveId, path } = splitId(id);
      return findArticleRow(library.archive, archiveId, path) ?? [];
    });
    lines.push(...summarise(library, rows).map((row) => lineOf(convertSummary(row, shown))));
  }
  return { text: lines.map((line) => `${line}\n`).join(''), articles: lines.length };
}

function lineOf({ title, originalUrl, source, publishedOn, isDateEstimated }: ArticleSummary): string {
  const words = escapeLine(title.replaceAll(controls, ' ').replaceAll(/\s+/gu, ' ').trim());
  const link = originalUrl === null ? words : `[${words}](<${originalUrl.replaceAll(/[<>\s]/gu, encodeURIComponent)}>)`;
  const facts = [source === null ? null : escapeLine(source.replaceAll(controls, ' ')), isDateEstimated ? null : publishedOn];
  const from = facts.filter((fact) => fact !== null).join(', ');
  return from === '' ? `- ${link}` : `- ${link} · ${from}`;
}
