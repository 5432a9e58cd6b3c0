import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipMember {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  readonly isEncrypted?: boolean;
  /** Of Unix, with the kind of file; 0 as written on other systems. */
  readonly mode?: number;
  readonly crc?: number;
  /** Takes the place of another member, by number: both are the same bytes. */
  readonly sameBytesAs?: number;
  readonly announcedBytes?: number;
  readonly method?: number;
}

interface Placed {
  readonly offset: number;
  readonly facts: Buffer;
  readonly name: Buffer;
  readonly mode: number;
}

const day = 0x58_22;

/** A zip file with whatever members a test wants, also such as no honest program writes. */
export function zipFile(members: readonly ZipMember[]): Buffer {
  const parts: Buffer[] = [];
  const placed: Placed[] = [];
  let length = 0;
  for (const member of members) {
    const content = Buffer.from(member.content as Uint8Array);
    const name = Buffer.from(member.name as Uint8Array);
    const packed = deflateRawSync(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(member.isEncrypted === true ? 1 : 0, 2);
    facts.writeUInt16LE(member.method ?? 8, 4);
    facts.writeUInt16LE(day, 8);
    facts.writeUInt32LE(member.crc ?? crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(member.announcedBytes ?? content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const earlier = placed[member.sameBytesAs ?? -1];
    placed.push({ offset: earlier?.offset ?? length, facts, name, mode: member.mode ?? 0 });
    if (earlier !== undefined) continue;
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, name, packed]);
    parts.push(local);
    length += local.length;
  }
  const directory = placed.map(centralRecord);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(length, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

function centralRecord({ offset, facts, name, mode }: Placed): Buffer {
  const start = Buffer.from('PK\u0001\u0002..', 'latin1');
  start.writeUInt16LE(mode === 0 ? 20 : (3 << 8) | 20, 4);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE((mode << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([start, facts, rest, name]);
}
