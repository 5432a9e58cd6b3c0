import { createHash } from 'node:crypto';
import type { ArticleToExport, ExportSource, PictureBytes } from '#main/export/export-source.ts';
import type { ExportTools } from '#main/export/run-export.ts';
import { ReportedFailure } from '#main/failure.ts';

export interface SourceArticle {
  readonly id: string;
  readonly title?: string;
  readonly html?: string;
  readonly text?: string;
  readonly language?: string;
  readonly publishedOn?: string;
  readonly originalUrl?: string;
  readonly pictures?: readonly PictureBytes[];
  /** Ids by the address that a link has. */
  readonly links?: Readonly<Record<string, string>>;
  /** Why it cannot be read. */
  readonly isDamaged?: boolean;
}

const digestOf = ({ bytes }: PictureBytes): string => createHash('sha256').update(bytes).digest('hex');

function articleOf(given: SourceArticle): ArticleToExport {
  const {
    id,
    title = id,
    html = '<p>灯在黄昏点亮。</p>',
    text = '灯在黄昏点亮。',
    language = 'zh-Hans',
    pictures = [],
    links = {},
  } = given;
  return {
    html,
    text,
    pictures: pictures.map((picture, at) => ({
      url: `https://pictures.example/${at}.png`,
      isOfArticle: true,
      stored: { sha256: digestOf(picture), width: 4, height: 3 },
      reason: null,
    })),
    articleOf: (url) => links[url] ?? null,
    head: {
      id,
      archive: 'news',
      path: id.slice(id.indexOf(':') + 1),
      title,
      titleLanguage: language,
      language,
      publishedOn: given.publishedOn ?? '2021-05-03',
      isDateEstimated: false,
      source: '晨报',
      byline: null,
      sections: [],
      topics: [],
      originalUrl: given.originalUrl ?? null,
      excerpt: '',
      readingMinutes: 1,
      isRemovedUpstream: false,
      isBookmarked: false,
      isRead: false,
      editor: null,
      issueNumber: null,
      characters: 6,
      words: 0,
    },
  };
}

/** A library of these articles, whatever is asked for. */
export function sourceOf(articles: readonly SourceArticle[]): ExportSource {
  const pictures = new Map(articles.flatMap(({ pictures: all = [] }) => all.map((picture) => [digestOf(picture), picture])));
  return {
    list: (selection) => (selection.kind === 'articles' ? selection.ids : articles.map(({ id }) => id)),
    read: (id) => {
      const found = articles.find((article) => article.id === id);
      if (!found) throw new ReportedFailure({ code: 'not-found', message: `no article ${id}` });
      if (found.isDamaged) throw new ReportedFailure({ code: 'library-damaged', message: `${id} is damaged` });
      return articleOf(found);
    },
    title: (id) => articles.find((article) => article.id === id)?.title ?? null,
    picture: (sha256) => pictures.get(sha256) ?? null,
  };
}

export function exportTools(source: ExportSource, given: Partial<ExportTools> = {}): ExportTools {
  return {
    source,
    printer: null,
    language: 'zh-Hans',
    today: '2026-01-02',
    signal: new AbortController().signal,
    pass: () => Promise.resolve(),
    onProgress: () => undefined,
    ...given,
  };
}
