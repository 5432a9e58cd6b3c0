import type { ReadableDb } from '#main/store/database.ts';
import { dayOfRowId } from '#main/store/archive/article-row-id.ts';
import type { Facet, SearchFacets } from '#preload/contract/search-types.ts';
import { findNewest } from './find-articles.ts';
import { plainName } from './names.ts';
import { planQuery } from './plan-query.ts';
import { neverStop, type StopCheck } from './stop-check.ts';

/** So many of the newest hits are counted: reading what they are takes longer than finding them. */
const maximumCounted = 5_000;
const maximumFacets = 50;

/** Row numbers of hits are bound as a JSON array. */
const bySource = `
  SELECT source AS name, count(*) AS count FROM json_each(?) AS wanted CROSS JOIN article ON article.id = wanted.value
  WHERE source IS NOT NULL GROUP BY source`;
const bySection = `
  SELECT section.name AS name, count(DISTINCT article_id) AS count
  FROM json_each(?) AS wanted CROSS JOIN section_article ON section_article.article_id = wanted.value
  CROSS JOIN section ON section.id = section_article.section_id GROUP BY section.name`;
const byArchive = `
  SELECT archive_id AS name, count(*) AS count
  FROM json_each(?) AS wanted CROSS JOIN archive_article ON archive_article.article_id = wanted.value GROUP BY archive_id`;

export const facetSql = { bySource, bySection, byArchive } as const;

const emptyFacets: SearchFacets = { countedHits: 0, isExact: true, archives: [], sections: [], sources: [], years: [] };

/** By what the hits can be narrowed. Archives are labelled with their ids. */
export function findFacets(db: ReadableDb, query: string, checkStopped: StopCheck = neverStop): SearchFacets {
  const { tree, plan } = planQuery(db, query);
  if (!tree || !plan) return emptyFacets;
  const found = findNewest(db, plan, maximumCounted + 1);
  const ids = found.slice(0, maximumCounted);
  // Behind alternatives a filter would belong to the last of them only; a plus makes it a condition on all.
  const sign = tree.kind === 'or' ? '+' : '';
  const parameters = [JSON.stringify(ids)];
  const countBy = (sql: string, field: string): Facet[] => {
    checkStopped();
    return db
      .all<{ name: string; count: number }>(sql, parameters)
      .map(({ name, count }) => ({ label: name, filter: `${sign}${field}:"${plainName(name)}"`, count }))
      .toSorted((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1))
      .slice(0, maximumFacets);
  };
  return {
    countedHits: ids.length,
    isExact: found.length <= maximumCounted,
    archives: countBy(byArchive, 'archive'),
    sections: countBy(bySection, 'section'),
    sources: countBy(bySource, 'source'),
    years: countYears(ids, sign),
  };
}

function countYears(ids: readonly number[], sign: string): Facet[] {
  const counts = new Map<number, number>();
  for (const id of ids) {
    const year = new Date(dayOfRowId(id) * 86_400_000).getUTCFullYear();
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([one], [other]) => other - one)
    .map(([year, count]) => {
      const [first, next] = [String(year).padStart(4, '0'), String(year + 1).padStart(4, '0')];
      return { label: first, filter: `${sign}after:${first} ${sign}before:${next}`, count };
    });
}
