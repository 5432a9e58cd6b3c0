import { ByteWindow } from '../http/byte-window.ts';
import type { ClientAnswer, HttpClient } from '../http/http-client.ts';
import { SourceFailure } from '../source.ts';
import type { HashName } from './git-object.ts';
import { type OldServer, readOldAdvertisement } from './old-protocol.ts';
import { packetText, readPacket, remoteMessage } from './pkt-line.ts';

/** What a server offers, as far as it matters for fetching. */
export interface Capabilities {
  /** Address of the repository after redirects, without a trailing slash: where requests are posted. */
  readonly base: string;
  readonly hashName: HashName;
  readonly canFilter: boolean;
  readonly canTellUnborn: boolean;
  /** Null for a server of protocol version 2. */
  readonly oldServer: OldServer | null;
}

const advertisementType = 'application/x-git-upload-pack-advertisement';
const contentTypeOfPlainFiles = /^(text\/plain|application\/octet-stream)?$/;
/** An old server tells all its references here. */
const maximumAdvertisementBytes = 8 * 1024 * 1024;

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
    const isDumb = contentTypeOfPlainFiles.test(answer.contentType) && (await looksLikeRefs(answer));
    answer.discard();
    throw noRepository(answer.url.hostname, isDumb);
  }
  const lines = await readLines(new ByteWindow(answer.body));
  return parseCapabilities(lines, baseOf(answer.url));
}

/** A web server without Git gives out the files of a repository as they are: `<id> TAB <reference>` on every line. */
async function looksLikeRefs(answer: ClientAnswer): Promise<boolean> {
  const window = new ByteWindow(answer.body);
  await window.fill(80);
  const isList = /^[0-9a-f]{40}(?:[0-9a-f]{24})?\trefs\//.test(window.peek(80).toString('latin1'));
  await window.close();
  return isList;
}

function noRepository(host: string, isDumb: boolean): SourceFailure {
  const message = isDumb
    ? `${host} gives out the files of a repository but has no Git server, which is not understood`
    : `${host} has no Git repository at this address`;
  return new SourceFailure('not-a-repository', message, { host });
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
  if (lines.length === 0) throw new SourceFailure('bad-response', 'the Git server sent an empty answer');
  if (offered[0] !== 'version 2') return oldCapabilities(offered, base);
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
    oldServer: null,
  };
}

function oldCapabilities(offered: readonly string[], base: string): Capabilities {
  const { hashName, server } = readOldAdvertisement(offered[0] === 'version 1' ? offered.slice(1) : offered);
  return { base, hashName, canFilter: false, canTellUnborn: false, oldServer: server };
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
