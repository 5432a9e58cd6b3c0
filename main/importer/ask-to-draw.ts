import type { DrawPicture } from '#main/pictures/shrink-picture.ts';
import type { FromImporter, ToImporter } from './job.ts';

export interface DrawingDesk {
  readonly draw: DrawPicture;
  /** The main process's answer. */
  take(answer: Extract<ToImporter, { readonly type: 'drawn' }>): void;
}

/** Asks the main process to draw pictures: only it can open a window. */
export function openDrawingDesk(send: (message: FromImporter) => void): DrawingDesk {
  const waiting = new Map<number, (bytes: Uint8Array | null) => void>();
  let asked = 0;
  return {
    draw: (picture) =>
      new Promise((resolve) => {
        asked += 1;
        waiting.set(asked, resolve);
        send({ type: 'draw', id: asked, picture });
      }),
    take: ({ id, bytes }) => {
      waiting.get(id)?.(bytes);
      waiting.delete(id);
    },
  };
}
