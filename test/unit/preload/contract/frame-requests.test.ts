import { describe, expect, it } from 'vitest';
import { type FrameRequest, frameRequestAddress, readFrameRequest } from '#preload/contract/frame-requests.ts';

describe('what a frame asks of the window', () => {
  it.each<FrameRequest>([
    { kind: 'picture', body: 'article', place: 0 },
    { kind: 'picture', body: 'original', place: 41 },
    { kind: 'note', body: 17, place: 3 },
  ])('is read as it was written: %j', (request) => {
    expect(readFrameRequest(frameRequestAddress(request))).toEqual(request);
  });

  it.each([
    'https://example.org/',
    'offprint-view:picture/article/',
    'offprint-view:picture/article/-1',
    'offprint-view:picture/0/1',
    'offprint-view:picture/elsewhere/1',
    'offprint-view:window/article/1',
    'x offprint-view:picture/article/1',
    'offprint-view:picture/article/1 ',
  ])('is nothing else: %j', (address) => {
    expect(readFrameRequest(address)).toBeNull();
  });
});
