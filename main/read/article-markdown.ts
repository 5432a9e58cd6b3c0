import TurndownService from 'turndown';
import type { ArticlePicture } from '#preload/contract/library-types.ts';

/** CommonMark of a piece of HTML; tables stay HTML, as Markdown has no general form for them. Ends with a line feed. */
export function htmlToMarkdown(html: string): string {
  const turndown = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced' });
  turndown.keep(['table', 'ruby', 'sub', 'sup', 'kbd']);
  return `${turndown.turndown(html)}\n`;
}

/** The same of a stored body. `pictures` as in the article. */
export function bodyToMarkdown(html: string, pictures: readonly Pick<ArticlePicture, 'url' | 'alt'>[]): string {
  const withSources = html.replaceAll(/<img data-picture="(\d+)"/g, (tag, place: string) => {
    const picture = pictures[Number(place)];
    return picture ? `<img src="${picture.url.replaceAll('"', '%22')}"` : tag;
  });
  return htmlToMarkdown(withSources.replaceAll(' href="page:', ' href="/'));
}
