import { describe, expect, it } from 'vitest';
import type { SyncReport } from '#preload/contract/library-types.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';
import { syncLogText } from '#preload/messages/sync-log-text.ts';

const report: SyncReport = {
  archive: 'news',
  head: null,
  added: 214,
  changed: 3,
  removed: 0,
  failed: [],
  bytesDown: 1_800_000,
  bytesUp: 900,
  seconds: 12.4,
  pictures: { stored: 0, missing: 0 },
  failure: null,
};
const text = (change: Partial<SyncReport>, language: 'en' | 'zh-Hans' | 'zh-Hant' = 'en'): string =>
  syncLogText(messagesFor(language), { startedAt: '2026-03-01T12:00:00.000Z', report: { ...report, ...change } });

describe('a line of the log of syncs', () => {
  it('says what came and what it cost', () => {
    expect(text({})).toBe('214 new, 3 changed · 1.8 MB in 12 s');
    expect(text({ added: 0, changed: 0 })).toBe('nothing new · 1.8 MB in 12 s');
    expect(text({ removed: 2, pictures: { stored: 9, missing: 1 } })).toBe(
      '214 new, 3 changed, 2 removed upstream · 9 pictures, 1 missing · 1.8 MB in 12 s',
    );
  });

  it('says first what went wrong, in the language of the reader', () => {
    const failure = { code: 'timed-out', message: 'no answer in 30 s' } as const;
    expect(text({ failure, added: 0, changed: 0 }, 'zh-Hans')).toMatch(/^[^·]*\p{Script=Han}[^·]* · 1.8 MB/u);
    expect(text({ failure, added: 0, changed: 0 }, 'zh-Hans')).not.toContain('没有新内容');
  });
});
