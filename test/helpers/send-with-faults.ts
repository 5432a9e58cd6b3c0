import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

/** Passes on what a CGI program writes, headers first, with the faults asked for: see `GitServer.urlOf`. */
export async function sendWithFaults(
  output: Readable,
  response: ServerResponse,
  faults: ReadonlyMap<string, string>,
  count: { bytesOut: number },
): Promise<void> {
  const { status, headers, bodyStart } = await readHead(output);
  const at = (name: string): number => (faults.has(name) ? Number(faults.get(name)) : Infinity);
  if (faults.get('zip') === '1') {
    const rest: Buffer[] = [bodyStart];
    for await (const chunk of output) rest.push(chunk as Buffer);
    response.writeHead(status, { ...headers, 'content-encoding': 'gzip' }).end(gzipSync(Buffer.concat(rest)));
    return;
  }
  response.writeHead(status, headers);
  let sent = 0;
  const send = async (chunk: Buffer): Promise<'go on' | 'stop'> => {
    const flipAt = at('flip') - sent;
    if (flipAt >= 0 && flipAt < chunk.length) chunk.writeUInt8(chunk.readUInt8(flipAt) ^ 0x10, flipAt);
    const end = Math.min(at('cut'), at('hang'), at('end'), at('drip'));
    const piece = chunk.subarray(0, Math.max(0, end - sent));
    sent += piece.length;
    count.bytesOut += piece.length;
    await new Promise<void>((resolve) => response.write(piece, () => resolve()));
    if (faults.has('slow')) await new Promise((resolve) => setTimeout(resolve, (piece.length / at('slow')) * 1000));
    if (sent < end) return 'go on';
    if (at('drip') === end) await drip(chunk.subarray(piece.length), response);
    if (at('end') === end) response.end();
    if (at('cut') === end) response.socket?.destroy();
    return 'stop';
  };
  if (bodyStart.length > 0 && (await send(bodyStart)) === 'stop') return;
  for await (const chunk of output) if ((await send(chunk as Buffer)) === 'stop') return;
  response.end();
}

/** One byte after the other while somebody listens; then nothing. */
async function drip(bytes: Buffer, response: ServerResponse): Promise<void> {
  for (let at = 0; !response.destroyed; at++) {
    if (at < bytes.length) response.write(bytes.subarray(at, at + 1));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function readHead(
  output: Readable,
): Promise<{ readonly status: number; readonly headers: Record<string, string>; readonly bodyStart: Buffer }> {
  let bytes = Buffer.alloc(0);
  const chunks = output.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  for (;;) {
    const next = await chunks.next();
    if (next.done === true) return { status: 500, headers: {}, bodyStart: Buffer.alloc(0) };
    bytes = Buffer.concat([bytes, next.value]);
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) continue;
    await chunks.return?.();
    const lines = bytes.toString('latin1', 0, end).split('\r\n');
    const headers = Object.fromEntries(lines.map((line) => line.split(/:\s*/, 2) as [string, string]));
    const status = Number((headers['Status'] ?? '200').slice(0, 3));
    return { status, headers, bodyStart: Buffer.from(bytes.subarray(end + 4)) };
  }
}
