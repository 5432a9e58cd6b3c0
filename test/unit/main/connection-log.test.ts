import { expect, test, vi } from 'vitest';
import { createConnectionLog } from '#main/connection-log.ts';
import type { Traffic } from '#main/source/network/traffic.ts';

const traffic: Traffic = { host: 'git.example', via: null, purpose: 'archive', requests: 1, bytesDown: 10, bytesUp: 2 };

test('requests to one host for one purpose are one line, with their sums and the first and last time', () => {
  let nowMs = 0;
  const log = createConnectionLog({ nowMs: () => nowMs, onChange: () => undefined });
  log.note(traffic);
  nowMs = 60_000;
  log.note({ ...traffic, requests: 0, bytesDown: 90, bytesUp: 0 });
  const times = { firstAt: '1970-01-01T00:00:00.000Z', lastAt: '1970-01-01T00:01:00.000Z' };
  expect(log.list()).toEqual([{ ...traffic, bytesDown: 100, ...times }]);
});

test('another purpose, and a proxy, are lines of their own; the last one comes first', () => {
  const log = createConnectionLog({ nowMs: () => 0, onChange: () => undefined });
  log.note(traffic);
  log.note({ ...traffic, purpose: 'pictures' });
  log.note({ ...traffic, via: '127.0.0.1:9050' });
  log.note(traffic);
  expect(log.list().map(({ purpose, via }) => [purpose, via])).toEqual([
    ['archive', null],
    ['archive', '127.0.0.1:9050'],
    ['pictures', null],
  ]);
});

test('the list does not grow without end', () => {
  const log = createConnectionLog({ nowMs: () => 0, onChange: () => undefined });
  for (let at = 0; at < 2_500; at += 1) log.note({ ...traffic, host: `h${at}.example` });
  expect([log.list().length, log.list()[0]?.host]).toEqual([2_000, 'h2499.example']);
});

test('many changes at once are told once', () => {
  vi.useFakeTimers();
  try {
    const onChange = vi.fn<() => void>();
    const log = createConnectionLog({ nowMs: () => 0, onChange });
    for (let at = 0; at < 50; at += 1) log.note(traffic);
    vi.advanceTimersByTime(2_000);
    log.note(traffic);
    vi.advanceTimersByTime(2_000);
    expect(onChange).toHaveBeenCalledTimes(2);
  } finally {
    vi.useRealTimers();
  }
});
