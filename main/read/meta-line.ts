import type { ArticleDetail } from '#preload/contract/library-types.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import { formatLocales, type Messages } from '#preload/messages/catalogue.ts';
import { escapeHtml } from './html-tokens.ts';

type Facts = Pick<
  ArticleDetail,
  | 'source'
  | 'byline'
  | 'editor'
  | 'issueNumber'
  | 'publishedOn'
  | 'isDateEstimated'
  | 'readingMinutes'
  | 'characters'
  | 'words'
  | 'language'
>;

/** HTML of the line over the title: whose article it is, from when, and how long. What is not known is left out. */
export function metaLine(article: Facts, language: InterfaceLanguage, words: Messages['articlePage']): string {
  const parts = [
    article.source === null ? '' : `<span class="source"${languageOf(article.language)}>${escapeHtml(article.source)}</span>`,
    article.byline === null ? '' : `<span${languageOf(article.language)}>${escapeHtml(article.byline)}</span>`,
    article.editor === null ? '' : escapeHtml(words.editor(article.editor)),
    article.issueNumber === null ? '' : escapeHtml(words.issue(article.issueNumber)),
    dateOf(article, language, words),
    escapeHtml(words.readingMinutes(article.readingMinutes)),
    escapeHtml(lengthOf(article, words)),
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => `<span class="fact">${part}</span>`)
    .join(' <span class="separator">·</span> ');
}

function languageOf(language: string): string {
  return ` lang="${escapeHtml(language)}"`;
}

function dateOf({ publishedOn, isDateEstimated }: Facts, language: InterfaceLanguage, words: Messages['articlePage']): string {
  const date = new Date(`${publishedOn}T00:00:00Z`);
  const day = Number.isNaN(date.getTime())
    ? publishedOn
    : new Intl.DateTimeFormat(formatLocales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  const shown = escapeHtml(isDateEstimated ? words.estimatedDate(day) : day);
  const why = isDateEstimated ? ` title="${escapeHtml(words.estimatedDateHint)}"` : '';
  return `<time datetime="${escapeHtml(publishedOn)}"${why}>${shown}</time>`;
}

/** Counted as its script counts; a text in two scripts by that of which it has more. */
function lengthOf({ characters, words: wordCount }: Facts, words: Messages['articlePage']): string {
  if (characters === 0 && wordCount === 0) return '';
  return characters > wordCount ? words.characters(characters) : words.words(wordCount);
}
