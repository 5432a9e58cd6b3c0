import type { ReactiveElement } from 'lit';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SyncReport } from '#preload/contract/library-types.ts';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';
import { SyncController } from '#renderer/controllers/sync-controller.ts';

interface Run {
  readonly archiveIds: readonly string[] | null;
  finish(): void;
}

let runs: Run[];
let listeners: Map<string, (payload: never) => void>;
let sync: SyncController;
let kept: Map<string, string>;
/** What the main side was told that is paused, one telling after the other. */
let held: unknown[];
/** Archives that are not in the library any more. */
let gone: readonly string[];

const report = { archive: 'a', failure: null } as SyncReport;

/** A sync goes on until the test ends it, or it is aborted as the main side does it. */
const client: BridgeClient = {
  call: ((name: string, input: { archiveIds?: readonly string[]; wishes?: unknown }, signal: AbortSignal) => {
    if (name === 'sync.hold') {
      held.push(input.wishes);
      return Promise.resolve(null);
    }
    expect(name).toBe('sync.run');
    return new Promise<unknown>((resolve, reject) => {
      if (input.archiveIds?.some((id) => gone.includes(id)))
        reject(Object.assign(new Error('not found'), { failure: { code: 'not-found', message: '' } }));
      runs.push({ archiveIds: input.archiveIds ?? null, finish: () => resolve([report]) });
      signal.addEventListener('abort', () =>
        reject(Object.assign(new Error('cancelled'), { failure: { code: 'cancelled', message: '' } })),
      );
    });
  }) as BridgeClient['call'],
  on: (name, listener) => {
    listeners.set(name, listener);
    return () => listeners.delete(name);
  },
  pathOf: () => '',
};

vi.mock('#renderer/app/bridge-client.ts', () => ({
  asFailure: (error: { failure: unknown }) => error.failure,
}));

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A window of the application that begins now. */
function open(): SyncController {
  const host = { addController: () => undefined, addEventListener: () => undefined, dispatchEvent: () => true };
  const controller = new SyncController(host as unknown as ReactiveElement, client, {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  });
  controller.hostConnected();
  return controller;
}

beforeEach(() => {
  runs = [];
  gone = [];
  held = [];
  kept = new Map();
  listeners = new Map();
  sync = open();
});

describe('syncs that are asked for while one runs', () => {
  it('wait, and run one after the other', async () => {
    const whole = sync.run(['a']);
    void sync.run(['b']);
    expect(sync.state).toMatchObject({ kind: 'running', waiting: 1 });
    runs[0]?.finish();
    await settled();
    expect(runs.map(({ archiveIds }) => archiveIds)).toEqual([['a'], ['b']]);
    expect(sync.state).toMatchObject({ kind: 'running', waiting: 0 });
    runs[1]?.finish();
    await whole;
    expect(sync.state).toEqual({ kind: 'finished', reports: [report, report] });
  });

  it('are not asked for twice', () => {
    void sync.run(['a', 'b']);
    for (const wish of [['a'], ['b'], ['c'], ['c']]) void sync.run(wish);
    expect(sync.state).toMatchObject({ waiting: 1 });
    void sync.run(null);
    void sync.run(['d']);
    expect(sync.state).toMatchObject({ waiting: 2 });
  });

  it('run although one before them left the library', async () => {
    gone = ['b'];
    const whole = sync.run(['a']);
    void sync.run(['b']);
    void sync.run(['c']);
    runs[0]?.finish();
    await settled();
    runs[2]?.finish();
    await whole;
    expect(runs.map(({ archiveIds }) => archiveIds)).toEqual([['a'], ['b'], ['c']]);
    expect(sync.state).toEqual({ kind: 'finished', reports: [report, report] });
  });

  it('are dropped with the one that is cancelled', async () => {
    const whole = sync.run(['a']);
    void sync.run(['b']);
    sync.take('cancel');
    await whole;
    expect(sync.state).toEqual({ kind: 'cancelled' });
    expect(runs).toHaveLength(1);
  });
});

describe('a sync that is paused', () => {
  it('goes on with the same archives, and with those that waited', async () => {
    const paused = sync.run(['a']);
    void sync.run(['b']);
    sync.take('pause');
    await paused;
    expect(sync.state).toEqual({ kind: 'paused', wishes: [['a'], ['b']] });
    sync.take('resume');
    await settled();
    expect(runs.at(-1)?.archiveIds).toEqual(['a']);
    runs.at(-1)?.finish();
    await settled();
    runs.at(-1)?.finish();
    await settled();
    expect(runs.map(({ archiveIds }) => archiveIds)).toEqual([['a'], ['a'], ['b']]);
    expect(sync.state).toMatchObject({ kind: 'finished' });
  });

  it('can be given up', async () => {
    const paused = sync.run(null);
    sync.take('pause');
    await paused;
    sync.take('cancel');
    expect(sync.state).toEqual({ kind: 'cancelled' });
    sync.take('resume');
    await settled();
    expect(runs).toHaveLength(1);
  });

  it('is still paused when the application is opened again, and goes on then', async () => {
    const paused = sync.run(['a']);
    void sync.run(null);
    sync.take('pause');
    await paused;
    const next = open();
    expect(next.state).toEqual({ kind: 'paused', wishes: [['a'], null] });
    next.take('resume');
    await settled();
    runs.at(-1)?.finish();
    await settled();
    runs.at(-1)?.finish();
    await settled();
    expect(runs.map(({ archiveIds }) => archiveIds)).toEqual([['a'], ['a'], null]);
    expect(next.state).toMatchObject({ kind: 'finished' });
    expect(open().state).toEqual({ kind: 'idle' });
  });

  it('is told to the main side at once and by each window that opens, and so is its end', async () => {
    const paused = sync.run(['a']);
    sync.take('pause');
    await paused;
    const next = open();
    next.take('resume');
    await settled();
    expect(held).toEqual([[], [['a']], [['a']], []]);
  });

  it('is not kept once it was given up', async () => {
    const paused = sync.run(['a']);
    sync.take('pause');
    await paused;
    sync.take('cancel');
    expect(open().state).toEqual({ kind: 'idle' });
  });

  it.each(['', 'no json', '{}', '[1]', '[[2]]', '[]'])('is forgotten where what was kept is %j', (text) => {
    for (const key of kept.keys()) kept.set(key, text);
    kept.set('offprint.paused-syncs', text);
    expect(open().state).toEqual({ kind: 'idle' });
  });

  it('stays paused by the reader, whatever the machine does meanwhile', async () => {
    const paused = sync.run(['a']);
    sync.take('pause');
    listeners.get('power.changed')?.({ isAsleep: true } as never);
    await paused;
    vi.useFakeTimers();
    listeners.get('power.changed')?.({ isAsleep: false } as never);
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect(sync.state).toMatchObject({ kind: 'paused' });
  });

  it('is paused by the sleep of the machine and goes on some time after it woke', async () => {
    const paused = sync.run(['a']);
    listeners.get('power.changed')?.({ isAsleep: true } as never);
    await paused;
    expect(sync.state).toMatchObject({ kind: 'paused' });
    vi.useFakeTimers();
    listeners.get('power.changed')?.({ isAsleep: false } as never);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(runs).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(11_000);
    vi.useRealTimers();
    expect(runs).toHaveLength(2);
  });
});
