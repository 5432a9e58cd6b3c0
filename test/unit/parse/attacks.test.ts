import { describe, expect, it } from 'vitest';
import type { ParsedArticle } from '#main/parse/parsed-page.ts';
import { parsePage } from '#main/parse/parse-page.ts';
import { attackPage, attackShapes } from '#test/helpers/attack-pages.ts';
import { attackVectors } from '#test/helpers/attack-vectors.ts';
import { bodyAsPage } from './archive-pages.ts';
import { forbiddenMarkup } from './forbidden-markup.ts';

const vectors = attackVectors();

const isWebAddress = (url: string): boolean => /^https?:\/\/[^\s/]/u.test(url);
/** As a browser would read it on some page: it stays on the host, below the folder. */
const isPathInside = (path: string): boolean => new URL(path, 'https://base.example/').href.startsWith('https://base.example/');

it('there are attacks enough to mean something', () => {
  expect(vectors.length).toBeGreaterThan(2_500);
  const asHtml = vectors.filter(({ language }) => language === 'html');
  expect(asHtml.filter(({ markup }) => forbiddenMarkup(markup).length > 0).length / asHtml.length).toBeGreaterThan(0.95);
});

describe.each(attackShapes)('attacks in $name', (shape) => {
  /** Pages in which an attack's bytes are no text are refused; in all others there is an article. */
  const articles = vectors.flatMap((vector) => {
    const result = parsePage(attackPage(shape, vector));
    return result.ok || result.code !== 'page-not-text' ? [{ vector, article: result.ok ? result.page.article : null }] : [];
  });
  /** What is wrong, with the vector that brought it about: an empty list when nothing is. */
  const faultsOf = (faults: (article: ParsedArticle) => readonly string[]): readonly string[] =>
    articles.flatMap(({ vector, article }) =>
      (article === null ? ['no article'] : faults(article)).map((fault) => `${fault} from ${vector.markup}`),
    );

  it('leave the words around them', () => {
    expect(articles.length / vectors.length).toBeGreaterThan(0.95);
    expect(faultsOf(({ text }) => (text.includes(shape.word) ? [] : [text]))).toEqual([]);
  });

  it('leave nothing forbidden in the body', () => {
    expect(faultsOf(({ html }) => forbiddenMarkup(html))).toEqual([]);
  });

  it('leave no address that could be anything but a page, a picture or a web address', () => {
    const badOnes = (article: ParsedArticle): readonly string[] => [
      ...article.pictures.map(({ url }) => url).filter((url) => !isWebAddress(url) && !isPathInside(url)),
      ...article.links.map(({ url }) => url).filter((url) => !/^(?:https?:\/\/|mailto:|page:|#at-)/u.test(url)),
      ...(article.originalUrl === null || isWebAddress(article.originalUrl) ? [] : [article.originalUrl]),
    ];
    expect(faultsOf(badOnes)).toEqual([]);
  });

  it('leave a language and a day that are such', () => {
    const badOnes = ({ language, titleLanguage, publishedOn }: ParsedArticle): readonly string[] => [
      ...[language, titleLanguage].filter((tag) => !/^[a-z]{2,3}(?:-[A-Za-z]{2,8})*$/u.test(tag)),
      ...[publishedOn].filter((day) => !/^\d{4}-\d{2}-\d{2}$/u.test(day)),
    ];
    expect(faultsOf(badOnes)).toEqual([]);
  });

  it('leave a body that read again gives itself', () => {
    const differing = (article: ParsedArticle): readonly string[] => {
      if (article.html === '') return [];
      const again = parsePage(bodyAsPage(article, shape.path));
      const html = again.ok ? again.page.article?.html : again.message;
      return html === article.html ? [] : [`${article.html.slice(-300)} became ${html?.slice(-300) ?? 'nothing'}`];
    };
    expect(faultsOf(differing)).toEqual([]);
  });
});
