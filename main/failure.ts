import { type Failure, type FailureCode, failureCodes } from '#preload/contract/failure.ts';

/** A failure that has a code but no room of its own to come from, or that came back from another process. */
export class ReportedFailure extends Error {
  override readonly name = 'ReportedFailure';
  readonly code: FailureCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(failure: Failure) {
    super(failure.message);
    this.code = failure.code;
    this.details = failure.details ?? {};
  }
}

const knownCodes: ReadonlySet<string> = new Set(failureCodes);

function isFailureCode(code: unknown): code is FailureCode {
  return typeof code === 'string' && knownCodes.has(code);
}

/** Every error as data. Rooms throw errors of their own whose `code` is in the contract's list; anything else is 'internal'. */
export function asFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: 'internal', message: String(error) };
  if ('code' in error && isFailureCode(error.code)) {
    const details = 'details' in error && typeof error.details === 'object' ? error.details : null;
    return { code: error.code, message: error.message, ...(details && { details: details as Record<string, string | number> }) };
  }
  if (error.name === 'AbortError') return { code: 'cancelled', message: 'cancelled' };
  return { code: 'internal', message: error.message };
}
