import { type ArticlePageInput, countMarksOfPage, renderArticlePage } from '#main/read/article-page.ts';
import { renderOriginalView } from '#main/read/original-view.ts';
import type { renderOriginalPage } from '#main/parse/original-page.ts';
import type { ArticleRow } from '#main/store/archive/article-rows.ts';
import { readBody } from '#main/store/archive/bodies.ts';
import { readOriginalPage } from '#main/store/archive/original-page.ts';
import { StoreFailure } from '#main/store/store-failure.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';
import type { ArticleId } from '#preload/contract/library-types.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import type { CallInput } from '#preload/contract/contract.ts';
import { headOfArticle, requireArticle } from './article-detail.ts';
import { readVersion } from './earlier-version.ts';
import type { Library } from './library.ts';
import { lookUpLinks } from './link-lookup.ts';
import { picturesForReading } from './picture-lookup.ts';

export interface DocumentInput {
  readonly id: ArticleId;
  /** Words to mark, in the search's own language; empty for none. */
  readonly find: string;
  /** The very characters of `find` are marked. */
  readonly isLiteral?: boolean | undefined;
  /** The page as published instead of the article; nothing is marked in it. */
  readonly isOriginal: boolean;
  /** An earlier version of the article; null for the article as it is now. */
  readonly version: number | null;
  readonly language: InterfaceLanguage;
}

/** The whole HTML document that the article frame shows. */
export async function documentOf(library: Library, input: DocumentInput): Promise<string> {
  const { id, isOriginal, language } = input;
  if (!isOriginal) return renderArticlePage(await pageOf(library, input));
  const article = requireArticle(library, id);
  const { placeOf } = lookUpLinks(library, article.archiveId);
  const page = await originalPage(library, article);
  const pictures = picturesForReading(library, article, page?.pictures ?? [], false);
  const messages = messagesFor(language);
  return renderOriginalView({ article, html: page?.html ?? null, language, messages, placeOf, pictures });
}

async function pageOf(library: Library, input: Omit<DocumentInput, 'isOriginal'>): Promise<ArticlePageInput> {
  const { id, find, isLiteral, version, language } = input;
  const article = requireArticle(library, id);
  const { placeOf } = lookUpLinks(library, article.archiveId);
  const shownText = await library.shownText();
  const shared = { find, isLiteral, language, messages: messagesFor(language), placeOf, shownText };
  if (version !== null) {
    const { pictures, ...earlier } = await readVersion(library, article, version);
    return { ...shared, ...earlier, body: version, pictures: picturesForReading(library, article, pictures, false) };
  }
  const body = readBody(library.archive, article.rowId);
  return {
    ...shared,
    article: headOfArticle(library, article, body),
    html: body.html,
    body: 'article',
    replacedAt: null,
    pictures: picturesForReading(library, article, body.pictures, true),
  };
}

/** Counted where they are made, so that a counter never tells of a match that no fragment leads to. */
export async function countMarks(library: Library, input: CallInput<'articles.countMarks'>): Promise<{ readonly marks: number }> {
  const { id, find, isLiteral = false, version = null } = input;
  return { marks: countMarksOfPage(await pageOf(library, { id, find, isLiteral, version, language: 'en' })) };
}

type OriginalBody = Extract<ReturnType<typeof renderOriginalPage>, { readonly ok: true }>;

/** Null where there is nothing to show. The parser is loaded when it is asked for: nothing else here needs it. */
export async function originalPage(library: Library, { archiveId, path }: ArticleRow): Promise<OriginalBody | null> {
  const { renderOriginalPage } = await import('#main/parse/original-page.ts');
  const bytes = keptPage(library, archiveId, path);
  const page = bytes && renderOriginalPage({ path, bytes });
  return page?.ok === true ? page : null;
}

function keptPage(library: Library, archiveId: string, path: string): Uint8Array | undefined {
  try {
    return readOriginalPage(library.archive, archiveId, path).bytes;
  } catch (error) {
    if (error instanceof StoreFailure && (error.code === 'not-found' || error.code === 'library-damaged')) return undefined;
    throw error;
  }
}
