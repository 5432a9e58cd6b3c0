import { describe, expect, it } from 'vitest';
import { fitted, isFitted, isLarger, isLargest, movedTo, zoomedTo } from '#renderer/state/picture-zoom.ts';

const stage = { widthPx: 1_000, heightPx: 500 };
const wide = { widthPx: 4_000, heightPx: 1_000 };
const high = { widthPx: 500, heightPx: 5_000 };
const small = { widthPx: 100, heightPx: 50 };

describe('a picture on its stage', () => {
  it.each([
    [wide, 0.25],
    [high, 0.1],
    [small, 1],
  ])('is wholly seen at first, and no larger than it is: %j', (picture, scale) => {
    const zoom = fitted(picture, stage);
    expect(zoom).toEqual({ scale, leftPx: 0, topPx: 0 });
    expect(isLarger(zoom, picture, stage)).toBe(false);
    expect(isFitted(zoom, picture, stage)).toBe(true);
  });

  it('keeps what is under the pointer where it is', () => {
    const point = { leftPx: 200, topPx: 40 };
    const zoom = zoomedTo(fitted(wide, stage), 0.75, wide, stage, point);
    // 200 px right of the middle at a quarter is 800 px of the picture, which is 600 px at three quarters.
    expect(zoom).toEqual({ scale: 0.75, leftPx: -400, topPx: -80 });
  });

  it('is neither smaller than its stage asks for nor larger than eight times its size', () => {
    expect(zoomedTo(fitted(wide, stage), 0.01, wide, stage)).toEqual(fitted(wide, stage));
    const largest = zoomedTo(fitted(small, stage), 100, small, stage);
    expect(largest.scale).toBe(8);
    expect(isLargest(largest)).toBe(true);
    expect(isLargest(fitted(small, stage))).toBe(false);
  });

  it('cannot be moved off its stage, and not at all in a direction in which it is no larger', () => {
    const zoom = zoomedTo(fitted(wide, stage), 0.4, wide, stage);
    expect(isLarger(zoom, wide, stage)).toBe(true);
    expect(movedTo(zoom, { leftPx: 9_000, topPx: 9_000 }, wide, stage)).toMatchObject({ leftPx: 300, topPx: 0 });
    expect(movedTo(zoom, { leftPx: -9_000, topPx: -10 }, wide, stage)).toMatchObject({ leftPx: -300, topPx: 0 });
    expect(movedTo(zoom, { leftPx: 12, topPx: 0 }, wide, stage)).toMatchObject({ leftPx: 12, topPx: 0 });
  });
});
