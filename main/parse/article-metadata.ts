import type { CleanElement } from './clean-node.ts';
import type { DocumentFacts } from './document-facts.ts';
import { bylineOf } from './find-byline.ts';
import { editorOf } from './find-editor.ts';
import { issueNumberOf } from './find-issue-number.ts';
import { sourceOf } from './find-source.ts';
import { topicsOf } from './find-topics.ts';
import { allStrings, firstString, type FrontMatter } from './front-matter.ts';
import type { PageInput, ParsedArticle } from './parsed-page.ts';
import { publishDayOf } from './publish-day.ts';
import { joinNames } from './tidy-names.ts';

export interface MetadataEvidence {
  readonly frontMatter: FrontMatter;
  readonly facts: DocumentFacts | null;
  readonly originalUrl: string | null;
  readonly title: string;
  readonly body: CleanElement;
  /** With furniture: metadata may stand there. */
  readonly text: string;
}

type Metadata = Pick<
  ParsedArticle,
  'publishedOn' | 'isDateEstimated' | 'source' | 'byline' | 'editor' | 'issueNumber' | 'originalUrl' | 'topics'
>;

const sourceKeys = ['source', 'publisher', '来源', '來源'];
const bylineKeys = ['author', 'authors', 'byline', '作者'];
const editorKeys = ['editor', 'editors', '编辑', '編輯', '责任编辑', '責任編輯'];
const topicKeys = ['tags', 'tag', 'categories', 'category', 'keywords', '标签', '標籤'];

/** What a page says about its article, by its own statements, its text and its addresses. */
export function metadataOf(evidence: MetadataEvidence, { path, fallbackDay }: PageInput): Metadata {
  const { frontMatter, facts, originalUrl, title, body, text } = evidence;
  return {
    ...publishDayOf({ path, title, text, originalUrl, frontMatter, stated: facts?.published ?? null, fallbackDay }),
    source: sourceOf({ originalUrl, text, stated: firstString(frontMatter, sourceKeys) ?? facts?.siteName ?? null }),
    byline: bylineOf(text, statedNames(frontMatter, bylineKeys) ?? joinNames(facts?.author ? [facts.author] : [])),
    editor: editorOf(text, statedEditor(frontMatter)),
    issueNumber: issueNumberOf({ title, frontMatter, path }),
    originalUrl,
    topics: topicsOf(body, [...allStrings(frontMatter, topicKeys), ...(facts?.keywords ?? [])], originalUrl),
  };
}

/** A single word without a capital is the program that a page is edited with. */
function statedEditor(frontMatter: FrontMatter): string | null {
  const names = statedNames(frontMatter, editorKeys);
  return names === null || /^[\p{Ll}\d.-]+$/u.test(names) ? null : names;
}

/** Names of the first key that is filled, as the page has them. */
function statedNames(frontMatter: FrontMatter, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = frontMatter[key] ?? [];
    const names = joinNames(typeof value === 'string' ? [value] : value);
    if (names !== null) return names;
  }
  return null;
}
