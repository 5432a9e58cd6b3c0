import type { Bridge } from '#preload/contract/bridge-types.ts';
import type { CallInput, CallName, CallOutput, EventName, EventPayload } from '#preload/contract/contract.ts';
import type { Failure } from '#preload/contract/failure.ts';

declare global {
  interface Window {
    readonly offprint: Bridge;
  }
}

/** What a call throws: the failure as the main side told it, or `cancelled` when the caller's signal ended the call. */
class CallFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'CallFailure';
    this.failure = failure;
  }
}

/** The bridge as the window's code uses it: values instead of envelopes, abort signals instead of request ids. */
export interface BridgeClient {
  call<Name extends CallName>(name: Name, input: CallInput<Name>, signal?: AbortSignal): Promise<CallOutput<Name>>;
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void;
  /** Where a dropped file or folder lies; empty for one that lies nowhere. */
  pathOf(file: File): string;
}

const cancelled: Failure = { code: 'cancelled', message: 'cancelled by the window' };

/** Any thrown thing as a failure that can be shown; a broken bridge is `internal`. */
export const asFailure = (error: unknown): Failure =>
  error instanceof CallFailure
    ? error.failure
    : { code: 'internal', message: error instanceof Error ? error.message : String(error) };

export const createBridgeClient = (bridge: Bridge): BridgeClient => {
  // A reloaded window starts counting anew while calls of the page before may still run; the time keeps the ids apart.
  const prefix = Math.round(performance.timeOrigin).toString(36);
  let count = 0;

  const call = async <Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    signal?: AbortSignal,
  ): Promise<CallOutput<Name>> => {
    if (signal?.aborted) throw new CallFailure(cancelled);
    count += 1;
    const requestId = `${prefix}-${count}`;
    const cancel = (): void => bridge.cancel(requestId);
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      const answer = await bridge.call(name, input, requestId);
      if (!answer.ok) throw new CallFailure(answer.failure);
      if (signal?.aborted) throw new CallFailure(cancelled);
      return answer.value;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  };

  return { call, on: (name, listener) => bridge.on(name, listener), pathOf: (file) => bridge.pathOf(file) };
};
