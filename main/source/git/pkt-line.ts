import type { ByteWindow } from '../http/byte-window.ts';
import { SourceFailure } from '../source.ts';

/** `delimiter` parts the sections of a message, `flush` ends it. */
export type Packet = { readonly kind: 'data'; readonly payload: Buffer } | { readonly kind: 'flush' | 'delimiter' | 'end' };

export const flushPacket = '0000';
export const delimiterPacket = '0001';

const lengthDigits = 4;
const maximumPacketBytes = 65_520;

/** A line of text as a packet; the newline is added. Git's own lines are far below the limit of 65,516 bytes. */
export function textPacket(text: string): string {
  return (Buffer.byteLength(text) + 1 + lengthDigits).toString(16).padStart(lengthDigits, '0') + text + '\n';
}

type PacketStart = { readonly kind: 'data'; readonly payloadLength: number } | Exclude<Packet, { readonly kind: 'data' }>;

/** The next packet; null where the stream ends between two packets. */
export async function readPacket(window: ByteWindow): Promise<Packet | null> {
  const start = await readPacketStart(window);
  if (start?.kind !== 'data') return start;
  if (!(await window.ensure(start.payloadLength))) throw cutShort(window);
  return { kind: 'data', payload: window.take(start.payloadLength) };
}

/** The same, but for the payload, which follows in the stream. */
export async function readPacketStart(window: ByteWindow): Promise<PacketStart | null> {
  if (!(await window.ensure(lengthDigits))) {
    if (window.available === 0) return null;
    throw cutShort(window);
  }
  const digits = window.take(lengthDigits).toString('latin1');
  if (!/^[0-9a-f]{4}$/i.test(digits)) throw new SourceFailure('bad-response', 'the server does not speak the protocol of Git');
  const length = Number.parseInt(digits, 16);
  if (length === 0) return { kind: 'flush' };
  if (length === 1) return { kind: 'delimiter' };
  if (length === 2) return { kind: 'end' };
  if (length < lengthDigits || length > maximumPacketBytes)
    throw new SourceFailure('bad-response', 'the server sent a packet of an impossible length');
  return { kind: 'data', payloadLength: length - lengthDigits };
}

/** The text of a packet without its newline. */
export function packetText(payload: Buffer): string {
  const end = payload.at(-1) === 0x0a ? payload.length - 1 : payload.length;
  return payload.toString('utf8', 0, end);
}

/** What a server says in an `ERR` packet or on the error band, fit for a message: one line, no control characters. */
export function remoteMessage(text: string): string {
  return text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 300);
}

/** The failure of a stream that ended before it should. */
export function cutShort(window: ByteWindow): SourceFailure {
  return window.failure ?? new SourceFailure('damaged-transfer', 'the answer of the server ends too early');
}
