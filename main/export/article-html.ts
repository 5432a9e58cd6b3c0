import { escapeHtml } from '#main/read/html-tokens.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import { formatLocales, type Messages } from '#preload/messages/catalogue.ts';
import { bodyForExport, type BodyPlaces, xmlText } from './body-for-export.ts';
import { articleAnchor, type NumberedArticle } from './export-document.ts';

export interface ArticleHtmlOptions {
  readonly words: Messages;
  readonly language: InterfaceLanguage;
  readonly places: BodyPlaces;
}

/** The `article` element of one article: what is known of it, its title, its body, and where it comes from. */
export function articleHtml(article: NumberedArticle, { words, language, places }: ArticleHtmlOptions): string {
  const { head, html, pictures, number } = article;
  const facts = articleFacts(article, language, words).map((fact) => `<span class="fact">${escapeHtml(fact)}</span>`);
  const written = `<article id="${articleAnchor(number)}"${languageOf(head.language, places.isXml)}>
<header>
<h1${languageOf(head.titleLanguage, places.isXml)}>${escapeHtml(head.title)}</h1>
<p class="meta">${facts.join('<span class="separator"> · </span>')}</p>
</header>
<div class="body">${bodyForExport(html, pictures, places)}</div>
${originOf(head.originalUrl, words)}</article>
`;
  return places.isXml ? xmlText(written) : written;
}

/** Source, author, editor, issue and day; what is not known is left out. */
export function articleFacts(
  { head }: Pick<NumberedArticle, 'head'>,
  language: InterfaceLanguage,
  words: Messages,
): readonly string[] {
  const { source, byline, editor, issueNumber } = head;
  return [
    source ?? '',
    byline ?? '',
    editor === null ? '' : words.articlePage.editor(editor),
    issueNumber === null ? '' : words.articlePage.issue(issueNumber),
    dayOf(head, language, words),
  ].filter((fact) => fact !== '');
}

export function dayOf(
  { publishedOn, isDateEstimated }: Pick<NumberedArticle['head'], 'publishedOn' | 'isDateEstimated'>,
  language: InterfaceLanguage,
  words: Messages,
): string {
  const day = longDay(publishedOn, language);
  return isDateEstimated ? words.articlePage.estimatedDate(day) : day;
}

/** `YYYY-MM-DD` as people write it; anything else stays as it is. */
export function longDay(day: string, language: InterfaceLanguage): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(formatLocales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

function originOf(url: string | null, words: Messages): string {
  if (url === null || !/^https?:/iu.test(url)) return '';
  const address = escapeHtml(url);
  return `<p class="origin">${escapeHtml(words.exporting.original)} <a href="${address}">${address}</a></p>\n`;
}

export function languageOf(language: string, isXml: boolean): string {
  const tag = escapeHtml(language);
  if (language === 'und' || language === '') return '';
  return isXml ? ` lang="${tag}" xml:lang="${tag}"` : ` lang="${tag}"`;
}
