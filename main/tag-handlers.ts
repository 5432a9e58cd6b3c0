import type { Handlers } from '#main/ipc/handlers.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import type { tagCalls } from '#preload/contract/tag-calls.ts';

interface TagParts {
  readonly library: LibraryClient;
  readonly send: SendEvent;
}

/** The reader's tags. Every window is told of those there are now, and that lists may be others. */
export function tagHandlers({ library, send }: TagParts): Pick<Handlers, keyof typeof tagCalls> {
  const changed = async <Result>(changing: Promise<Result>): Promise<Result> => {
    const result = await changing;
    library.request('tags.list', {}).then(
      (tags) => send('tags.changed', tags),
      () => undefined,
    );
    send('library.changed', { archive: null });
    return result;
  };
  return {
    'tags.list': (input, signal) => library.request('tags.list', input, signal),
    'tags.ofArticles': (input, signal) => library.request('tags.ofArticles', input, signal),
    'tags.change': (input, signal) => changed(library.request('tags.change', input, signal)),
    'tags.rename': (input, signal) => changed(library.request('tags.rename', input, signal)),
    'tags.remove': (input, signal) => changed(library.request('tags.remove', input, signal)),
  };
}
