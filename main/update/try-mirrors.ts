import { UpdateFailure } from './update-failure.ts';

/** What a reader should hear of first where several places failed, each in its own way. */
const gravity = ['update-unsigned', 'update-damaged', 'update-replayed', 'disk-full', 'update-not-for-this', 'update-older'];

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Failures that are not about a place: asking elsewhere cannot help. */
const final: ReadonlySet<string> = new Set(['cancelled', 'disk-full', 'place-not-writable']);

/** One place after the other until one gives what is wanted. `onFailed` hears of each that did not. */
export async function tryMirrors<Wanted>(
  mirrors: readonly URL[],
  attempt: (mirror: URL) => Promise<Wanted>,
  onFailed: (error: unknown) => void,
): Promise<{ readonly mirror: URL; readonly wanted: Wanted }> {
  const failures: Error[] = [];
  for (const mirror of mirrors) {
    try {
      return { mirror, wanted: await attempt(mirror) };
    } catch (error) {
      onFailed(error);
      if (!(error instanceof Error) || final.has(codeOf(error))) throw error;
      failures.push(error);
    }
  }
  throw gravestOf(failures) ?? new UpdateFailure('update-no-place', 'no place is known that releases can be had from');
}

function gravestOf(failures: readonly Error[]): Error | undefined {
  const known = gravity.map((code) => failures.find((failure) => codeOf(failure) === code));
  return known.find((failure) => failure !== undefined) ?? failures[0];
}

/** Addresses as folders, each once; what is no web address is left out. */
export function mirrorList(...lists: readonly (readonly string[])[]): readonly URL[] {
  const known = new Map<string, URL>();
  for (const address of lists.flat()) {
    if (!URL.canParse(address) || !/^https?:/iu.test(address)) continue;
    const url = new URL(address);
    if (!url.pathname.endsWith('/')) url.pathname += '/';
    if (!known.has(url.href)) known.set(url.href, url);
  }
  return [...known.values()];
}
