import type { CallInput, CallName, CallOutput } from '#preload/contract/contract.ts';

/**
 * One handler for every call of the contract: a missing one does not compile. `windowId`: of the contents that ask, for the few calls
 * that are about what their own window shows.
 */
export type Handlers = {
  readonly [Name in CallName]: (input: CallInput<Name>, signal: AbortSignal, windowId?: number) => Promise<CallOutput<Name>>;
};
