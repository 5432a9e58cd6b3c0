import { findAlike } from '#main/search/alike.ts';
import { fold } from '#main/search/folding.ts';
import { neverStop, type StopCheck } from '#main/search/stop-check.ts';
import { dayNumber } from '#main/store/archive/article-row-id.ts';
import { type ArticleRow, findRowsById } from '#main/store/archive/article-rows.ts';
import { countAllArticles } from '#main/store/archive/counts.ts';
import { readNeighbours, readSharedSections, readSharedTopics } from '#main/store/archive/related.ts';
import type { ArticleId } from '#preload/contract/library-types.ts';
import type { RelatedArticles, RelatedReason } from '#preload/contract/related-types.ts';
import { requireArticle } from './article-detail.ts';
import { articlesLinkedFrom, articlesLinkingTo } from './linked-articles.ts';
import type { Library } from './library.ts';
import { summarise } from './summaries.ts';

const maximumRows = 8;
/** A page that lists others would have nothing but those. */
const maximumLinked = 4;
/** To stand in the same section is the weakest of all reasons. */
const maximumOfSection = 3;
/** Looked at in time on either side, for each topic and each section. */
const topicNeighbours = 40;
const sectionNeighbours = 6;
/** So many of the most alike are asked where they lead, and the nearest of each topic and section. */
const maximumAsked = 30;
/** And so many on either side of it in time: links mostly lead to what was said a few days before. */
const askedPerSide = 15;

const weights = { linked: 3, 'links-here': 2, topics: 0.6, section: 0.05 } as const;
/** It stays in the library, behind what the archive still publishes. */
const removedFactor = 0.8;

interface Candidate {
  score: number;
  /** How much alike it is, from 0 to 1. */
  share: number;
  readonly reasons: RelatedReason[];
}

/** Candidates by their row numbers. */
type Candidates = Map<number, Candidate>;

function give(candidates: Candidates, rowId: number, score: number, reason: RelatedReason): Candidate {
  const candidate = candidates.get(rowId) ?? { score: 0, share: 0, reasons: [] };
  candidate.score += score;
  candidate.reasons.push(reason);
  candidates.set(rowId, candidate);
  return candidate;
}

/** What to read beside an article: what it leads to and what leads to it, what has its topics, and what is alike. */
export function relatedArticles(
  library: Library,
  { id }: { readonly id: ArticleId },
  checkStopped: StopCheck = neverStop,
): RelatedArticles {
  const row = requireArticle(library, id);
  const candidates = gather(library, row, checkStopped);
  candidates.delete(row.rowId);
  checkStopped();
  const chosen = choose(library, row, candidates);
  const articles = summarise(library, chosen);
  return {
    rows: articles.map((article, at) => ({ article, reasons: candidates.get(chosen[at]?.rowId ?? 0)?.reasons ?? [] })),
  };
}

/** The strongest reasons are given first. */
function gather(library: Library, row: ArticleRow, checkStopped: StopCheck): Candidates {
  const { archive } = library;
  const candidates: Candidates = new Map();
  const linked = articlesLinkedFrom(library, row, maximumRows);
  for (const [at, { rowId }] of linked.entries()) give(candidates, rowId, weights.linked - at * 0.01, { kind: 'linked' });
  checkStopped();
  const articles = countAllArticles(archive);
  const topics = readSharedTopics(archive, row.rowId, topicNeighbours);
  const alike = findAlike(archive, { title: row.title, lead: row.excerpt }, { rowId: row.rowId, articles }, checkStopped);
  const sections = readSharedSections(archive, row.rowId, sectionNeighbours);
  const asked = [
    ...alike.slice(0, maximumAsked).map(({ rowId }) => rowId),
    ...topics.flatMap(nearest),
    ...sections.flatMap(nearest),
    ...readNeighbours(archive, row.archiveId, row.rowId, askedPerSide),
  ];
  checkStopped();
  for (const rowId of articlesLinkingTo(library, row, asked))
    give(candidates, rowId, weights['links-here'], { kind: 'links-here' });
  giveTopics(candidates, topics, articles);
  for (const { rowId, share } of alike) give(candidates, rowId, 0, { kind: 'alike' }).share = share;
  for (const { name, rowIds } of sections)
    for (const rowId of rowIds)
      if (!candidates.has(rowId)) give(candidates, rowId, weights.section, { kind: 'section', section: name });
  return candidates;
}

