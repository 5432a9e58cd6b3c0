import { gzipSync } from 'node:zlib';
import { ByteWindow } from '../http/byte-window.ts';
import type { HttpClient } from '../http/http-client.ts';
import { SourceFailure } from '../source.ts';
import type { Capabilities } from './capabilities.ts';
import { delimiterPacket, flushPacket, textPacket } from './pkt-line.ts';

export interface Command {
  readonly name: 'ls-refs' | 'fetch';
  readonly lines: readonly string[];
  readonly maximumBytes: number;
}

const gzipFromBytes = 1024;
const resultType = 'application/x-git-upload-pack-result';

/** Posts one command of protocol version 2; the window holds the packets of the answer. */
export async function postCommand(
  client: HttpClient,
  capabilities: Capabilities,
  command: Command,
  signal: AbortSignal,
): Promise<ByteWindow> {
  const plain = Buffer.from(
    textPacket(`command=${command.name}`) +
      textPacket(`object-format=${capabilities.hashName}`) +
      delimiterPacket +
      command.lines.map(textPacket).join('') +
      flushPacket,
  );
  return postBody(client, capabilities, { plain, maximumBytes: command.maximumBytes }, signal);
}

/** Posts a question in the version of the protocol that the server speaks. */
export async function postBody(
  client: HttpClient,
  { base, oldServer }: Capabilities,
  { plain, maximumBytes }: { readonly plain: Buffer; readonly maximumBytes: number },
  signal: AbortSignal,
): Promise<ByteWindow> {
  const isCompressed = plain.length >= gzipFromBytes;
  const answer = await client.request({
    method: 'POST',
    url: new URL(`${base}/git-upload-pack`),
    headers: {
      'content-type': 'application/x-git-upload-pack-request',
      accept: resultType,
      ...(oldServer === null && { 'git-protocol': 'version=2' }),
      ...(isCompressed && { 'content-encoding': 'gzip' }),
    },
    body: isCompressed ? gzipSync(plain) : plain,
    maximumBytes,
    signal,
  });
  if (answer.contentType !== resultType) {
    answer.discard();
    const host = answer.url.hostname;
    throw new SourceFailure('bad-response', `${host} answers a request of Git with something else`, { host });
  }
  return new ByteWindow(answer.body);
}
