import { expect, it } from 'vitest';
import { inReadingOrder } from '#main/sync/reading-order.ts';

it('fetches front and index pages first, then the newest pages; later syncs go from old to new', () => {
  const paths = ['pages/soh/9.md', 'pages/soh/100.md', 'README.md', 'pages/soh/20.md', 'indexes/北美.md', 'docs/index.html'];
  const entries = paths.map((path) => ({ path, oid: path }));
  const ordered = inReadingOrder(entries, true).map((entry) => entry.path);
  expect(new Set(ordered.slice(0, 3))).toEqual(new Set(['README.md', 'indexes/北美.md', 'docs/index.html']));
  expect(ordered.slice(3)).toEqual(['pages/soh/100.md', 'pages/soh/20.md', 'pages/soh/9.md']);
  const later = inReadingOrder(entries, false).map((entry) => entry.path);
  expect(later.slice(3)).toEqual(['pages/soh/9.md', 'pages/soh/20.md', 'pages/soh/100.md']);
});
