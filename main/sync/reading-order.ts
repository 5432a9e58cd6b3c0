import type { FileEntry } from '#main/source/source.ts';

const byNumberInside = new Intl.Collator('en', { numeric: true });

function isListing(path: string): boolean {
  return /(^|\/)(readme|index)\.[a-z]+$/i.test(path) || /^(indexes|index)\//i.test(path);
}

/**
 * The order in which pages are fetched: front and index pages first, so that sections have names when their articles
 * arrive. On a first sync the newest follow, which in every archive seen so far are the ones with the greatest number in
 * their path; later the oldest do, since each new article takes its place above those that are there.
 */
export function inReadingOrder(entries: readonly FileEntry[], isFirstSync: boolean): FileEntry[] {
  const rank = (entry: FileEntry): number => (isListing(entry.path) ? 0 : 1);
  const direction = isFirstSync ? -1 : 1;
  return entries.toSorted((a, b) => rank(a) - rank(b) || direction * byNumberInside.compare(a.path, b.path));
}
