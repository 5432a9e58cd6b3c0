import { uncoverMarkup } from './escaped-markup.ts';
import { consistsOfLinks, isNavigationRow, isRuleLine } from './navigation-row.ts';
import { renderInlineMarkdown, renderMarkdown } from './render-markdown.ts';
import { cutShareFooter } from './share-footer.ts';

/** A page that a mirror script made around an article: its title as Markdown and HTML of the article as it was published. */
export interface MirrorPage {
  /** Markdown. */
  readonly title: string;
  readonly html: string;
  readonly isPublishersMarkup: boolean;
  readonly originalUrl: string | null;
  readonly ownUrl: string | null;
}

const titleLine = /^#{1,4}\s+(\S.*)$/u;
const markupLine =
  /^<(?:!--|\/?(?:div|p|table|figure|article|section|center|blockquote|ul|ol|h[1-6]|span|font|img|b|strong|a|br|hr|video|iframe)\b)/iu;

/**
 * Null for any other page: a mirror page is known by its title over a dashed rule together with navigation rows or a footer
 * that states where the page and its original are, never by its words alone.
 */
export function readMirrorPage(text: string, path: string): MirrorPage | null {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const [, title] = titleLine.exec(lines[first] ?? '') ?? [];
  if (title === undefined || !isRuleLine(lines[first + 1] ?? '')) return null;
  const { content, originalUrl, ownUrl, hasFooter } = cutShareFooter(lines.slice(first + 2), path);
  const hasMarkup = content.some((line) => markupLine.test(line));
  const kept = content.filter((line) => !(hasMarkup ? isNavigationRow(line) : /^#{3,6} /u.test(line) && consistsOfLinks(line)));
  if (!hasFooter && kept.length === content.length) return null;
  const start = kept.findIndex((line) => markupLine.test(line));
  const isPublishersMarkup = start >= 0;
  const head = kept.slice(0, isPublishersMarkup ? start : kept.length).join('\n');
  const html = (head.trim() === '' ? '' : renderMarkdown(head)) + (isPublishersMarkup ? publishersMarkup(kept.slice(start)) : '');
  return { title: title.replace(/\s+#+\s*$/u, ''), html, isPublishersMarkup, originalUrl, ownUrl };
}

/** The publisher's HTML as it was meant; a Markdown heading of the mirror between its parts becomes a heading. */
function publishersMarkup(lines: readonly string[]): string {
  const html = lines.map((line) =>
    /^#{2,6} /u.test(line) ? `<h4>${renderInlineMarkdown(line.replace(/^#+\s+/u, ''))}</h4>` : line,
  );
  return uncoverMarkup(html.join('\n'));
}
