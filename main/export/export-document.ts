import type { ExportOptions } from '#preload/contract/export-types.ts';
import type { ArticleId, Day, LanguageTag } from '#preload/contract/library-types.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import type { ArticleToExport, ExportSource } from './export-source.ts';

export interface NumberedArticle extends ArticleToExport {
  /** From 1 on, within the document. */
  readonly number: number;
}

/** What one file holds. */
export interface ExportDocument {
  readonly title: string;
  readonly language: LanguageTag;
  readonly articles: readonly NumberedArticle[];
  /** Null for a document in one volume. */
  readonly volume: { readonly number: number; readonly of: number } | null;
  /** The day it was made, where the file may say so. */
  readonly madeOn: Day | null;
}

export interface WritingTools {
  readonly source: ExportSource;
  readonly options: ExportOptions;
  /** Of the words around the articles. */
  readonly language: InterfaceLanguage;
  readonly signal: AbortSignal;
  /** Called after each article. */
  onArticle(): void;
}

export function articleAnchor(number: number): string {
  return `a${number}`;
}

/** Where the other articles of the document are: what a link to one of them leads to. */
export function numbersById(document: Pick<ExportDocument, 'articles'>): ReadonlyMap<ArticleId, number> {
  return new Map(document.articles.map(({ head, number }) => [head.id, number]));
}

export function isSingle(document: ExportDocument): boolean {
  return document.articles.length === 1 && document.volume === null;
}

/** Of the text of most articles; what could not be told counts for nothing. */
export function mainLanguage(articles: readonly ArticleToExport[]): LanguageTag {
  const counts = new Map<LanguageTag, number>();
  for (const { head } of articles) if (head.language !== 'und') counts.set(head.language, (counts.get(head.language) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? 'und';
}
