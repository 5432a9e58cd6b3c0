import { undoDialects } from './dialects/undo-dialects.ts';
import { firstString, type FrontMatter, splitFrontMatter } from './front-matter.ts';
import { readMirrorPage } from './mirror-page.ts';
import type { PageSource } from './page-source.ts';
import { plainTextOf } from './plain-text.ts';
import { renderInlineMarkdown, renderMarkdown } from './render-markdown.ts';
import { statedOriginal } from './share-footer.ts';

const htmlPath = /\.html?$/iu;
const htmlStart = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html[\s>])/iu;
const originalKeys = [
  'original_url',
  'originalurl',
  'original',
  'source_url',
  'canonical_url',
  'canonicalurl',
  'canonical',
  'link',
  'url',
  'external_url',
  'from',
  'source',
];
/** Lines at either end of a plain page that may state the address of its original. */
const edgeLines = 6;

/** Recognises what kind of page a text is and takes it apart accordingly. */
export function readSource(text: string, path: string): PageSource {
  if (htmlPath.test(path) || htmlStart.test(text)) return htmlSource(text);
  const { frontMatter, body } = splitFrontMatter(text);
  const mirror = readMirrorPage(body, path);
  if (mirror === null) return markdownSource(body, frontMatter, path);
  const { html, isPublishersMarkup, ownUrl } = mirror;
  return {
    shape: 'mirror',
    frontMatter,
    html,
    isPublishersMarkup,
    title: plainTextOf(renderInlineMarkdown(mirror.title)) || null,
    originalUrl: mirror.originalUrl ?? frontMatterOriginal(frontMatter),
    ownUrl,
  };
}

function htmlSource(text: string): PageSource {
  const { frontMatter, body } = splitFrontMatter(text);
  return {
    shape: 'html',
    frontMatter,
    html: body,
    isPublishersMarkup: false,
    title: null,
    originalUrl: frontMatterOriginal(frontMatter),
    ownUrl: null,
  };
}

function markdownSource(body: string, frontMatter: FrontMatter, path: string): PageSource {
  const originalUrl = frontMatterOriginal(frontMatter) ?? edgeOriginal(body);
  return {
    shape: 'markdown',
    frontMatter,
    html: renderMarkdown(undoDialects(body, path)),
    isPublishersMarkup: false,
    title: null,
    originalUrl,
    ownUrl: null,
  };
}

function frontMatterOriginal(frontMatter: FrontMatter): string | null {
  for (const key of originalKeys) {
    const value = firstString(frontMatter, [key]);
    if (value !== null && /^https?:\/\/[^\s/]+\/\S/iu.test(value)) return value;
  }
  return null;
}

function edgeOriginal(body: string): string | null {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const edges = [...lines.slice(0, edgeLines), ...lines.slice(Math.max(edgeLines, lines.length - edgeLines))];
  const line = edges.find((candidate) => /^[\s>*_（(]*(?:原文|original)/iu.test(candidate) && statedOriginal(candidate) !== null);
  return line === undefined ? null : statedOriginal(line);
}
