import { findMarks } from '#main/search/marks.ts';
import type { ArticleDetail, InterfaceLanguage } from '#preload/contract/library-types.ts';
import { formatLocales, type Messages } from '#preload/messages/catalogue.ts';
import { bodyForReading, type LinkPlace } from './body-for-reading.ts';
import type { PictureHere } from './picture-for-reading.ts';
import { frameDocument } from './frame-document.ts';
import { anchorHeadings } from './heading-anchors.ts';
import { escapeHtml } from './html-tokens.ts';
import { markHtml } from './mark-html.ts';
import { metaLine } from './meta-line.ts';

export interface ArticlePageInput {
  readonly article: Omit<ArticleDetail, 'outline' | 'pictures' | 'links' | 'earlierVersions'>;
  /** Canonical HTML of the body, as `parse/` wrote it. */
  readonly html: string;
  /** Of an earlier version: ISO 8601, when another took its place; null for the article as it is now. */
  readonly replacedAt: string | null;
  /** A search to mark; empty for none. */
  readonly find: string;
  readonly language: InterfaceLanguage;
  readonly messages: Messages;
  readonly placeOf: (url: string) => LinkPlace;
  readonly pictures: readonly PictureHere[];
}

export function renderArticlePage(input: ArticlePageInput): string {
  const { article, html, replacedAt, find, language, messages, placeOf, pictures } = input;
  const words = messages.articlePage;
  const findInText = (text: string): ReturnType<typeof findMarks> => (find ? findMarks(text, find) : []);
  const title = markHtml(escapeHtml(article.title), findInText);
  const readable = bodyForReading(anchorHeadings(html).html, { words, language, placeOf, pictures });
  const body = markHtml(readable, findInText, title.matches);
  const notices = [
    ...(replacedAt === null ? [] : [words.earlierVersion(moment(replacedAt, language))]),
    ...(article.isRemovedUpstream ? [words.removedUpstream] : []),
  ].map((notice) => `<p class="notice" role="note" lang="${language}">${escapeHtml(notice)}</p>\n`);
  return frameDocument({
    language: article.language,
    title: article.title,
    content: `<header>
<p class="meta" lang="${language}">${metaLine(article, language, words)}</p>
<h1 lang="${escapeHtml(article.titleLanguage)}">${title.html}</h1>
${notices.join('')}</header>
<div class="body">${body.html}</div>`,
  });
}

/** In the reader's time zone. */
function moment(iso: string, language: InterfaceLanguage): string {
  return new Intl.DateTimeFormat(formatLocales[language], { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));
}
