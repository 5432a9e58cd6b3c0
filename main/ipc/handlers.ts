import type { CallInput, CallName, CallOutput } from '#preload/contract/contract.ts';

/** One handler for every call of the contract: a missing one does not compile. */
export type Handlers = {
  readonly [Name in CallName]: (input: CallInput<Name>, signal: AbortSignal) => Promise<CallOutput<Name>>;
};
