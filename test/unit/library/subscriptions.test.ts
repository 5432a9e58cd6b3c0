import path from 'node:path';
import { mkdirSync } from 'node:fs';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Library, openLibrary } from '#main/library/library.ts';
import { addArchive, readArchiveOrigins, setArchiveOrigins } from '#main/library/subscriptions.ts';
import { temporaryLibraryDir } from '#test/helpers/library.ts';

let library: Library;
let folder: string;

beforeEach(() => {
  folder = temporaryLibraryDir();
  const opened = openLibrary(path.join(folder, 'library'));
  library = opened;
  onTestFinished(() => opened.close());
});

const news = 'https://git.example.org/news';
const mirror = 'https://mirror.example.org/news';

describe('where an archive comes from', () => {
  it('is a first place and mirrors in their order, each once', () => {
    expect(addArchive(library, news, { mirrors: [mirror, `${news}/`, mirror] })).toMatchObject({
      id: 'news',
      origin: news,
      mirrors: [mirror],
    });
    expect(readArchiveOrigins(library, 'news')).toEqual([news, mirror]);
  });

  it('can be changed: the first becomes the preferred one, and the archive stays the same', () => {
    addArchive(library, news);
    expect(setArchiveOrigins(library, 'news', [mirror, news])).toMatchObject({ id: 'news', origin: mirror, mirrors: [news] });
  });

  it('can be a folder that is there, and no folder that is not', () => {
    addArchive(library, news);
    const place = path.join(folder, 'news');
    expect(() => setArchiveOrigins(library, 'news', [place])).toThrow(expect.objectContaining({ code: 'origin-not-found' }));
    mkdirSync(place);
    expect(setArchiveOrigins(library, 'news', [place]).origin).toBe(place);
  });

  it('cannot be what another archive comes from, and then nothing is changed', () => {
    addArchive(library, news);
    addArchive(library, mirror, { name: 'Mirror' });
    expect(() => setArchiveOrigins(library, 'news', [mirror])).toThrow(expect.objectContaining({ code: 'archive-exists' }));
    expect(() => addArchive(library, 'https://third.example/x', { mirrors: [mirror] })).toThrow(
      expect.objectContaining({ code: 'archive-exists', details: { name: 'Mirror' } }),
    );
    expect(readArchiveOrigins(library, 'news')).toEqual([news]);
  });

  it('cannot be set for an archive that is not there', () => {
    expect(() => setArchiveOrigins(library, 'none', [news])).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
