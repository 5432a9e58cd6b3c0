import { findMarks } from '#main/search/marks.ts';
import type { ArticleDetail, InterfaceLanguage } from '#preload/contract/library-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { bodyForReading } from './body-for-reading.ts';
import { escapeHtml } from './html-tokens.ts';
import { markHtml } from './mark-html.ts';

export interface ArticlePageInput {
  readonly article: ArticleDetail;
  /** Canonical HTML of the body, as `parse/` wrote it. */
  readonly html: string;
  /** A search to mark; empty for none. */
  readonly find: string;
  readonly language: InterfaceLanguage;
  readonly messages: Messages;
}

/** The document of the article frame: no script, one stylesheet, nothing that loads from anywhere but the application. */
export function renderArticlePage({ article, html, find, language, messages }: ArticlePageInput): string {
  const findInText = (text: string): ReturnType<typeof findMarks> => (find ? findMarks(text, find) : []);
  const title = markHtml(escapeHtml(article.title), findInText);
  const readable = bodyForReading(html, { pictureMissing: messages.articlePage.pictureMissing });
  const body = markHtml(readable, findInText, title.matches);
  const byline = article.byline ? `<p class="byline">${escapeHtml(article.byline)}</p>` : '';
  const notice = article.isRemovedUpstream ? `<p class="notice">${escapeHtml(messages.articlePage.removedUpstream)}</p>` : '';
  return `<!doctype html>
<html lang="${escapeHtml(article.language)}">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(article.title)}</title>
<link rel="stylesheet" href="offprint-article://style/article.css">
</head>
<body>
<article lang="${escapeHtml(article.language)}">
<header>
<p class="meta" lang="${language}">${metaLine(article, language, messages)}</p>
<h1 lang="${escapeHtml(article.titleLanguage)}">${title.html}</h1>
${byline}${notice}</header>
<div class="body">${body.html}</div>
</article>
</body>
</html>
`;
}

function metaLine(article: ArticleDetail, language: InterfaceLanguage, messages: Messages): string {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${article.publishedOn}T00:00:00Z`),
  );
  const parts = [
    article.source && `<span class="source">${escapeHtml(article.source)}</span>`,
    ...article.sections.slice(0, 2).map(escapeHtml),
    `<time datetime="${article.publishedOn}">${escapeHtml(article.isDateEstimated ? messages.articlePage.estimatedDate(day) : day)}</time>`,
    escapeHtml(messages.articlePage.readingMinutes(article.readingMinutes)),
  ];
  return parts.filter(Boolean).join(' <span class="separator">·</span> ');
}
