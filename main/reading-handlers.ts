import type { WebContents } from 'electron';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import { linkAddress } from '#main/read/article-address.ts';
import { frameRequestAddress } from '#preload/contract/frame-requests.ts';
import type { Settings } from '#preload/contract/settings-types.ts';
import { type ArticleFrames, watchArticleFrames } from './article-frames.ts';

/** `windowId`: where the article may be open in several windows, the one that is meant. */
export interface ReadingFrames extends Pick<ArticleFrames, 'restyle'> {
  placeOf(articleId: string, windowId?: number): ReturnType<ArticleFrames['placeOf']>;
  selectionOf(articleId: string, windowId?: number): ReturnType<ArticleFrames['selectionOf']>;
  boxOfLink(articleId: string, address: string, windowId?: number): ReturnType<ArticleFrames['boxOfLink']>;
  focusLink(articleId: string, address: string, windowId?: number): Promise<void>;
  textOf(articleId: string, windowId?: number): ReturnType<ArticleFrames['textOf']>;
  showPassage(
    articleId: string,
    passage: Parameters<ArticleFrames['showPassage']>[1],
    windowId?: number,
  ): ReturnType<ArticleFrames['showPassage']>;
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
    boxOfLink: async (articleId, address, windowId) => {
      const boxes = await Promise.all(framesOf(windowId).map((frames) => frames.boxOfLink(articleId, address)));
      return boxes.find((box) => box !== null) ?? null;
    },
    focusLink: async (articleId, address, windowId) => {
      await Promise.all(framesOf(windowId).map((frames) => frames.focusLink(articleId, address)));
    },
    textOf: async (articleId, windowId) => {
      const texts = await Promise.all(framesOf(windowId).map((frames) => frames.textOf(articleId)));
      return texts.find((text) => text !== null) ?? null;
    },
    showPassage: async (articleId, passage, windowId) => {
      const answers = await Promise.all(framesOf(windowId).map((frames) => frames.showPassage(articleId, passage)));
      return answers.includes(true);
    },
    restyle: async () => {
      await Promise.all(framesOf(undefined).map((frames) => frames.restyle()));
    },
  };
}

interface ReadingParts {
  readonly library: LibraryClient;
  readonly frames: Pick<ReadingFrames, 'placeOf' | 'boxOfLink' | 'focusLink' | 'textOf' | 'showPassage'>;
}

type ReadingCalls =
  | 'reading.stoppedAt'
  | 'reading.place'
  | 'reading.focusRequest'
  | 'reading.text'
  | 'reading.showPassage'
  | 'articles.pictures'
  | 'articles.related'
  | 'articles.note';

export function readingHandlers({ library, frames }: ReadingParts): Pick<Handlers, ReadingCalls> {
  return {
    'reading.focusRequest': async ({ id, request }, _signal, windowId) => {
      await frames.focusLink(id, linkAddress(frameRequestAddress(request)), windowId);
      return null;
    },
    'articles.note': async ({ id, request }, signal, windowId) => {
      const [note, box] = await Promise.all([
        library.request('article.note', { id, request }, signal),
        frames.boxOfLink(id, linkAddress(frameRequestAddress(request)), windowId),
      ]);
      return { ...note, box };
    },
    'articles.pictures': (input, signal) => library.request('articles.pictures', input, signal),
    'articles.related': (input, signal) => library.request('articles.related', input, signal),
    'reading.stoppedAt': (input, signal) => library.request('reading.stoppedAt', input, signal),
    'reading.place': async ({ id }, signal, windowId) => {
      const place = await frames.placeOf(id, windowId);
      if (!place) return null;
      const { anchor, progress } = place;
      if (anchor !== '') await library.request('reading.keep', { id, anchor, progress }, signal);
      return place;
    },
    'reading.text': ({ id }, _signal, windowId) => frames.textOf(id, windowId),
    'reading.showPassage': ({ id, passage }, _signal, windowId) => frames.showPassage(id, passage, windowId),
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
