import { escapeHtml } from '#main/read/html-tokens.ts';
import { type Messages, messagesFor } from '#preload/messages/catalogue.ts';
import { articleHtml, languageOf, longDay } from './article-html.ts';
import type { BodyPlaces } from './body-for-export.ts';
import {
  articleAnchor,
  type ExportDocument,
  isSingle,
  type NumberedArticle,
  numbersById,
  type WritingTools,
} from './export-document.ts';
import { hrefGiver, shortId } from './hrefs.ts';

export interface HtmlOptions {
  /** What may be loaded, as a Content-Security-Policy. */
  readonly policy: string;
  readonly styles: string;
  /** The address of a stored picture; null where it is left out. */
  readonly srcOf: BodyPlaces['srcOf'];
}

/** One HTML document of all articles, piece by piece. Nothing in it is loaded but what `srcOf` names. */
export function* documentHtml(document: ExportDocument, tools: WritingTools, html: HtmlOptions): Generator<string> {
  const words = messagesFor(tools.language);
  yield head(document, html);
  if (!isSingle(document)) {
    if (tools.options.hasCover) yield coverHtml(document, tools, false);
    if (tools.options.hasContents)
      yield contentsHtml(document, words, { isXml: false, placeOf: (number) => `#${articleAnchor(number)}` });
  }
  const numbers = numbersById(document);
  for (const article of document.articles) {
    tools.signal.throwIfAborted();
    const places = bodyPlaces(article, words, {
      isXml: false,
      hrefOf: hrefGiver(article, numbers, (number) => `#${articleAnchor(number)}`),
      srcOf: html.srcOf,
    });
    yield articleHtml(article, { words, language: tools.language, places });
    tools.onArticle();
  }
  yield '</body>\n</html>\n';
}

/** What is the same in every format that is made of HTML. */
export function bodyPlaces(
  { number }: NumberedArticle,
  words: Messages,
  given: Pick<BodyPlaces, 'isXml' | 'hrefOf' | 'srcOf'>,
): BodyPlaces {
  return {
    ...given,
    idOf: (id) => shortId(number, id),
    missing: (alt) => `<span class="missing">${escapeHtml(alt === '' ? words.exporting.pictureMissing : alt)}</span>`,
    embedLabels: words.articlePage.embedKinds,
  };
}

function head({ title, language, articles }: ExportDocument, { policy, styles }: HtmlOptions): string {
  const authors = articles.length === 1 ? (articles[0]?.head.byline ?? articles[0]?.head.source ?? '') : '';
  return `<!doctype html>
<html${languageOf(language, false)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<meta name="referrer" content="no-referrer">
${authors === '' ? '' : `<meta name="author" content="${escapeHtml(authors)}">\n`}<title>${escapeHtml(title)}</title>
<style>
${styles}</style>
</head>
<body>
`;
}

export function coverHtml(
  { title, articles, volume, madeOn }: ExportDocument,
  { language }: Pick<WritingTools, 'language'>,
  isXml: boolean,
): string {
  const words = messagesFor(language).exporting;
  const days = articles.map(({ head: { publishedOn } }) => publishedOn).toSorted();
  const lines = [
    ...(volume === null ? [] : [words.volume(volume.number, volume.of)]),
    words.articles(articles.length),
    words.days(longDay(days[0] ?? '', language), longDay(days.at(-1) ?? '', language)),
    ...(madeOn === null ? [] : [words.madeOn(longDay(madeOn, language))]),
  ];
  return `<section class="cover" id="cover"${languageOf(language, isXml)}>
<h1>${escapeHtml(title)}</h1>
${lines.map((line) => `<p>${escapeHtml(line)}</p>\n`).join('')}</section>
`;
}

export function contentsHtml(
  { articles }: Pick<ExportDocument, 'articles'>,
  words: Messages,
  { isXml, placeOf }: { readonly isXml: boolean; readonly placeOf: (number: number) => string },
): string {
  const entries = articles.map(({ head: { title, titleLanguage, source }, number }) => {
    const link = `<a href="${placeOf(number)}"${languageOf(titleLanguage, isXml)}>${escapeHtml(title)}</a>`;
    const from = source === null || isXml ? '' : ` <span class="source">${escapeHtml(source)}</span>`;
    return `<li>${link}${from}</li>\n`;
  });
  return `<nav class="contents" id="contents"${isXml ? ' epub:type="toc"' : ''}>
<h1>${escapeHtml(words.exporting.contents)}</h1>
<ol>
${entries.join('')}</ol>
</nav>
`;
}
