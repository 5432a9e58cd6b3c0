import { type HtmlToken, unescapeHtml } from './html-tokens.ts';

/** A picture where it stands in a body. */
export interface PlacedPicture {
  /** Which of the body's pictures, from 0. */
  readonly place: number;
  /** Plain text of the caption of the innermost figure that it stands in; empty for a picture in none. */
  readonly caption: string;
  /** A link leads somewhere else from it. */
  readonly isLinked: boolean;
}

interface OpenFigure {
  readonly pictures: HtmlToken[];
  caption: string;
}

/** Every picture of a body by its token, in the order of the body. Takes time in proportion to the body. */
export function picturesOfBody(tokens: readonly HtmlToken[]): ReadonlyMap<HtmlToken, PlacedPicture> {
  const captions = captionsOfPictures(tokens);
  const found = new Map<HtmlToken, PlacedPicture>();
  let links = 0;
  for (const token of tokens) {
    if (token.kind === 'text') continue;
    if (token.name === 'a') links += token.kind === 'open' ? 1 : -1;
    else if (token.name === 'img')
      found.set(token, { place: found.size, caption: captions.get(token) ?? '', isLinked: links > 0 });
  }
  return found;
}

function captionsOfPictures(tokens: readonly HtmlToken[]): ReadonlyMap<HtmlToken, string> {
  const captions = new Map<HtmlToken, string>();
  const figures: OpenFigure[] = [];
  let isInCaption = false;
  for (const token of tokens) {
    const figure = figures.at(-1);
    if (token.kind === 'text') {
      if (figure && isInCaption) figure.caption += unescapeHtml(token.raw);
    } else if (token.name === 'figcaption') isInCaption = token.kind === 'open';
    else if (token.name === 'img') figure?.pictures.push(token);
    else if (token.name === 'figure') {
      isInCaption = false;
      if (token.kind === 'open') figures.push({ pictures: [], caption: '' });
      else for (const picture of figures.pop()?.pictures ?? []) captions.set(picture, figure?.caption.trim() ?? '');
    }
  }
  return captions;
}