const nearest = ({ rowIds }: { readonly rowIds: readonly number[] }): readonly number[] => rowIds.slice(0, sectionNeighbours);

/** What few articles have says more than what many have. */
function giveTopics(candidates: Candidates, topics: ReturnType<typeof readSharedTopics>, articles: number): void {
  const weightOf = (having: number): number => Math.log(1 + articles / having);
  const whole = topics.reduce((sum, topic) => sum + weightOf(topic.articles), 0);
  const shared = new Map<number, { score: number; names: string[] }>();
  for (const topic of topics)
    for (const rowId of topic.rowIds) {
      const known = shared.get(rowId) ?? { score: 0, names: [] };
      known.score += weightOf(topic.articles) / whole;
      known.names.push(topic.name);
      shared.set(rowId, known);
    }
  for (const [rowId, { score, names }] of shared)
    give(candidates, rowId, score * weights.topics, { kind: 'topics', topics: names });
}

/** More than are shown, since some are the same article in another edition. */
const maximumConsidered = 60;

function choose(library: Library, row: ArticleRow, candidates: Candidates): ArticleRow[] {
  const distance = (rowId: number): number => Math.abs(rowId - row.rowId);
  const best = [...candidates]
    .toSorted(([one, of], [other, than]) => than.score + than.share - of.score - of.share || distance(one) - distance(other))
    .slice(0, maximumConsidered)
    .map(([rowId]) => rowId);
  const scored = findRowsById(library.archive, best).map((article) => ({ article, score: scoreOf(article, candidates) }));
  const rows = scored.filter(({ score }) => score > 0).toSorted((one, other) => other.score - one.score);
  const [chosen, spare]: [typeof rows, typeof rows] = [[], []];
  const isOf = (rowId: number, kind: RelatedReason['kind']): boolean => candidates.get(rowId)?.reasons[0]?.kind === kind;
  for (const one of rows) {
    const { rowId } = one.article;
    const isEnough = (kind: RelatedReason['kind'], most: number): boolean =>
      isOf(rowId, kind) && chosen.filter(({ article }) => isOf(article.rowId, kind)).length >= most;
    const known = [row, ...[...chosen, ...spare].map(({ article }) => article)];
    if (known.some((article) => isSameArticle(article, one.article)) || isEnough('section', maximumOfSection)) continue;
    if (isEnough('linked', maximumLinked)) spare.push(one);
    else if (chosen.push(one) === maximumRows) break;
  }
  const filled = [...chosen, ...spare].slice(0, maximumRows).toSorted((one, other) => other.score - one.score);
  return filled.map(({ article }) => article);
}

/** A long text has a little of everything: of so many minutes what it shares counts half. */
const longMinutes = 20;
const leastShare = 0.1;

/** 0 where there is no reason left. */
function scoreOf({ rowId, readingMinutes, isRemovedUpstream }: ArticleRow, candidates: Candidates): number {
  const { score, share } = candidates.get(rowId) ?? { score: 0, share: 0 };
  const fairShare = share / (1 + readingMinutes / longMinutes);
  if (score === 0 && fairShare < leastShare) return 0;
  return (score + fairShare) * (isRemovedUpstream ? removedFactor : 1);
}

/** Of the same title, within so many days or with the same beginning: the same article from another place or in another script. */
const editionDays = 2;
const comparedLength = 30;

function isSameArticle(one: ArticleRow, other: ArticleRow): boolean {
  if (plain(one.title) !== plain(other.title)) return false;
  const isNear = Math.abs(dayNumber(one.publishedOn) - dayNumber(other.publishedOn)) <= editionDays;
  return isNear || plain(one.excerpt).slice(0, comparedLength) === plain(other.excerpt).slice(0, comparedLength);
}

const plain = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, '');
