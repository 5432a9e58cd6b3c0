import { SourceFailure } from '../source.ts';

export interface MirrorFailure {
  /** Host, or name of a file or folder. */
  readonly name: string;
  readonly stage: 'asking for the newest state' | 'comparing' | 'fetching pages';
  readonly failure: SourceFailure;
}

/**
 * One failure that says of each origin where it ended. Its code is that of the origin the reader prefers; `details.origins`
 * is the number of origins and `details.failures` holds `name (stage): code`, parted by semicolons.
 */
export function joinFailures(failures: readonly MirrorFailure[]): SourceFailure {
  const [first] = failures;
  if (first === undefined) return new SourceFailure('origin-not-understood', 'an archive needs an origin');
  if (failures.length === 1) return first.failure;
  const message = failures.map(({ name, stage, failure }) => `${name}, ${stage}: ${failure.message}`).join('; ');
  const list = failures.map(({ name, stage, failure }) => `${name} (${stage}): ${failure.code}`).join('; ');
  return new SourceFailure(first.failure.code, message, { ...first.failure.details, origins: failures.length, failures: list });
}
