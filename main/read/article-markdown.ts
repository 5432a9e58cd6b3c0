import TurndownService from 'turndown';
import type { ArticlePicture } from '#preload/contract/library-types.ts';

/** CommonMark of a piece of HTML; tables stay HTML, as Markdown has no general form for them. Ends with a line feed. */
export function htmlToMarkdown(html: string): string {
  const turndown = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced' });
  turndown.keep(['table', 'ruby', 'sub', 'sup', 'kbd']);
  neutralise(turndown);
  return `${turndown.turndown(withHarmlessWords(html))}\n`;
}

/**
 * Text stays text: Markdown takes `<script>` that an article only writes about for HTML, and whatever shows the Markdown may run
 * it. Every `<` is escaped, since the rest of a tag may stand in the next node.
 */
function neutralise(turndown: TurndownService): void {
  const escape = turndown.escape.bind(turndown);
  turndown.escape = (text) => escape(text).replaceAll('<', '\\<');
}

const pictureTag = /<img\b(?:[^">]|"[^"]*")*>/gu;
/** The words for a picture are not escaped as text is: there a `<` has to stand as Markdown can write it. */
const withHarmlessWords = (html: string): string =>
  html.replaceAll(pictureTag, (tag) =>
    tag.replaceAll(/ alt="[^"]*"/gu, (words) => words.replaceAll(/<|&lt;|&#0*60;|&#x0*3c;/giu, '&amp;lt;')),
  );

/** Text that stands in one line of Markdown and means nothing but itself. */
export function escapeLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll(/[\\`*_[\]<>#|~]/gu, (character) => `\\${character}`);
}

/** The same of a stored body. `pictures` as in the article. */
export function bodyToMarkdown(html: string, pictures: readonly Pick<ArticlePicture, 'url' | 'alt'>[]): string {
  const withSources = html.replaceAll(/<img data-picture="(\d+)"/g, (tag, place: string) => {
    const picture = pictures[Number(place)];
    return picture ? `<img src="${picture.url.replaceAll('"', '%22')}"` : tag;
  });
  return htmlToMarkdown(withSources.replaceAll(' href="page:', ' href="/'));
}
