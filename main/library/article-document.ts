import { renderArticlePage } from '#main/read/article-page.ts';
import { readBody } from '#main/store/archive/bodies.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';
import type { ArticleId, InterfaceLanguage } from '#preload/contract/library-types.ts';
import { describeArticle, requireArticle } from './article-detail.ts';
import type { Library } from './library.ts';

export interface DocumentInput {
  readonly id: ArticleId;
  /** Words to mark, in the search's own language; empty for none. */
  readonly find: string;
  readonly language: InterfaceLanguage;
}

/** The whole HTML document that the article frame shows. */
export function articleDocument(library: Library, { id, find, language }: DocumentInput): string {
  const row = requireArticle(library, id);
  const body = readBody(library.archive, row.rowId);
  const article = describeArticle(library, row, body);
  return renderArticlePage({ article, html: body.html, find, language, messages: messagesFor(language) });
}
