import { ByteWindow } from '../http/byte-window.ts';
import type { HttpClient } from '../http/http-client.ts';
import { SourceFailure } from '../source.ts';
import type { HashName } from './git-object.ts';
import { packetText, readPacket, remoteMessage } from './pkt-line.ts';

/** What a server of protocol version 2 offers, as far as it matters for fetching. */
export interface Capabilities {
  /** Address of the repository after redirects, without a trailing slash: where requests are posted. */
  readonly base: string;
  readonly hashName: HashName;
  readonly canFilter: boolean;
  readonly canTellUnborn: boolean;
}

const advertisementType = 'application/x-git-upload-pack-advertisement';
const maximumAdvertisementBytes = 4 * 1024 * 1024;

/** The first request of every sync: asks whether there is a repository, and what its server can do. */
export async function discover(client: HttpClient, url: string, signal: AbortSignal): Promise<Capabilities> {
  const answer = await client.request({
    method: 'GET',
    url: new URL(`${url}/info/refs?service=git-upload-pack`),
    headers: { 'git-protocol': 'version=2' },
    maximumBytes: maximumAdvertisementBytes,
    signal,
  });
  if (answer.contentType !== advertisementType) {
    answer.discard();
    throw new SourceFailure('not-a-repository', `${answer.url.hostname} has no Git repository at this address`);
  }
  const lines = await readLines(new ByteWindow(answer.body));
  return parseCapabilities(lines, baseOf(answer.url));
}

function baseOf(url: URL): string {
  const suffix = '/info/refs';
  if (!url.pathname.endsWith(suffix))
    throw new SourceFailure('not-a-repository', `${url.hostname} redirects to something that is no repository`);
  return url.origin + url.pathname.slice(0, -suffix.length);
}

async function readLines(window: ByteWindow): Promise<string[]> {
  const lines: string[] = [];
  for (let packet = await readPacket(window); packet !== null; packet = await readPacket(window))
    if (packet.kind === 'data') lines.push(packetText(packet.payload));
  return lines;
}

function parseCapabilities(lines: readonly string[], base: string): Capabilities {
  const offered = lines.filter((line) => !line.startsWith('# service='));
  const error = offered.find((line) => line.startsWith('ERR '));
  if (error !== undefined) throw new SourceFailure('bad-response', remoteMessage(error.slice(4)));
  if (offered[0] !== 'version 2')
    throw new SourceFailure('not-a-repository', 'the Git server is too old: it does not speak protocol version 2');
  const values = new Map(offered.slice(1).map((line) => splitOnce(line, '=')));
  const hashName = values.get('object-format') ?? 'sha1';
  if (hashName !== 'sha1' && hashName !== 'sha256')
    throw new SourceFailure('not-a-repository', `the repository names its objects in an unknown way: ${remoteMessage(hashName)}`);
  const features = (name: string): readonly string[] => (values.get(name) ?? '').split(' ');
  return {
    base,
    hashName,
    canFilter: features('fetch').includes('filter'),
    canTellUnborn: features('ls-refs').includes('unborn'),
  };
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
