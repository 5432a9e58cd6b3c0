import type { Handlers } from '#main/ipc/handlers.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import type { LibraryClient } from '#main/library/library-client.ts';

interface MarkParts {
  readonly library: LibraryClient;
  readonly send: SendEvent;
}

type MarkCalls = 'articles.bookmark' | 'articles.markRead' | 'articles.markAllRead' | 'articles.unmarkRead' | 'history.clear';

/** What the reader does to articles. Every window is told how many of what there are now, after the answer. */
export function markHandlers({ library, send }: MarkParts): Pick<Handlers, MarkCalls> {
  const counted = async <Result>(marking: Promise<Result>): Promise<Result> => {
    const result = await marking;
    library.request('library.counts', {}).then(
      (counts) => send('library.counted', counts),
      () => undefined,
    );
    return result;
  };
  /** What is shown of many articles at once may be another. */
  const changed = async <Result>(marking: Promise<Result>): Promise<Result> => {
    const result = await marking;
    send('library.changed', { archive: null });
    return result;
  };
  return {
    'articles.bookmark': (input, signal) => counted(library.request('articles.bookmark', input, signal)),
    'articles.markRead': (input, signal) => counted(library.request('articles.markRead', input, signal)),
    'articles.markAllRead': (input, signal) => changed(library.request('articles.markAllRead', input, signal)),
    'articles.unmarkRead': (input, signal) => changed(library.request('articles.unmarkRead', input, signal)),
    'history.clear': (input, signal) => changed(library.request('history.clear', input, signal)),
  };
}
