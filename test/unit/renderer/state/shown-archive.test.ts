import { expect, it } from 'vitest';
import { linesOf } from '#renderer/state/place-lines.ts';
import { shownArchive } from '#renderer/state/shown-archive.ts';

it.each([
  [{ kind: 'archive', archiveId: 'news' } as const, 'other:a.md', 'news'],
  [{ kind: 'section', sectionId: 'news:indexes/a:b.md' } as const, null, 'news'],
  [{ kind: 'all' } as const, 'news:pages/a:b.md', 'news'],
  [{ kind: 'bookmarked' } as const, null, null],
])('of the list %j and the article %s the archive is %s', (scope, articleId, archive) => {
  expect(shownArchive(scope, articleId)).toBe(archive);
});

it('places are one a line, trimmed, each once', () => {
  expect(linesOf(' https://a.example/n \r\n\n/home/b\nhttps://a.example/n\n')).toEqual(['https://a.example/n', '/home/b']);
});
