import { expect, it } from 'vitest';
import { en } from '#preload/messages/en.ts';
import { stretched } from '#test/helpers/stretched-words.ts';

const words = stretched(en);

it('makes texts longer by two fifths, each word as one word', () => {
  expect(stretched({ plain: 'Bookmarks' })).toEqual({ plain: 'Bookmarksarks' });
  expect(words.window.list.removed.length).toBeGreaterThan(en.window.list.removed.length * 1.35);
});

it('makes what a text is filled with longer where it is words, and leaves numbers and addresses', () => {
  expect(words.places.menu.label('Weekly')).toContain('Weeklykly');
  expect(stretched({ of: (count: number) => `${count} at git.example.org/news` }).of(12)).toBe('12 att git.example.org/news');
});

it('has every text of the catalogue', () => {
  expect(Object.keys(words)).toEqual(Object.keys(en));
  expect(Object.keys(words.commands)).toEqual(Object.keys(en.commands));
});
