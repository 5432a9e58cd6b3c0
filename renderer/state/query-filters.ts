/** A filter stands alone between spaces: `after:2020` is no part of `after:2020-05`. */
const placeOf = (query: string, filter: string): number => {
  for (let at = query.indexOf(filter); at >= 0; at = query.indexOf(filter, at + 1)) {
    const [before, after] = [query[at - 1] ?? ' ', query[at + filter.length] ?? ' '];
    if (before.trim() === '' && after.trim() === '') return at;
  }
  return -1;
};

export const hasFilter = (query: string, filter: string): boolean => placeOf(query, filter) >= 0;

/** The search with the filter behind it, or without it where it was there. */
export const toggleFilter = (query: string, filter: string): string => {
  const at = placeOf(query, filter);
  if (at < 0) return `${query.trim()} ${filter}`;
  return `${query.slice(0, at).trimEnd()} ${query.slice(at + filter.length).trimStart()}`.trim();
};
