import { SourceFailure } from '../source.ts';
import { type HashName, idBytes } from './git-object.ts';
import { remoteMessage } from './pkt-line.ts';

/**
 * A server that answers in protocol version 0 or 1: it tells its branches unasked, and only their commits can be asked for.
 * So one pack brings everything, and files cannot be fetched one by one.
 */
export interface OldServer {
  /** Commits by reference, tags resolved. */
  readonly refs: ReadonlyMap<string, string>;
  /** Words that go with the first wanted id. */
  readonly features: readonly string[];
  readonly canBeShallow: boolean;
}

/** In the order of preference; without one of them nothing tells an error from the pack. */
const sideBands = ['side-band-64k', 'side-band'];
const usedFeatures = ['thin-pack', 'ofs-delta', 'no-progress'];

/** What the first reference carries behind a NUL; an empty repository has a made-up one for it. */
function featuresOf(line: string): string[] {
  const [, features = ''] = line.split('\0', 2);
  return features.split(' ').filter((feature) => feature !== '');
}

function tooOld(): SourceFailure {
  return new SourceFailure('not-a-repository', 'the Git server is too old to be understood');
}

function hashNameFrom(features: readonly string[]): HashName {
  const format = features.find((feature) => feature.startsWith('object-format='))?.slice('object-format='.length) ?? 'sha1';
  if (format === 'sha1' || format === 'sha256') return format;
  throw new SourceFailure('not-a-repository', `the repository names its objects in an unknown way: ${remoteMessage(format)}`);
}

/** Reads the lines of an advertisement of version 0, or of version 1 without the line that says so. */
export function readOldAdvertisement(lines: readonly string[]): { readonly hashName: HashName; readonly server: OldServer } {
  // An empty repository may have nothing to say.
  if (lines.length === 0) return { hashName: 'sha1', server: { refs: new Map(), features: [], canBeShallow: false } };
  const features = featuresOf(lines[0] ?? '');
  const hashName = hashNameFrom(features);
  const sideBand = sideBands.find((name) => features.includes(name));
  const oidPattern = new RegExp(`^[0-9a-f]{${2 * idBytes[hashName]}}$`);
  const refs = new Map<string, string>();
  for (const line of lines) {
    const [oid = '', name = ''] = (line.split('\0', 1)[0] ?? '').split(' ', 2);
    if (oid === 'shallow') continue;
    if (!oidPattern.test(oid) || name === '') throw tooOld();
    if (name !== 'capabilities^{}') refs.set(name.replace(/\^\{\}$/, ''), oid);
  }
  if (sideBand === undefined) throw tooOld();
  const used = usedFeatures.filter((name) => features.includes(name));
  const format = hashName === 'sha1' ? [] : [`object-format=${hashName}`];
  return {
    hashName,
    server: { refs, features: [...used, sideBand, ...format], canBeShallow: features.includes('shallow') },
  };
}
