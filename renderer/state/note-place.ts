import type { BoxInFrame } from '#preload/contract/viewing-types.ts';

interface Corner {
  readonly leftPx: number;
  readonly topPx: number;
}

const marginPx = 8;
const gapPx = 6;

const within = (wantedPx: number, sizePx: number, fromPx: number, toPx: number): number =>
  Math.max(fromPx + marginPx, Math.min(wantedPx, toPx - sizePx - marginPx));

/**
 * Where a note of a size stands in a window of a size: below its mark, above it where there is more room, and in the middle of the
 * frame's lower edge where it is not known where the mark is. Beside the frame only where the frame is narrower. All boxes are in px of the window.
 */
export const placeNote = (
  mark: BoxInFrame | null,
  frame: BoxInFrame,
  note: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): Corner => {
  const middle = mark ? (mark.left + mark.right) / 2 : (frame.left + frame.right) / 2;
  const below = mark ? mark.bottom + gapPx : frame.bottom;
  const above = mark ? mark.top - gapPx - note.height : frame.bottom - marginPx - note.height;
  const isBelow = mark !== null && (below + note.height <= room.height - marginPx || mark.top < room.height - mark.bottom);
  const isWide = frame.right - frame.left >= note.width + 2 * marginPx;
  const [from, to] = isWide ? [frame.left, frame.right] : [0, room.width];
  return {
    leftPx: within(middle - note.width / 2, note.width, from, to),
    topPx: within(isBelow ? below : above, note.height, 0, room.height),
  };
};
