import { describe, expect, it } from 'vitest';
import { isCheckDue, mayDownloadUnasked, nextState, type UpdateEvent } from '#main/update/update-machine.ts';
import type { UpdateRelease, UpdateState } from '#preload/contract/update-types.ts';

const release: UpdateRelease = { version: '0.2.0', issuedAt: '2026-01-01T00:00:00Z', bytes: 100, notes: {} };
const failure = { code: 'update-damaged', message: 'damaged' } as const;
const states: readonly UpdateState[] = [
  { kind: 'idle', checkedAt: null },
  { kind: 'checking' },
  { kind: 'available', release },
  { kind: 'downloading', release, receivedBytes: 5 },
  { kind: 'ready', release, file: '/f' },
  { kind: 'failed', release: null, failure },
  { kind: 'failed', release, failure },
];
const events: readonly UpdateEvent[] = [
  { kind: 'check-started' },
  { kind: 'nothing-newer', at: 'now' },
  { kind: 'release-found', release },
  { kind: 'download-started' },
  { kind: 'bytes-received', receivedBytes: 50 },
  { kind: 'staged', file: '/f' },
  { kind: 'failed', failure },
  { kind: 'cancelled' },
];
const nameOf = (state: UpdateState): string => (state.kind === 'failed' && state.release === null ? 'failed early' : state.kind);

describe('the machine of updates', () => {
  it('goes from every state where each event leads, and nowhere else', () => {
    const table = states.map((state) => [nameOf(state), ...events.map((event) => nameOf(nextState(state, event)))].join(' | '));
    // state | check-started | nothing-newer | release-found | download-started | bytes-received | staged | failed | cancelled
    expect(table).toEqual([
      'idle | checking | idle | idle | idle | idle | idle | failed early | idle',
      'checking | checking | idle | available | checking | checking | checking | failed early | idle',
      'available | checking | available | available | downloading | available | available | failed | available',
      'downloading | downloading | downloading | downloading | downloading | downloading | ready | failed | available',
      'ready | ready | ready | ready | ready | ready | ready | failed | ready',
      'failed early | checking | failed early | failed early | failed early | failed early | failed early | failed early | failed early',
      'failed | checking | failed | failed | downloading | failed | failed | failed | failed',
    ]);
  });

  it('is ready for a file that came by hand, in whatever state', () => {
    for (const state of states) expect(nextState(state, { kind: 'staged', file: '/f', release }).kind).toBe('ready');
  });

  it('asks by itself only where the reader wishes it, and once a day', () => {
    const facts = { choice: 'notify', state: states[0] ?? { kind: 'checking' }, lastTriedAtMs: 0, nowMs: 86_400_000 } as const;
    expect(isCheckDue(facts)).toBe(true);
    expect(isCheckDue({ ...facts, nowMs: 86_399_999 })).toBe(false);
    expect(isCheckDue({ ...facts, lastTriedAtMs: null, nowMs: 0 })).toBe(true);
    expect(isCheckDue({ ...facts, choice: 'off' })).toBe(false);
    expect(isCheckDue({ ...facts, state: { kind: 'downloading', release, receivedBytes: 0 } })).toBe(false);
  });

  it('fetches by itself only where that is wished, possible, free of charge and not in vain', () => {
    const facts = { choice: 'automatic', isMetered: false, canInstall: true, failedVersions: [] } as const;
    expect(mayDownloadUnasked(release, facts)).toBe(true);
    expect(mayDownloadUnasked(release, { ...facts, choice: 'notify' })).toBe(false);
    expect(mayDownloadUnasked(release, { ...facts, isMetered: true })).toBe(false);
    expect(mayDownloadUnasked(release, { ...facts, canInstall: false })).toBe(false);
    expect(mayDownloadUnasked(release, { ...facts, failedVersions: ['0.2.0'] })).toBe(false);
  });
});
