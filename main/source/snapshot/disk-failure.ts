import { SourceFailure } from '../source.ts';

const fullErrors: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** What the system says about a temporary file, as a failure of ours. */
export function diskFailure(error: unknown): SourceFailure {
  if (error instanceof SourceFailure) return error;
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return fullErrors.has(reason)
    ? new SourceFailure('disk-full', 'there is no room on this machine for the snapshot', { reason }, { cause: error })
    : new SourceFailure('disk-failed', `a temporary file cannot be written (${reason})`, { reason }, { cause: error });
}
