import { convertMarked } from '#main/read/convert-marked.ts';
import { type ShownText, textAsPublished } from '#main/read/shown-text.ts';
import type { ArticleDetail, ArticlePage, ArticleSummary, LibraryOverview } from '#preload/contract/library-types.ts';
import type { RelatedArticles, RelatedReason } from '#preload/contract/related-types.ts';
import type { SearchAnswer, SearchHit } from '#preload/contract/search-types.ts';
import type { Library } from './library.ts';

/**
 * What the window shows of the library in words is written in the script that the reader chose. Queries, ids and addresses stay
 * as they are.
 */
interface ShownAnswers {
  readonly 'library.overview': LibraryOverview;
  readonly 'articles.list': ArticlePage;
  readonly 'articles.related': RelatedArticles;
  readonly 'articles.show': ArticleDetail;
  readonly 'search.run': SearchAnswer;
}

const unknownLanguage = 'und';

/** The words of an article that stand around its body. */
export function convertSummary<Summary extends ArticleSummary>(article: Summary, { convert, languageOf }: ShownText): Summary {
  const { title, titleLanguage, language, source, byline, excerpt } = article;
  return {
    ...article,
    title: convert(title, titleLanguage),
    titleLanguage: languageOf(titleLanguage),
    language: languageOf(language),
    source: source && convert(source, language),
    byline: byline && convert(byline, language),
    excerpt: convert(excerpt, language),
    sections: article.sections.map((name) => convert(name, unknownLanguage)),
    topics: article.topics.map((topic) => convert(topic, language)),
  };
}

function convertHit(hit: SearchHit, shown: ShownText): SearchHit {
  const { titleLanguage, language } = hit.article;
  const title = convertMarked({ text: hit.title, marks: hit.titleMarks }, (text) => shown.convert(text, titleLanguage));
  return {
    ...hit,
    title: title.text,
    titleMarks: title.marks,
    snippets: hit.snippets.map((snippet) => convertMarked(snippet, (text) => shown.convert(text, language))),
    article: { ...convertSummary(hit.article, shown), title: title.text },
  };
}

function convertReason(reason: RelatedReason, { convert }: ShownText, language: string): RelatedReason {
  if (reason.kind === 'topics') return { ...reason, topics: reason.topics.map((topic) => convert(topic, language)) };
  return reason.kind === 'section' ? { ...reason, section: convert(reason.section, unknownLanguage) } : reason;
}

const converters: {
  readonly [Name in keyof ShownAnswers]: (answer: ShownAnswers[Name], shown: ShownText) => ShownAnswers[Name];
} = {
  'library.overview': (overview, { convert }) => ({
    ...overview,
    sections: overview.sections.map((section) => ({
      ...section,
      name: convert(section.name, unknownLanguage),
      group: section.group && convert(section.group, unknownLanguage),
    })),
    sources: overview.sources.map((source) => ({ ...source, label: convert(source.name, unknownLanguage) })),
    topics: overview.topics.map((topic) => ({ ...topic, label: convert(topic.name, unknownLanguage) })),
  }),
  'articles.list': (page, shown) => ({ ...page, rows: page.rows.map((row) => convertSummary(row, shown)) }),
  'articles.show': (article, shown) => ({
    ...convertSummary(article, shown),
    outline: article.outline.map((entry) => ({ ...entry, text: shown.convert(entry.text, article.language) })),
  }),
  'articles.related': ({ rows }, shown) => ({
    rows: rows.map(({ article, reasons }) => ({
      article: convertSummary(article, shown),
      reasons: reasons.map((reason) => convertReason(reason, shown, article.language)),
    })),
  }),
  'search.run': (answer, shown) => ({ ...answer, hits: answer.hits.map((hit) => convertHit(hit, shown)) }),
};

/** Any other answer comes back as it is. */
export async function inShownScript(library: Library, name: string, answer: unknown): Promise<unknown> {
  if (!Object.hasOwn(converters, name)) return answer;
  const shown = await library.shownText();
  if (shown === textAsPublished) return answer;
  // Name and answer belong together: both come from the table of requests.
  const convert = converters[name as keyof ShownAnswers] as (answer: unknown, shown: ShownText) => unknown;
  return convert(answer, shown);
}
