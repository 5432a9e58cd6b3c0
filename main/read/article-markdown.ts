import TurndownService from 'turndown';
import type { ArticlePicture } from '#preload/contract/library-types.ts';

/** CommonMark of a stored body; tables stay HTML, as Markdown has no general form for them. `pictures` as in the article. */
export function bodyToMarkdown(html: string, pictures: readonly Pick<ArticlePicture, 'url' | 'alt'>[]): string {
  const turndown = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced' });
  turndown.keep(['table', 'ruby', 'sub', 'sup', 'kbd']);
  const withSources = html.replaceAll(/<img data-picture="(\d+)"/g, (tag, place: string) => {
    const picture = pictures[Number(place)];
    return picture ? `<img src="${picture.url.replaceAll('"', '%22')}"` : tag;
  });
  const links = withSources.replaceAll(' href="page:', ' href="/');
  return `${turndown.turndown(links)}\n`;
}
