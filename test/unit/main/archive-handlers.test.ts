import { describe, expect, it } from 'vitest';
import { archiveHandlers, type ArchiveHandlerParts } from '#main/archive-handlers.ts';
import type { ShareErrand } from '#main/importer/share-worker.ts';
import type { LibraryRequestName } from '#main/library/requests.ts';

interface Told {
  readonly requests: string[];
  readonly events: string[];
  readonly errands: ShareErrand[];
  readonly asked: string[];
}

/** The handlers over a library of one archive, with dialogs that answer at once. */
function handlersOf(chosen: string | null): { readonly handlers: ReturnType<typeof archiveHandlers>; readonly told: Told } {
  const told: Told = { requests: [], events: [], errands: [], asked: [] };
  const archive = { id: 'news', name: 'News of the day' };
  const parts = {
    library: {
      request: (name: LibraryRequestName, input: unknown) => {
        told.requests.push(`${name} ${JSON.stringify(input)}`);
        return Promise.resolve(name === 'library.overview' ? { archives: [archive] } : archive);
      },
      close: () => Promise.resolve(),
    },
    importer: {
      run: ({ kind }: { readonly kind: string }) => {
        told.requests.push(`importer ${kind}`);
        return Promise.resolve([]);
      },
      close: () => undefined,
    },
    network: { logins: { takeOut: (place: string) => Promise.resolve(place.replace(/\/\/.*@/u, '//')) } },
    libraryDir: '/library',
    send: (name: string, payload: unknown) => void told.events.push(`${name} ${JSON.stringify(payload)}`),
    share: (errand: ShareErrand, _signal: AbortSignal, onProgress: (done: number, total: number) => void) => {
      told.errands.push(errand);
      onProgress(3, 9);
      return Promise.resolve({ path: errand.file, pages: 9, bytes: 99, leftOut: [] });
    },
    places: {
      choose: (kind: string) => {
        told.asked.push(kind);
        return Promise.resolve(chosen);
      },
      chooseNew: (fileName: string) => {
        told.asked.push(fileName);
        return Promise.resolve(chosen);
      },
    },
  };
  return { handlers: archiveHandlers(parts as unknown as ArchiveHandlerParts), told };
}

const { signal } = new AbortController();

describe('sharing an archive from the window', () => {
  it('asks for a place under the archive’s id, writes there and tells of every step', async () => {
    const { handlers, told } = handlersOf('/media/stick/news.bundle');
    expect(await handlers['archives.share']({ archiveId: 'news' }, signal)).toEqual({ path: '/media/stick/news.bundle' });
    expect(told.asked).toEqual(['news.bundle']);
    expect(told.errands).toEqual([
      { libraryDir: '/library', archiveId: 'news', name: 'News of the day', file: '/media/stick/news.bundle' },
    ]);
    expect(told.events).toEqual(['archive.shareProgress {"done":3,"total":9}']);
  });

  it('gives the file the ending by which it is known, where the reader left it out', async () => {
    const { handlers } = handlersOf('/media/stick/for Ann');
    expect(await handlers['archives.share']({ archiveId: 'news' }, signal)).toEqual({ path: '/media/stick/for Ann.bundle' });
  });

  it('writes nothing where the reader chose no place', async () => {
    const { handlers, told } = handlersOf(null);
    expect(await handlers['archives.share']({ archiveId: 'news' }, signal)).toBeNull();
    expect([told.errands, told.events]).toEqual([[], []]);
  });

  it('asks nothing about an archive that is not there', async () => {
    const { handlers, told } = handlersOf('/x.bundle');
    await expect(handlers['archives.share']({ archiveId: 'gone' }, signal)).rejects.toMatchObject({ code: 'not-found' });
    expect(told.asked).toEqual([]);
  });
});

describe('places', () => {
  it('are chosen in the system’s own dialog; nothing is added by choosing', async () => {
    const { handlers, told } = handlersOf('/home/reader/news');
    expect(await handlers['archives.choosePlace']({ kind: 'folder' }, signal)).toEqual({ origin: '/home/reader/news' });
    expect([told.asked, told.requests, told.events]).toEqual([['folder'], [], []]);
    expect(await handlersOf(null).handlers['archives.choosePlace']({ kind: 'file' }, signal)).toBeNull();
  });

  it('that were changed are told to the window; nothing is fetched', async () => {
    const { handlers, told } = handlersOf(null);
    await handlers['archives.setOrigins']({ archiveId: 'news', origins: ['https://b.example/n'] }, signal);
    expect(told.requests).toEqual(['archives.setOrigins {"archiveId":"news","origins":["https://b.example/n"]}']);
    expect(told.events).toEqual(['library.changed {"archive":"news"}']);
  });
});

it('an archive is off the list before its content is removed', async () => {
  const { handlers, told } = handlersOf(null);
  await handlers['archives.remove']({ archiveId: 'news' }, signal);
  expect(told.requests).toEqual(['archives.forget {"archiveId":"news"}', 'importer remove']);
});
