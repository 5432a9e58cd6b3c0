import type { HttpClient } from '../http/http-client.ts';
import { SourceFailure } from '../source.ts';
import type { Capabilities } from './capabilities.ts';
import { idBytes } from './git-object.ts';
import { packetText, readPacket, remoteMessage } from './pkt-line.ts';
import { postCommand } from './upload-pack.ts';

const maximumRefsBytes = 16 * 1024 * 1024;

/**
 * The commit that HEAD names. Always HEAD and never a branch by name, so a renamed default branch is followed. Where HEAD
 * names a branch that is gone, the branch called `main` or `master`, or the only one there is.
 */
export async function readHeadCommit(client: HttpClient, capabilities: Capabilities, signal: AbortSignal): Promise<string> {
  if (capabilities.oldServer !== null) return chooseCommit(capabilities.oldServer.refs);
  const found = await listRefs(client, capabilities, 'HEAD', signal);
  return found.has('HEAD') ? chooseCommit(found) : chooseCommit(await listRefs(client, capabilities, 'refs/heads/', signal));
}

/** HEAD, else the branch that stands for it. Throws 'empty-repository' where there is none. */
export function chooseCommit(refs: ReadonlyMap<string, string>): string {
  const branches = [...refs].filter(([name]) => name.startsWith('refs/heads/'));
  const only = branches.length === 1 ? branches[0]?.[1] : undefined;
  const chosen = refs.get('HEAD') ?? refs.get('refs/heads/main') ?? refs.get('refs/heads/master') ?? only;
  if (chosen === undefined) throw new SourceFailure('empty-repository', 'the repository has no commit yet');
  return chosen;
}

async function listRefs(
  client: HttpClient,
  capabilities: Capabilities,
  prefix: string,
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const lines = [...(capabilities.canTellUnborn ? ['unborn'] : []), 'peel', 'symrefs', `ref-prefix ${prefix}`];
  const window = await postCommand(client, capabilities, { name: 'ls-refs', lines, maximumBytes: maximumRefsBytes }, signal);
  const refs = new Map<string, string>();
  const isOid = new RegExp(`^[0-9a-f]{${2 * idBytes[capabilities.hashName]}}$`);
  let isComplete = false;
  for (let packet = await readPacket(window); packet !== null; packet = await readPacket(window)) {
    if (packet.kind === 'flush') isComplete = true;
    if (packet.kind !== 'data') continue;
    const text = packetText(packet.payload);
    if (text.startsWith('ERR ')) throw new SourceFailure('bad-response', remoteMessage(text.slice(4)));
    const [oid = '', name = '', ...attributes] = text.split(' ');
    const peeled = attributes.find((attribute) => attribute.startsWith('peeled:'))?.slice('peeled:'.length);
    if (oid === 'unborn') continue;
    if (!isOid.test(peeled ?? oid)) throw new SourceFailure('bad-response', 'the list of branches cannot be read');
    refs.set(name, peeled ?? oid);
  }
  if (!isComplete) throw new SourceFailure('bad-response', 'the list of branches ends too early');
  return refs;
}
