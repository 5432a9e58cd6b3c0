import { describe, expect, it } from 'vitest';
import { placeNote } from '#renderer/state/note-place.ts';

const room = { width: 1_000, height: 800 };
const frame = { left: 400, top: 50, right: 1_000, bottom: 780 };
const note = { width: 300, height: 200 };
const markAt = (left: number, top: number): { left: number; top: number; right: number; bottom: number } => ({
  left,
  top,
  right: left + 20,
  bottom: top + 20,
});

describe('a note beside its mark', () => {
  it('stands under the middle of it', () => {
    expect(placeNote(markAt(690, 300), frame, note, room)).toEqual({ leftPx: 550, topPx: 326 });
  });

  it('stands over it where there is no room below', () => {
    expect(placeNote(markAt(690, 700), frame, note, room).topPx).toBe(700 - 6 - 200);
  });

  it('stays in the frame of the article, and in the window where the frame is narrower', () => {
    expect(placeNote(markAt(400, 300), frame, note, room).leftPx).toBe(408);
    expect(placeNote(markAt(980, 300), frame, note, room).leftPx).toBe(1_000 - 300 - 8);
    const narrow = { ...frame, left: 800 };
    expect(placeNote(markAt(810, 300), narrow, note, room).leftPx).toBe(670);
  });

  it('is wholly seen where neither side has room', () => {
    const low = { width: 1_000, height: 300 };
    const { topPx } = placeNote(markAt(690, 140), { ...frame, bottom: 290 }, note, low);
    expect(topPx).toBeGreaterThanOrEqual(8);
    expect(topPx + note.height).toBeLessThanOrEqual(292);
  });

  it('stands at the lower edge of the frame where nobody knows where its mark is', () => {
    expect(placeNote(null, frame, note, room)).toEqual({ leftPx: 550, topPx: 780 - 8 - 200 });
  });
});
