import { createHash } from 'node:crypto';
import type { ArticleId } from '#preload/contract/library-types.ts';
import type { NumberedArticle } from './export-document.ts';

/**
 * What a link of an article becomes: the other article where it is in the same document, the address itself where it leads out.
 * A page that is only in the library, or nowhere, is no place that a file could lead to.
 */
export function hrefGiver(
  article: NumberedArticle,
  numbers: ReadonlyMap<ArticleId, number>,
  placeOf: (number: number) => string,
): (url: string) => string | null {
  return (url) => {
    const id = article.articleOf(url);
    const number = id === null ? undefined : numbers.get(id);
    if (number !== undefined) return placeOf(number);
    return /^(?:https?|mailto):/iu.test(url) ? outside(url) : null;
  };
}

/** As the standard of addresses has it, which is stricter than browsers are; null for what none can read. */
function outside(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const [address = '', ...fragments] = new URL(url).href.split('#');
  const escaped = [address, ...(fragments.length === 0 ? [] : [fragments.join('%23')])].map((part) =>
    part
      .replaceAll(/%(?![0-9a-f]{2})/giu, '%25')
      .replaceAll(/[^\w\-.~:/?@!$&'()*+,;=%]/gu, (character) => encodeURIComponent(character)),
  );
  return escaped.join('#');
}

/** A short id that XML takes, the same for the same words. */
export function shortId(number: number, id: string): string {
  return `a${number}-${createHash('sha256').update(id).digest('hex').slice(0, 12)}`;
}
