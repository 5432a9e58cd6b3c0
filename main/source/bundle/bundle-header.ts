import type { HashName } from '../git/git-object.ts';
import { idBytes } from '../git/git-object.ts';
import { chooseCommit } from '../git/refs.ts';
import type { ByteWindow } from '../http/byte-window.ts';
import { SourceFailure } from '../source.ts';

/** What stands before the pack in a file made by `git bundle create`. */
export interface BundleHeader {
  readonly hashName: HashName;
  /** Commit that HEAD, or the branch that stands for it, names. */
  readonly head: string;
  /** Where the pack begins. */
  readonly length: number;
}

const signatures: Readonly<Record<string, 2 | 3>> = { '# v2 git bundle': 2, '# v3 git bundle': 3 };
const longestLineBytes = 4096;
const longestHeaderBytes = 16 * 1024 * 1024;

function notUnderstood(message: string): SourceFailure {
  return new SourceFailure('origin-not-understood', message);
}

/** Whether a file that begins so is a bundle. */
export function isBundleStart(start: Buffer): boolean {
  return /^# v\d+ git bundle\n/.test(start.toString('latin1', 0, 32));
}

export async function readBundleHeader(window: ByteWindow): Promise<BundleHeader> {
  let length = 0;
  const nextLine = async (): Promise<string> => {
    const line = await readLine(window);
    length += line.length + 1;
    if (length > longestHeaderBytes) throw new SourceFailure('too-large', 'the bundle names too many branches');
    return line.toString('utf8');
  };
  const version = signatures[await nextLine()];
  if (version === undefined) throw notUnderstood('this kind of Git bundle is not understood');
  let hashName: HashName = 'sha1';
  const refs = new Map<string, string>();
  for (let line = await nextLine(); line !== ''; line = await nextLine()) {
    if (version === 3 && line.startsWith('@')) hashName = capability(line.slice(1)) ?? hashName;
    else if (line.startsWith('-'))
      throw notUnderstood('the bundle holds only what came after an earlier state; a bundle of everything is needed');
    else addRef(refs, line, hashName);
  }
  return { hashName, head: chooseCommit(refs), length };
}

/** The hash that a capability names; null where it says something else that can be lived with. */
function capability(text: string): HashName | null {
  const [name = '', value = ''] = text.split('=', 2);
  if (name === 'filter') return null;
  if (name === 'object-format' && (value === 'sha1' || value === 'sha256')) return value;
  throw notUnderstood(`the bundle needs something that is not understood: ${name.replaceAll(/[^\w-]/g, '?').slice(0, 40)}`);
}

function addRef(refs: Map<string, string>, line: string, hashName: HashName): void {
  const [oid = '', name = ''] = line.split(' ', 2);
  if (!new RegExp(`^[0-9a-f]{${2 * idBytes[hashName]}}$`).test(oid) || name === '')
    throw new SourceFailure('damaged-transfer', 'the head of the bundle cannot be read');
  refs.set(name, oid);
}

async function readLine(window: ByteWindow): Promise<Buffer> {
  for (let wanted = 256; ; wanted *= 2) {
    const isThere = await window.fill(wanted);
    const end = window.peek(wanted).indexOf(0x0a);
    if (end >= 0) {
      const line = window.take(end + 1);
      return line.subarray(0, end);
    }
    if (!isThere || wanted > longestLineBytes)
      throw new SourceFailure('damaged-transfer', 'the head of the bundle is cut short or cannot be read');
  }
}
