import type { WebContents } from 'electron';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import type { Settings } from '#preload/contract/settings-types.ts';
import { type ArticleFrames, watchArticleFrames } from './article-frames.ts';

/** `windowId`: where the article may be open in several windows, the one that is meant. */
export interface ReadingFrames extends Pick<ArticleFrames, 'restyle'> {
  placeOf(articleId: string, windowId?: number): ReturnType<ArticleFrames['placeOf']>;
  selectionOf(articleId: string, windowId?: number): ReturnType<ArticleFrames['selectionOf']>;
  /** The contents of a window that shows articles. */
  add(contents: WebContents): void;
}

/** The article frames of all windows. */
export function createReadingFrames(): ReadingFrames {
  const windows = new Map<number, ArticleFrames>();
  const framesOf = (windowId: number | undefined): readonly ArticleFrames[] =>
    windowId === undefined ? [...windows.values()] : [windows.get(windowId)].filter((frames) => frames !== undefined);
  return {
    add: (contents) => {
      const frames = watchArticleFrames(contents);
      const { id } = contents;
      windows.set(id, frames);
      contents.once('destroyed', () => windows.delete(id));
    },
    placeOf: async (articleId, windowId) => {
      const places = await Promise.all(framesOf(windowId).map((frames) => frames.placeOf(articleId)));
      return places.find((place) => place !== null) ?? null;
    },
    selectionOf: async (articleId, windowId) => {
      const texts = await Promise.all(framesOf(windowId).map((frames) => frames.selectionOf(articleId)));
      return texts.find((text) => text !== '') ?? '';
    },
    restyle: async () => {
      await Promise.all(framesOf(undefined).map((frames) => frames.restyle()));
    },
  };
}

interface ReadingParts {
  readonly library: LibraryClient;
  readonly frames: Pick<ReadingFrames, 'placeOf'>;
}

export function readingHandlers({ library, frames }: ReadingParts): Pick<Handlers, 'reading.stoppedAt' | 'reading.place'> {
  return {
    'reading.stoppedAt': (input, signal) => library.request('reading.stoppedAt', input, signal),
    'reading.place': async ({ id }, signal, windowId) => {
      const place = await frames.placeOf(id, windowId);
      if (!place) return null;
      const { anchor, progress } = place;
      if (anchor !== '') await library.request('reading.keep', { id, anchor, progress }, signal);
      return place;
    },
  };
}

/** Brings what is shown in step with a change of the settings. */
export function followReadingSettings(
  frames: Pick<ReadingFrames, 'restyle'>,
  send: SendEvent,
): (settings: Settings, before: Settings) => void {
  return (settings, before) => {
    if (settings.reading !== before.reading || settings.theme !== before.theme) void frames.restyle();
    if (settings.reading.script !== before.reading.script) send('library.changed', { archive: null });
  };
}
