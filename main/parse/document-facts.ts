import type { DefaultTreeAdapterTypes } from 'parse5';
import { attributeOf } from './clean-attributes.ts';
import type { HtmlParent } from './read-html.ts';

type HtmlElement = DefaultTreeAdapterTypes.Element;

/** What an HTML document says about itself, and the part of it that holds the article. */
export interface DocumentFacts {
  readonly content: HtmlParent;
  readonly title: string | null;
  readonly canonicalUrl: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly siteName: string | null;
  readonly keywords: readonly string[];
}

const publishedNames: ReadonlySet<string> = new Set([
  'article:published_time',
  'pubdate',
  'publishdate',
  'date',
  'dc.date',
  'datepublished',
  'publish_date',
]);

export function documentFacts(document: HtmlParent): DocumentFacts {
  const found: Record<'article' | 'main' | 'body' | 'title' | 'meta' | 'link' | 'time', HtmlElement[]> = {
    article: [],
    main: [],
    body: [],
    title: [],
    meta: [],
    link: [],
    time: [],
  };
  for (const node of allElements(document)) {
    if (node.tagName in found) found[node.tagName as keyof typeof found].push(node);
  }
  const meta = (names: ReadonlySet<string>): string | null => metaContent(found.meta, names);
  const canonical = found.link.find((link) => attributeOf(link, 'rel')?.toLowerCase() === 'canonical');
  const [onlyArticle] = found.article.length === 1 ? found.article : found.main.length === 1 ? found.main : [];
  const body = found.body[0] ?? document;
  return {
    content: onlyArticle && isTheArticle(onlyArticle, body) ? onlyArticle : body,
    title: meta(new Set(['og:title'])) ?? titleText(found.title[0]),
    canonicalUrl: webOnly((canonical && attributeOf(canonical, 'href')) ?? meta(new Set(['og:url']))),
    author: meta(new Set(['author', 'article:author'])),
    published: meta(publishedNames) ?? (found.time[0] ? attributeOf(found.time[0], 'datetime') : null),
    siteName: meta(new Set(['og:site_name'])),
    keywords: (meta(new Set(['keywords', 'news_keywords'])) ?? '')
      .split(/[,，、;；]/u)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  };
}

/** Of characters. A shorter one may be a teaser among the text. */
const surelyAnArticle = 200;

function isTheArticle(element: HtmlElement, body: HtmlParent): boolean {
  const length = wordsLength(element);
  return length >= surelyAnArticle || length * 4 >= wordsLength(body);
}

function wordsLength(root: HtmlParent): number {
  let length = 0;
  const stack: HtmlParent[] = [root];
  for (let parent = stack.pop(); parent !== undefined; parent = stack.pop()) {
    for (const child of parent.childNodes) {
      if ('value' in child) length += child.value.trim().length;
      else if ('tagName' in child && child.tagName !== 'script' && child.tagName !== 'style') stack.push(child);
    }
  }
  return length;
}

function* allElements(root: HtmlParent): Generator<HtmlElement> {
  const stack: HtmlParent[] = [root];
  for (let parent = stack.pop(); parent !== undefined; parent = stack.pop()) {
    if ('tagName' in parent) yield parent;
    for (const child of parent.childNodes.toReversed()) if ('tagName' in child) stack.push(child);
  }
}

function metaContent(metas: readonly HtmlElement[], names: ReadonlySet<string>): string | null {
  for (const meta of metas) {
    const name = (
      attributeOf(meta, 'property') ??
      attributeOf(meta, 'name') ??
      attributeOf(meta, 'itemprop') ??
      ''
    ).toLowerCase();
    const content = attributeOf(meta, 'content')?.trim();
    if (names.has(name) && content) return content;
  }
  return null;
}

function titleText(title: HtmlElement | undefined): string | null {
  const text = (title?.childNodes ?? []).map((child) => ('value' in child ? child.value : '')).join('');
  return text.replaceAll(/\s+/gu, ' ').trim() || null;
}

function webOnly(address: string | null | undefined): string | null {
  return address && /^https?:\/\/[^\s/]+\/\S/iu.test(address) ? address : null;
}
