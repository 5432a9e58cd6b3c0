import type { CallName, EventName } from './contract.ts';

/** Names of the wires under the contract; one channel for each call, so that one handler cannot answer for another. */
export const callChannel = (name: CallName): string => `offprint:call:${name}`;
export const eventChannel = (name: EventName): string => `offprint:event:${name}`;
export const cancelChannel = 'offprint:cancel';
