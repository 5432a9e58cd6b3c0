export interface TarMember {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  /** `0` a file, `1` `2` links, `3` to `6` devices and folders, `L` a long name, `x` an extended header. */
  readonly flag?: string;
  readonly announcedBytes?: number;
}

/** A tar archive with whatever members a test wants, and the two empty blocks that end one. */
export function tarFile(members: readonly TarMember[]): Buffer {
  return Buffer.concat([...members.map(tarMember), Buffer.alloc(1024)]);
}

function tarMember({ name, content = '', flag = '0', announcedBytes }: TarMember): Buffer {
  const bytes = Buffer.from(content as Uint8Array);
  const header = Buffer.alloc(512);
  Buffer.from(name as Uint8Array).copy(header, 0, 0, 100);
  header.write('0000644\u0000', 100, 'latin1');
  header.write(`${(announcedBytes ?? bytes.length).toString(8).padStart(11, '0')}\u0000`, 124, 'latin1');
  header.write(`${(1_600_000_000).toString(8).padStart(11, '0')}\u0000`, 136, 'latin1');
  header.write('        ', 148, 'latin1');
  header.write(flag, 156, 'latin1');
  header.write('ustar\u000000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\u0000 `, 148, 'latin1');
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

export function paxRecord(key: string, value: string): string {
  const tail = ` ${key}=${value}\n`;
  const bytes = Buffer.byteLength(tail);
  const length = bytes + String(bytes + String(bytes).length).length;
  return `${length}${tail}`;
}
