import { expect, it } from 'vitest';
import type { Failure } from '#preload/contract/failure.ts';
import type { SyncLogEntry } from '#preload/contract/library-types.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';
import { sharedSyncLog } from '#renderer/state/shared-sync-log.ts';

const entry = (failure: Failure | null): SyncLogEntry => ({
  startedAt: '2026-03-01T12:00:00.000Z',
  report: {
    archive: 'river-weekly',
    head: null,
    added: 2,
    changed: 1,
    removed: 0,
    failed: [],
    bytesDown: 1_800_000,
    bytesUp: 900,
    seconds: 12.4,
    pictures: { stored: 0, missing: 0 },
    failure,
  },
});
const shared = (failure: Failure | null): string => sharedSyncLog(messagesFor('en'), [entry(failure)], 'River Weekly');

it('says when and what, a sync a line', () => {
  const line = '2026-03-01T12:00:00.000Z  2 new, 1 changed · 1.8 MB in 12 s';
  expect(sharedSyncLog(messagesFor('en'), [entry(null), entry(null)], 'River Weekly')).toBe(`${line}\n${line}`);
});

it('leaves out the host that a failure names, in its title and in its message, and keeps the code of the system', () => {
  const details = { host: 'intranet', reason: 'ECONNREFUSED' };
  const text = shared({ code: 'connection-failed', message: 'intranet does not answer (ECONNREFUSED)', details });
  expect(text).not.toContain('intranet');
  expect(text).toContain('[connection-failed: [name] does not answer (ECONNREFUSED)]');
});

it('leaves out the names of every place that was tried', () => {
  const message = 'stick, comparing: it is not there; attic, fetching pages: it broke off';
  const details = { origins: 2, failures: 'stick (comparing): origin-not-found; attic (fetching pages): connection-failed' };
  const text = shared({ code: 'origin-not-found', message, details });
  expect(text).not.toMatch(/stick|attic/);
});

it('leaves out what the archive is called', () => {
  expect(shared({ code: 'internal', message: 'River Weekly, river-weekly' })).toContain('[internal: [name], [name]]');
});
