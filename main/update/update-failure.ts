import type { FailureCode } from '#preload/contract/failure.ts';

export type UpdateFailureCode = Extract<
  FailureCode,
  `update-${string}` | 'bad-response' | 'disk-full' | 'place-not-writable' | 'not-found'
>;

/** What goes wrong with an update besides the network itself. */
export class UpdateFailure extends Error {
  override readonly name = 'UpdateFailure';
  constructor(
    readonly code: UpdateFailureCode,
    message: string,
    readonly details: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
