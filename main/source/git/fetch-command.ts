import type { ByteWindow } from '../http/byte-window.ts';
import type { HttpClient } from '../http/http-client.ts';
import { SourceFailure } from '../source.ts';
import type { Capabilities } from './capabilities.ts';
import { askOldServer, findOldPack } from './old-fetch.ts';
import type { OldServer } from './old-protocol.ts';
import { cutShort, type Packet, packetText, readPacket, readPacketStart, remoteMessage } from './pkt-line.ts';
import { postBody, postCommand } from './upload-pack.ts';

export interface FetchRequest {
  readonly wants: readonly string[];
  /** The commit that is held without its history, whose files serve as bases; null for a pack that stands alone. */
  readonly have: string | null;
  readonly isCommitWanted: boolean;
  /** Leave out the contents of files. Only where the server can filter. */
  readonly isWithoutFiles: boolean;
}

const maximumResponseBytes = 4 * 1024 ** 3;

/** Asks for a pack and returns its bytes as they come. No negotiation: `done` is sent with the wants, one round trip. */
export async function fetchPack(
  client: HttpClient,
  capabilities: Capabilities,
  request: FetchRequest,
  signal: AbortSignal,
): Promise<AsyncIterable<Buffer>> {
  if (capabilities.oldServer !== null) return fetchOldPack(client, capabilities, capabilities.oldServer, request, signal);
  const { have } = request;
  const lines = [
    'thin-pack',
    'no-progress',
    'ofs-delta',
    ...(have === null ? [] : [`shallow ${have}`]),
    ...(request.isCommitWanted ? ['deepen 1'] : []),
    ...(request.isWithoutFiles ? ['filter blob:none'] : []),
    ...request.wants.map((oid) => `want ${oid}`),
    ...(have === null ? [] : [`have ${have}`]),
    'done',
  ];
  const command = { name: 'fetch', lines, maximumBytes: maximumResponseBytes } as const;
  const window = await postCommand(client, capabilities, command, signal);
  return packBytes(window, findPack);
}

async function fetchOldPack(
  client: HttpClient,
  capabilities: Capabilities,
  server: OldServer,
  request: FetchRequest,
  signal: AbortSignal,
): Promise<AsyncIterable<Buffer>> {
  const plain = askOldServer(server, request.wants, request.have);
  const question = { plain, maximumBytes: maximumResponseBytes };
  return packBytes(await postBody(client, capabilities, question, signal), findOldPack);
}

/** Passes over the sections before the pack, then takes the pack out of the side band. */
async function* packBytes(
  window: ByteWindow,
  find: (window: ByteWindow) => Promise<Packet | null>,
): AsyncGenerator<Buffer, void, undefined> {
  let isFound = false;
  try {
    const ahead = await find(window);
    isFound = true;
    if (ahead?.kind === 'data') yield* bandContent(ahead.payload);
    for (;;) {
      const start = await readPacketStart(window);
      if (start === null) throw cutShort(window);
      if (start.kind === 'flush') break;
      if (start.kind === 'data') yield* bandPieces(window, start.payloadLength);
    }
    // Nothing should follow; reading on to the end lets the connection be used again.
    while ((await readPacket(window)) !== null);
  } catch (error) {
    throw isFound ? asDamage(error) : error;
  } finally {
    await window.close();
  }
}

/** Who has begun to send a pack speaks Git: what makes no sense after that was damaged on its way. */
function asDamage(error: unknown): unknown {
  const isNonsense = error instanceof SourceFailure && error.code === 'bad-response';
  return isNonsense ? new SourceFailure('damaged-transfer', 'a packet of the transfer is damaged') : error;
}

async function findPack(window: ByteWindow): Promise<null> {
  for (;;) {
    const packet = await readPacket(window);
    if (packet === null) throw cutShort(window);
    if (packet.kind === 'flush') throw new SourceFailure('bad-response', 'the server sent no pack');
    if (packet.kind !== 'data') continue;
    const text = packetText(packet.payload);
    if (text === 'packfile') return null;
    if (text.startsWith('ERR ')) throw new SourceFailure('bad-response', remoteMessage(text.slice(4)));
  }
}

/** A packet holds up to 64 KB of the pack: what a transfer that breaks off has brought of it is handed out as it comes. */
async function* bandPieces(window: ByteWindow, length: number): AsyncGenerator<Buffer, void, undefined> {
  if (length === 0) return;
  if (!(await window.ensure(1))) throw cutShort(window);
  if (window.peek(1)[0] !== packBand) {
    if (!(await window.ensure(length))) throw cutShort(window);
    return yield* bandContent(window.take(length));
  }
  window.take(1);
  for (let left = length - 1; left > 0;) {
    if (!(await window.ensure(1))) throw cutShort(window);
    const piece = window.take(left);
    left -= piece.length;
    yield piece;
  }
}

const packBand = 1;

function* bandContent(payload: Buffer): Generator<Buffer, void, undefined> {
  const band = payload[0];
  if (band === packBand) yield payload.subarray(1);
  else if (band === 3)
    throw new SourceFailure('server-failed', `the server broke off: ${remoteMessage(payload.toString('utf8', 1))}`);
  else if (band !== 2) throw new SourceFailure('bad-response', 'the server sent something that is no pack');
}
