import { beforeEach, describe, expect, it } from 'vitest';
import { ListViewport } from '#renderer/components/list-viewport.ts';

const viewHeightPx = 500;
const rows = 1_000;
let viewport: ListViewport;

beforeEach(() => {
  viewport = new ListViewport();
  viewport.reset(rows);
});

describe('a viewport that follows a row', () => {
  it('scrolls as little as it takes to see the row whole', () => {
    viewport.bringIntoView(2, viewHeightPx);
    expect(viewport.top).toBe(0);
    viewport.bringIntoView(10, viewHeightPx);
    expect(viewport.top).toBe(viewport.offsetOf(11) - viewHeightPx);
    viewport.bringIntoView(3, viewHeightPx);
    expect(viewport.top).toBe(viewport.offsetOf(3));
  });

  it('never stands beyond the end, also when rows prove lower than expected', () => {
    viewport.bringIntoView(rows - 1, viewHeightPx);
    for (let index = rows - 8; index < rows; index += 1) viewport.measure(index, 60);
    expect(viewport.top).toBeGreaterThan(viewport.totalHeight - viewHeightPx);
    viewport.bringIntoView(rows - 1, viewHeightPx);
    expect(viewport.top).toBe(viewport.totalHeight - viewHeightPx);
  });

  it('stands at the top of a list that is lower than the view', () => {
    viewport.reset(2);
    viewport.bringIntoView(1, viewHeightPx);
    expect(viewport.top).toBe(0);
  });
});

it('follows who scrolls the list, and not what it did itself', () => {
  const viewport = new ListViewport();
  viewport.reset(1_000);
  viewport.scrollTo(500);
  viewport.see(500);
  viewport.measure(0, 140);
  const held = viewport.top;
  expect(viewport.take(500)).toBe(0);
  expect(viewport.top).toBe(held);
  expect(viewport.take(900)).toBe(900 - held);
  expect(viewport.top).toBe(900);
});
