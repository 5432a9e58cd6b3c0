import type { ArticleDetail } from '#preload/contract/library-types.ts';
import type { ShownBody } from '#preload/contract/frame-requests.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import { formatLocales, type Messages } from '#preload/messages/catalogue.ts';
import { anchorBlocks } from './anchor-blocks.ts';
import { bodyForReading, type LinkPlace } from './body-for-reading.ts';
import { findText, type Finding } from './find-text.ts';
import type { PictureHere } from './picture-for-reading.ts';
import { convertHtml } from './convert-html.ts';
import { frameDocument } from './frame-document.ts';
import { anchorHeadings } from './heading-anchors.ts';
import { escapeHtml } from './html-tokens.ts';
import { markHtml } from './mark-html.ts';
import { metaLine } from './meta-line.ts';
import { linkPlainNotes } from './plain-notes.ts';
import type { ShownText } from './shown-text.ts';

export interface ArticlePageInput extends Finding {
  readonly article: Omit<ArticleDetail, 'outline' | 'pictures' | 'links' | 'earlierVersions'>;
  /** Canonical HTML of the body, as `parse/` wrote it. */
  readonly html: string;
  readonly body: ShownBody;
  /** Of an earlier version: ISO 8601, when another took its place; null for the article as it is now. */
  readonly replacedAt: string | null;
  readonly language: InterfaceLanguage;
  readonly messages: Messages;
  readonly placeOf: (url: string) => LinkPlace;
  readonly pictures: readonly PictureHere[];
  readonly shownText: ShownText;
}

interface MarkedArticle {
  readonly title: string;
  readonly body: string;
  readonly matches: number;
}

function markArticle({
  article,
  html,
  body: shown,
  language,
  messages,
  placeOf,
  pictures,
  ...finding
}: MarkedInput): MarkedArticle {
  const findInText = (text: string): ReturnType<typeof findText> => findText(text, finding);
  const title = markHtml(escapeHtml(article.title), findInText);
  const readable = bodyForReading(anchorHeadings(linkPlainNotes(html)).html, {
    words: messages.articlePage,
    language,
    placeOf,
    pictures,
    body: shown,
  });
  const body = markHtml(anchorBlocks(readable), findInText, title.matches);
  return { title: title.html, body: body.html, matches: title.matches + body.matches };
}

type MarkedInput = Omit<ArticlePageInput, 'article' | 'replacedAt' | 'shownText'> & {
  readonly article: Pick<ArticlePageInput['article'], 'title'>;
};

/** How many places are marked on the page: as many as it has ids `match-1`, `match-2` and so on. */
export function countMarksOfPage(input: MarkedInput): number {
  return input.find === '' ? 0 : markArticle(input).matches;
}

export function renderArticlePage(input: ArticlePageInput): string {
  const { article, replacedAt, language, messages, shownText } = input;
  const words = messages.articlePage;
  const marked = markArticle(input);
  const notices = [
    ...(replacedAt === null ? [] : [words.earlierVersion(moment(replacedAt, language))]),
    ...(article.isRemovedUpstream ? [words.removedUpstream] : []),
  ].map((notice) => `<p class="notice" role="note" lang="${language}">${escapeHtml(notice)}</p>\n`);
  const convert = (text: string, from: string): string => convertHtml(text, from, shownText.convert);
  return frameDocument({
    language: shownText.languageOf(article.language),
    title: shownText.convert(article.title, article.titleLanguage),
    content: `<header>
<p class="meta" lang="${language}">${convert(metaLine(article, language, words), article.language)}</p>
<h1 lang="${escapeHtml(shownText.languageOf(article.titleLanguage))}">${convert(marked.title, article.titleLanguage)}</h1>
${notices.join('')}</header>
<div class="body">${convert(marked.body, article.language)}</div>`,
  });
}

/** In the reader's time zone. */
function moment(iso: string, language: InterfaceLanguage): string {
  return new Intl.DateTimeFormat(formatLocales[language], { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));
}
