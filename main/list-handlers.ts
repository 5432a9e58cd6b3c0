import type { Handlers } from '#main/ipc/handlers.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import type { listCalls } from '#preload/contract/list-calls.ts';
import type { NativeExport } from './export-handlers.ts';
import type { NativeMenus } from './native-menus.ts';

export interface ListHandlerParts {
  readonly library: LibraryClient;
  readonly send: SendEvent;
  readonly menus: NativeMenus;
  readonly nativeExport: Pick<NativeExport, 'copy'>;
}

/** What is done with selected rows of a list. */
export function listHandlers({ library, send, menus, nativeExport }: ListHandlerParts): Pick<Handlers, keyof typeof listCalls> {
  return {
    'articles.mark': async (input, signal) => {
      const marked = await library.request('articles.mark', input, signal);
      send('library.changed', { archive: null });
      return marked;
    },
    'articles.copyList': async (input, signal) => {
      const { text, articles } = await library.request('articles.list.copied', input, signal);
      if (articles > 0) nativeExport.copy(text);
      return { articles };
    },
    'menus.open': ({ items, at }) => menus.open(items, at),
  };
}
