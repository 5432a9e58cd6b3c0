import { type CleanElement, elementsOf, headingLevel, textOf } from './clean-node.ts';
import { firstString, type FrontMatter } from './front-matter.ts';

const titleLimit = 500;
/** Of two languages the one that the page names without more. */
const titleKeys = ['title', '标题', '標題', 'headline', 'title_zh', 'title_cn', 'title_en'];

export interface TitleEvidence {
  /** As the page's shape states it. */
  readonly stated: string | null;
  readonly frontMatter: FrontMatter;
  /** Of the HTML document. */
  readonly documentTitle: string | null;
  readonly path: string;
}

/**
 * The title, taken out of the body where it stands there as a heading: the shape's own; front matter; the first heading of
 * the highest level; the document's title; a heading at the very top; the file's name.
 */
export function takeTitle(body: CleanElement, evidence: TitleEvidence): string {
  const stated = evidence.stated ?? firstString(evidence.frontMatter, titleKeys);
  const top = body.children.find((child) => headingLevel(child) === 1);
  const first = body.children.find((child) => child.kind === 'text' || child.name !== 'hr');
  if (stated !== null) {
    for (const heading of [top, first])
      if (heading?.kind === 'element' && isSame(headingText(heading), stated)) remove(body, heading);
    return cut(stated);
  }
  if (top?.kind === 'element' && headingText(top) !== '') return cut(taken(body, top));
  const isHeadingFirst = first?.kind === 'element' && headingLevel(first) > 0 && !hasLink(first) && headingText(first) !== '';
  if (isHeadingFirst && (evidence.documentTitle === null || isSame(headingText(first), evidence.documentTitle)))
    return cut(taken(body, first));
  return cut(evidence.documentTitle ?? nameOf(evidence.path));
}

function headingText(heading: CleanElement): string {
  return headingLevel(heading) === 0
    ? ''
    : textOf(heading)
        .replaceAll(/[^\S\u3000]+/gu, ' ')
        .trim();
}

function hasLink(heading: CleanElement): boolean {
  return [...elementsOf(heading)].some(({ name }) => name === 'a');
}

function isSame(one: string, other: string): boolean {
  const plain = (text: string): string => text.replaceAll(/[\s\p{P}\p{S}]+/gu, '').toLowerCase();
  return one !== '' && plain(one) === plain(other);
}

function remove(body: CleanElement, heading: CleanElement): void {
  body.children = body.children.filter((child) => child !== heading);
}

function taken(body: CleanElement, heading: CleanElement): string {
  remove(body, heading);
  return headingText(heading);
}

function cut(title: string): string {
  return title
    .slice(0, titleLimit)
    .replace(/[\ud800-\udbff]$/u, '')
    .normalize('NFC');
}

/** A front page is called after its folder. */
function nameOf(path: string): string {
  const parts = path.split('/');
  const base = (parts.at(-1) ?? '').replace(/\.[^.]+$/u, '');
  const name = /^(?:readme|_?index)$/iu.test(base) && parts.length > 1 ? (parts.at(-2) ?? base) : base;
  const words = name
    .replace(/^(?:\d{4}[-_.]?\d{2}[-_.]?\d{2}|0\d{1,2})[-_. ]+(?=\S)/u, '')
    .replaceAll(/[-_]+/gu, ' ')
    .trim();
  return words || name || path;
}
