import type { ParsedArticle } from '#main/parse/parsed-page.ts';
import { parsePage } from '#main/parse/parse-page.ts';
import { textAsPublished } from '#main/read/shown-text.ts';
import { renderArticlePage } from '#main/read/article-page.ts';
import type { PictureHere } from '#main/read/picture-for-reading.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';
import type { AttackVector } from '#test/helpers/attack.ts';
import { attackPage, attackShapes } from '#test/helpers/attack-pages.ts';

/** What the attacks leave behind. */
export interface AttackRemains {
  readonly articles: number;
  /** Bodies, each once. */
  readonly bodies: readonly string[];
  /** One article of each body, title and byline. */
  readonly told: readonly ParsedArticle[];
}

/** Every vector in every shape of page. */
export function remainsOf(vectors: readonly AttackVector[]): AttackRemains {
  const bodies = new Set<string>();
  const told = new Map<string, ParsedArticle>();
  let articles = 0;
  for (const shape of attackShapes) {
    for (const vector of vectors) {
      const result = parsePage(attackPage(shape, vector));
      const article = result.ok ? result.page.article : null;
      if (article === null) continue;
      articles += 1;
      bodies.add(article.html);
      const { html, title, byline, source, topics } = article;
      told.set(JSON.stringify([html, title, byline, source, topics]), article);
    }
  }
  return { articles, bodies: [...bodies], told: [...told.values()] };
}

const places = ['library', 'outside', 'missing'] as const;
/** Words of the attacks are searched for, so that marks stand among their remains. */
const find = 'before a x alert img script';

/** Large enough to be opened. */
const stored = { sha256: 'ab'.repeat(32), width: 64, height: 48 };

/** Every other one is stored. */
function picturesOf(articles: readonly ParsedArticle[]): readonly PictureHere[] {
  const urls = articles.flatMap(({ pictures }) => pictures.map(({ url }) => url));
  return urls.map((url, at) => ({ url, isOfArticle: true, stored: at % 2 === 0 ? stored : null, reason: null }));
}

export function inPortions<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_unused, at) => items.slice(at * size, (at + 1) * size));
}

/** The whole document of the article frame, for an article that holds what all of these hold. */
export function readingOf(articles: readonly ParsedArticle[]): string {
  const [first] = articles;
  if (first === undefined) throw new Error('there is nothing to read');
  const all = (textOf: (article: ParsedArticle) => string | null): string => articles.map(textOf).join(' ');
  return renderArticlePage({
    article: {
      ...first,
      id: 'attacks:a.md',
      archive: 'attacks',
      path: 'a.md',
      title: all(({ title }) => title),
      byline: all(({ byline }) => byline),
      source: all(({ source }) => source),
      sections: [all(({ topics }) => topics.join(' ')), all(({ title }) => title)],
      isRemovedUpstream: true,
      isBookmarked: false,
      isRead: false,
    },
    html: articles.map(({ html }) => html).join('\n'),
    body: 'article',
    replacedAt: '2021-06-15T06:20:00Z',
    find,
    language: 'en',
    messages: messagesFor('en'),
    placeOf: (url) => places[url.length % places.length] ?? 'outside',
    pictures: picturesOf(articles),
    shownText: textAsPublished,
  });
}
