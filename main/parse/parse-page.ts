import { anchorsIn } from './anchors.ts';
import { metadataOf } from './article-metadata.ts';
import { takeTitle } from './find-title.ts';
import { cleanBody } from './clean-body.ts';
import { type CleanElement, element } from './clean-node.ts';
import { decodeText } from './decode-text.ts';
import { type DocumentFacts, documentFacts } from './document-facts.ts';
import { excerptOf } from './excerpt.ts';
import { dropFurniture, repeatableBlocks } from './furniture.ts';
import { isIndexPath, readIndex } from './index-page.ts';
import { languageOf, readingMinutesOf } from './language.ts';
import { makeLeadFigure } from './lead-figure.ts';
import { measure } from './measure.ts';
import type { PageSource } from './page-source.ts';
import type { PageInput, ParsedArticle, ParsedPage, ParsePage, RepeatableBlock } from './parsed-page.ts';
import { readHtml } from './read-html.ts';
import { readSource } from './read-source.ts';
import type { PageAddress } from './resolve-address.ts';
import { alignHeadings, dropUnusedIds, tidyBody, trimRules } from './tidy-body.ts';
import { writeBody } from './write-body.ts';
import { writeText } from './write-text.ts';

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
  readonly repeatable: readonly RepeatableBlock[];
  /** Text of the body before furniture was left out, where it was: metadata may stand there. */
  readonly evidence: string | null;
}

function readPage(text: string, input: PageInput): ParsedPage {
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
  const repeatable = repeatableBlocks(body);
  const evidence = input.furniture ? writeText(body) : null;
  if (input.furniture && dropFurniture(body, input.furniture)) trimRules(body);
  alignHeadings(body);
  dropUnusedIds(body);
  return pageOf({ source, facts, originalUrl, body, title, repeatable, evidence }, input);
}

function pageOf(parts: PageParts, input: PageInput): ParsedPage {
  const isListable = parts.source.shape !== 'mirror' || (parts.originalUrl === null && isIndexPath(input.path));
  const { index, proseLength } = isListable ? readIndex(parts.body, parts.title, input.path) : { index: null, proseLength: 0 };
  const isFrontPage = /(?:^|\/)readme[^/]*$/iu.test(input.path);
  const isArticle = index === null || proseLength >= (isFrontPage ? proseOfAnArticle.frontPage : proseOfAnArticle.index);
  return { article: isArticle ? articleOf(parts, input) : null, index, repeatable: isArticle ? parts.repeatable : [] };
}

function articleOf({ source, facts, originalUrl, body, title, evidence }: PageParts, input: PageInput): ParsedArticle {
  const text = writeText(body);
  const measured = measure(text);
  const language = languageOf(text, languageOf(title));
  return {
    title,
    titleLanguage: languageOf(title, language),
    language,
    ...metadataOf({ frontMatter: source.frontMatter, facts, originalUrl, title, body, text: evidence ?? text }, input),
    text,
    excerpt: excerptOf(writeText(openingOf(body))),
    readingMinutes: readingMinutesOf(measured),
    characters: measured.wide,
    words: measured.words,
    ...writeBody(body),
  };
}

/** Blocks enough for an excerpt, without a figure at the top: its caption is not how the article begins. */
function openingOf(body: CleanElement): CleanElement {
  const [first] = body.children;
  const start = first?.kind === 'element' && first.name === 'figure' ? 1 : 0;
  return element('root', [], body.children.slice(start, start + 12));
}
