import type { WebContents } from 'electron';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import type { Settings } from '#preload/contract/settings-types.ts';
import { type ArticleFrames, watchArticleFrames } from './article-frames.ts';

export interface ReadingFrames extends ArticleFrames {
  /** The contents of a window that shows articles. */
  add(contents: WebContents): void;
}

/** The article frames of all windows. */
export function createReadingFrames(): ReadingFrames {
  const windows = new Set<ArticleFrames>();
  return {
    add: (contents) => {
      const frames = watchArticleFrames(contents);
      windows.add(frames);
      contents.once('destroyed', () => windows.delete(frames));
    },
    placeOf: async (articleId) => {
      const places = await Promise.all([...windows].map((frames) => frames.placeOf(articleId)));
      return places.find((place) => place !== null) ?? null;
    },
    selectionOf: async (articleId) => {
      const texts = await Promise.all([...windows].map((frames) => frames.selectionOf(articleId)));
      return texts.find((text) => text !== '') ?? '';
    },
    restyle: async () => {
      await Promise.all([...windows].map((frames) => frames.restyle()));
    },
  };
}

interface ReadingParts {
  readonly library: LibraryClient;
  readonly frames: ArticleFrames;
}

export function readingHandlers({ library, frames }: ReadingParts): Pick<Handlers, 'reading.stoppedAt' | 'reading.place'> {
  return {
    'reading.stoppedAt': (input, signal) => library.request('reading.stoppedAt', input, signal),
    'reading.place': async ({ id }, signal) => {
      const place = await frames.placeOf(id);
      if (!place) return null;
      const { anchor, progress } = place;
      if (anchor !== '') await library.request('reading.keep', { id, anchor, progress }, signal);
      return place;
    },
  };
}

/** Brings what is shown in step with a change of the settings. */
export function followReadingSettings(frames: ArticleFrames, send: SendEvent): (settings: Settings, before: Settings) => void {
  return (settings, before) => {
    if (settings.reading !== before.reading || settings.theme !== before.theme) void frames.restyle();
    if (settings.reading.script !== before.reading.script) send('library.changed', { archive: null });
  };
}
