import type { CallInput, CallName, CallOutput, EventName, EventPayload } from '#preload/contract/contract.ts';
import type { UpdateRelease, UpdateState, UpdateStatus } from '#preload/contract/update-types.ts';

type UpdateCall = Extract<CallName, `updates.${string}`>;
type Emit = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;

const release: UpdateRelease = {
  version: '0.2.0',
  issuedAt: '2026-01-02T03:04:05Z',
  bytes: 96_000_000,
  notes: { en: 'Search is faster.', 'zh-Hans': '搜索更快了。\n修正了竖排引号。' },
};

/** A main side that finds a version, fetches it and has it ready. */
export function createFakeUpdates(emit: Emit): {
  readonly [Name in UpdateCall]: (input: CallInput<Name>) => CallOutput<Name>;
} {
  let status: UpdateStatus = {
    version: '0.1.0',
    choice: 'off',
    packageKind: 'appimage',
    canInstall: true,
    mirrors: [],
    hasMirror: true,
    state: { kind: 'idle', checkedAt: null },
  };
  const change = (changes: Partial<UpdateStatus>): UpdateStatus => {
    status = { ...status, ...changes };
    emit('updates.changed', status);
    return status;
  };
  const go = (state: UpdateState): UpdateStatus => change({ state });
  const ready: UpdateState = { kind: 'ready', release, file: '/home/reader/Offprint-0.2.0-linux-x64.AppImage' };
  return {
    'updates.read': () => status,
    'updates.choose': ({ choice, mirrors }) => change({ ...(choice && { choice }), ...(mirrors && { mirrors }) }),
    'updates.check': () => go({ kind: 'available', release }),
    'updates.download': () => go({ kind: 'downloading', release, receivedBytes: 24_000_000 }),
    'updates.cancel': () => go({ kind: 'available', release }),
    'updates.takeFile': () => go(ready),
    'updates.install': () => status,
  };
}
