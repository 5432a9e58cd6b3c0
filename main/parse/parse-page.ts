import { bylineOf } from './find-byline.ts';
import { sourceOf } from './find-source.ts';
import { takeTitle } from './find-title.ts';
import { topicsOf } from './find-topics.ts';
import { cleanBody } from './clean-body.ts';
import { type CleanElement, element } from './clean-node.ts';
import { decodeText } from './decode-text.ts';
import { type DocumentFacts, documentFacts } from './document-facts.ts';
import { excerptOf } from './excerpt.ts';
import { allStrings, firstString } from './front-matter.ts';
import { isIndexPath, readIndex } from './index-page.ts';
import { languageOf, readingMinutesOf } from './language.ts';
import { makeLeadFigure } from './lead-figure.ts';
import type { PageSource } from './page-source.ts';
import type { PageInput, ParsedArticle, ParsePage } from './parsed-page.ts';
import { publishDayOf } from './publish-day.ts';
import { readHtml } from './read-html.ts';
import { readSource } from './read-source.ts';
import { anchorId, type PageAddress } from './resolve-address.ts';
import { alignHeadings, dropUnusedIds, tidyBody, trimRules } from './tidy-body.ts';
import { writeBody } from './write-body.ts';
import { writeText } from './write-text.ts';

/** Raised whenever the same page would give another result: stored pages are then parsed again. */
export const parserVersion = 1;

/** A list with more prose than this (see `ReadIndex.proseLength`) is an article as well. */
const proseOfAnArticle = { frontPage: 300, index: 600 };

/** Turns the bytes of a page into an article, a list of others, or both. Pure; never throws. */
export const parsePage: ParsePage = (input) => {
  try {
    const decoded = decodeText(input.bytes);
    if (!decoded.ok) return decoded;
    if (decoded.text.trim() === '') return { ok: false, code: 'page-unreadable', message: 'the page is empty' };
    return { ok: true, page: readPage(decoded.text, input) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, code: 'page-unreadable', message: `the page could not be read: ${message}`.slice(0, 300) };
  }
};

interface PageParts {
  readonly source: PageSource;
  readonly facts: DocumentFacts | null;
  readonly originalUrl: string | null;
  readonly body: CleanElement;
  readonly title: string;
}

function readPage(text: string, input: PageInput): ReturnType<typeof pageOf> {
  const source = readSource(text, input.path);
  const tree = readHtml(source.html, source.shape === 'html' ? 'document' : 'fragment');
  const facts = source.shape === 'html' ? documentFacts(tree) : null;
  const originalUrl = source.originalUrl ?? facts?.canonicalUrl ?? null;
  const address: PageAddress = {
    path: input.path,
    originalUrl,
    ownUrl: source.ownUrl,
    isPublishersMarkup: source.isPublishersMarkup,
  };
  const body = cleanBody(facts?.content ?? tree, address, anchorsIn(source.html));
  tidyBody(body);
  if (source.shape === 'mirror') makeLeadFigure(body);
  const title = takeTitle(body, {
    stated: source.title,
    frontMatter: source.frontMatter,
    documentTitle: facts?.title ?? null,
    path: input.path,
  });
  trimRules(body);
  alignHeadings(body);
  dropUnusedIds(body);
  return pageOf({ source, facts, originalUrl, body, title }, input);
}

/** Ids that links of the page lead to: only these are kept. */
function anchorsIn(html: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, name = ''] of html.matchAll(/href\s*=\s*["']?\s*#([^"'\s>]{1,200})/giu)) {
    const id = anchorId(name);
    if (id !== null) anchors.add(id);
  }
  return anchors;
}

function pageOf(
  parts: PageParts,
  input: PageInput,
): { article: ParsedArticle | null; index: ReturnType<typeof readIndex>['index'] } {
  const isListable = parts.source.shape !== 'mirror' || (parts.originalUrl === null && isIndexPath(input.path));
  const { index, proseLength } = isListable ? readIndex(parts.body, parts.title, input.path) : { index: null, proseLength: 0 };
  const isFrontPage = /(?:^|\/)readme[^/]*$/iu.test(input.path);
  const isArticle = index === null || proseLength >= (isFrontPage ? proseOfAnArticle.frontPage : proseOfAnArticle.index);
  return { article: isArticle ? articleOf(parts, input) : null, index };
}

function articleOf({ source, facts, originalUrl, body, title }: PageParts, input: PageInput): ParsedArticle {
  const { frontMatter } = source;
  const text = writeText(body);
  const language = languageOf(text, languageOf(title));
  return {
    title,
    titleLanguage: languageOf(title, language),
    language,
    ...publishDayOf({
      path: input.path,
      text,
      originalUrl,
      frontMatter,
      stated: facts?.published ?? null,
      fallbackDay: input.fallbackDay,
    }),
    source: sourceOf({
      originalUrl,
      text,
      stated: firstString(frontMatter, ['source', 'publisher', '来源', '來源']) ?? facts?.siteName ?? null,
    }),
    byline: bylineOf(text, firstString(frontMatter, ['author', 'authors', 'byline', '作者']) ?? facts?.author ?? null),
    originalUrl,
    topics: topicsOf(
      body,
      [
        ...allStrings(frontMatter, ['tags', 'tag', 'categories', 'category', 'keywords', '标签', '標籤']),
        ...(facts?.keywords ?? []),
      ],
      originalUrl,
    ),
    text,
    excerpt: excerptOf(writeText(openingOf(body))),
    readingMinutes: readingMinutesOf(text),
    ...writeBody(body),
  };
}

/** Blocks enough for an excerpt, without a figure at the top: its caption is not how the article begins. */
function openingOf(body: CleanElement): CleanElement {
  const [first] = body.children;
  const start = first?.kind === 'element' && first.name === 'figure' ? 1 : 0;
  return element('root', [], body.children.slice(start, start + 12));
}
