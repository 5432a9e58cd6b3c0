import type { ByteWindow } from '../http/byte-window.ts';
import { SourceFailure } from '../source.ts';
import type { OldServer } from './old-protocol.ts';
import { cutShort, flushPacket, type Packet, packetText, readPacket, remoteMessage, textPacket } from './pkt-line.ts';

/** The question of protocol version 0: wanted commits without their history, and what is held, all in one request. */
export function askOldServer(server: OldServer, wants: readonly string[], have: string | null): Buffer {
  const wanted = wants.map((oid, index) => `want ${oid}${index === 0 ? ` ${server.features.join(' ')}` : ''}`);
  const depth = server.canBeShallow ? [...(have === null ? [] : [`shallow ${have}`]), 'deepen 1'] : [];
  const held = have === null ? [] : [`have ${have}`];
  return Buffer.from([...wanted, ...depth].map(textPacket).join('') + flushPacket + [...held, 'done'].map(textPacket).join(''));
}

/** Passes over what comes before the pack: where the history was cut, and which commits both sides have. */
export async function findOldPack(window: ByteWindow): Promise<Packet> {
  for (;;) {
    const packet = await readPacket(window);
    if (packet === null) throw cutShort(window);
    if (packet.kind !== 'data') continue;
    const text = packetText(packet.payload.subarray(0, 1000));
    if (text.startsWith('ERR ')) throw new SourceFailure('bad-response', remoteMessage(text.slice(4)));
    if (!/^(?:NAK$|ACK |shallow |unshallow )/.test(text)) return packet;
  }
}
