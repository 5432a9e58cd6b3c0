import { loginsOf, splitLogin } from '../http/credentials.ts';
import { createHttpClient } from '../http/http-client.ts';
import { openSender } from '../open-sender.ts';
import type { SourceOptions } from '../source-options.ts';
import type { FileEntry, KnownObjects, Source, TransferCount } from '../source.ts';
import { type Capabilities, discover } from './capabilities.ts';
import { type HeldFiles, readFileBatches } from './file-batches.ts';
import { type ReadObject, verifiedReader } from './git-object.ts';
import type { Pack } from './pack.ts';
import { fetchChanges, fetchWholePack } from './read-changes.ts';
import { heldCommits, type Preparation } from './preparation.ts';
import { createIncomingFile } from './incoming-file.ts';
import { readHeadCommit } from './refs.ts';

/** A Git repository over smart HTTP: fetches only, keeps nothing on disk, runs no other program. */
export function createGitSource(address: string, options: SourceOptions): Source {
  const { isWanted, maximumFileBytes, userAgent, incomingFile } = options;
  const incoming = incomingFile === undefined ? null : createIncomingFile(incomingFile);
  const transfer: TransferCount = { bytesDown: 0, bytesUp: 0 };
  const { url, login } = splitLogin(address);
  const client = createHttpClient(openSender(options, transfer), userAgent, loginsOf(options.network, login));
  let capabilities: Capabilities | null = null;
  let snapshot: { readonly head: string; readonly pack: Pack } | null = null;

  /** What every request needs; the server is asked for its capabilities once. */
  async function prepare(known: KnownObjects, signal: AbortSignal): Promise<Preparation> {
    capabilities ??= await discover(client, url, signal);
    const readKnown = verifiedReader((oid) => known.read(oid));
    return { client, capabilities, ...heldCommits(known, readKnown), readKnown, maximumFileBytes, incoming, signal };
  }

  return {
    transfer,
    async readHead(signal) {
      capabilities ??= await discover(client, url, signal);
      return { id: await readHeadCommit(client, capabilities, signal) };
    },
    async readChanges(head, known, signal) {
      const prepared = await prepare(known, signal);
      const { pack, ...found } = await fetchChanges({ ...prepared, head: head.id, isWanted });
      snapshot = pack === null || prepared.capabilities.canFilter ? null : { head: head.id, pack };
      if (found.changes.present.length === 0) incoming?.drop();
      return found;
    },
    async *readFiles(head, wanted, known, signal) {
      const prepared = await prepare(known, signal);
      const pack = await packForFiles(snapshot?.head === head.id ? snapshot.pack : null, { ...prepared, head: head.id }, wanted);
      yield* readFileBatches(wanted, heldFiles(pack, prepared.readKnown), prepared, transfer);
      incoming?.drop();
    },
    close() {
      snapshot = null;
      incoming?.close();
      client.close();
      return Promise.resolve();
    },
  };
}

/** An old server gives out no single files: where one is missing, everything is fetched once more. */
async function packForFiles(
  arrived: Pack | null,
  errand: Preparation & { readonly head: string },
  wanted: readonly FileEntry[],
): Promise<Pack | null> {
  if (errand.capabilities.oldServer === null) return arrived;
  const isHeld = ({ oid }: FileEntry): boolean =>
    arrived?.has(oid) === true || arrived?.tooLargeIds.has(oid) === true || errand.readKnown(oid) !== undefined;
  return wanted.every(isHeld) ? arrived : fetchWholePack({ ...errand, have: null });
}

function heldFiles(pack: Pack | null, readKnown: ReadObject): HeldFiles {
  return { read: (oid) => pack?.read(oid) ?? readKnown(oid), tooLargeIds: pack?.tooLargeIds ?? new Set<string>() };
}
