import type { ArticleToExport, ExportSource } from '#main/export/export-source.ts';
import { convertHtml } from '#main/read/convert-html.ts';
import { type ShownText, textAsPublished } from '#main/read/shown-text.ts';
import { readBody } from '#main/store/archive/bodies.ts';
import type { ExportOptions } from '#preload/contract/export-types.ts';
import type { ArticleId } from '#preload/contract/library-types.ts';
import { headOfArticle, requireArticle } from './article-detail.ts';
import { convertSummary } from './in-shown-script.ts';
import type { Library } from './library.ts';
import { lookUpLinks, type LinkLookup } from './link-lookup.ts';
import { picturesForReading, readPictureBytes } from './picture-lookup.ts';
import { idsOfSelection } from './selected-articles.ts';
import { summarise } from './summaries.ts';

/** How Chinese is written in what is exported. */
export async function textOfExport(library: Library, { isAsPublished }: ExportOptions): Promise<ShownText> {
  return isAsPublished ? textAsPublished : library.shownText();
}

/** The library as export asks for it, in the given script. */
export function articlesToExport(library: Library, shown: ShownText): ExportSource {
  const links = new Map<string, LinkLookup>();
  const linksOf = (archiveId: string): LinkLookup => {
    const known = links.get(archiveId) ?? lookUpLinks(library, archiveId);
    links.set(archiveId, known);
    return known;
  };
  return {
    list: (selection) => idsOfSelection(library, selection),
    read: (id) => inScript(readArticle(library, id, linksOf), shown),
    title: (id) => titleOf(library, id, shown),
    picture: (sha256) => readPictureBytes(library, { sha256 }),
  };
}

/** An article whose body is damaged still has a title, as a rule. */
function titleOf(library: Library, id: ArticleId, shown: ShownText): string | null {
  try {
    const [summary] = summarise(library, [requireArticle(library, id)]);
    return summary ? convertSummary(summary, shown).title : null;
  } catch {
    return null;
  }
}

function inScript(article: ArticleToExport, shown: ShownText): ArticleToExport {
  if (shown === textAsPublished) return article;
  const { head, html, text } = article;
  const { language } = head;
  return {
    ...article,
    head: convertSummary(head, shown),
    html: convertHtml(html, language, (part, itsLanguage) => shown.convert(part, itsLanguage)),
    text: shown.convert(text, language),
  };
}

function readArticle(library: Library, id: ArticleId, linksOf: (archiveId: string) => LinkLookup): ArticleToExport {
  const row = requireArticle(library, id);
  const body = readBody(library.archive, row.rowId);
  const links = linksOf(row.archiveId);
  return {
    head: headOfArticle(library, row, body),
    html: body.html,
    text: body.text,
    pictures: picturesForReading(library, row, body.pictures, true),
    articleOf: (url) => links.articleOf(url),
  };
}
