import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { objectId } from '#main/source/git/git-object.ts';
import { Pack } from '#main/source/git/pack.ts';
import { type ReceiveEnd, receivePack } from '#main/source/git/receive-pack.ts';

interface PackEntry {
  /** 3: blob; 6: difference to an earlier place; 7: difference to an id. */
  readonly kind: number;
  readonly size?: number;
  readonly reference?: Uint8Array;
  readonly content: Uint8Array;
}

function entryBytes({ kind, content, reference = new Uint8Array(), size = content.length }: PackEntry): Buffer {
  const header: number[] = [];
  let rest = Math.floor(size / 16);
  header.push((kind << 4) | (size % 16) | (rest > 0 ? 0x80 : 0));
  for (; rest > 0; rest = Math.floor(rest / 128)) header.push((rest % 128) | (rest >= 128 ? 0x80 : 0));
  return Buffer.concat([Buffer.from(header), reference, deflateSync(content)]);
}

function packOf(entries: readonly PackEntry[], announced = entries.length): Buffer {
  const head = Buffer.from('PACK\0\0\0\u0002\0\0\0\0', 'latin1');
  head.writeUInt32BE(announced, 8);
  const body = Buffer.concat([head, ...entries.map(entryBytes)]);
  return Buffer.concat([body, createHash('sha1').update(body).digest()]);
}

async function receive(
  bytes: Buffer,
  chunkBytes = 7,
  kind: 'portion' | 'whole' = 'whole',
): Promise<{ pack: Pack; end: ReceiveEnd }> {
  async function* chunks(): AsyncGenerator<Buffer, void, undefined> {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  }
  const pack = new Pack({ hashName: 'sha1', maximumBlobBytes: 1000, readBase: () => undefined });
  const receiving = receivePack(chunks(), pack, { kind, maximumPackBytes: 5000, maximumContentBytes: 5000 });
  for (;;) {
    const next = await receiving.next();
    if (next.done === true) return { pack, end: next.value };
  }
}

const text = Buffer.from('0123456789');
const textId = objectId('sha1', 'blob', text);
/** Makes "01234!" of the text. */
const delta = Buffer.from([10, 6, 0x90, 5, 1, 0x21]);
const changedId = objectId('sha1', 'blob', Buffer.from('01234!'));
const base = { kind: 3, content: text };

describe('a pack', () => {
  it.each([1, 7, 1000])(
    'is read in chunks of any size (%i), with differences before and after their bases',
    async (chunkBytes) => {
      const reference = Buffer.from(textId, 'hex');
      const { pack, end } = await receive(packOf([{ kind: 7, reference, content: delta }, base]), chunkBytes);
      expect(end).toBe('complete');
      expect(Buffer.from(pack.read(changedId)?.content ?? []).toString()).toBe('01234!');
    },
  );

  it('leaves a difference whose base is nowhere, and says so', async () => {
    const { pack } = await receive(packOf([{ kind: 7, reference: Buffer.alloc(20, 1), content: delta }]));
    expect(pack.isMissingBases).toBe(true);
  });

  it('passes over what is too large where all of it is needed, and stops there where it is not', async () => {
    const large = Buffer.alloc(4000, 'x');
    const bytes = packOf([{ kind: 3, content: large }, base]);
    const whole = await receive(bytes);
    expect([...whole.pack.tooLargeIds]).toStrictEqual([objectId('sha1', 'blob', large)]);
    expect(whole.pack.has(textId)).toBe(true);
    expect((await receive(bytes, 7, 'portion')).end).toBe('too-large');
  });

  it('never builds a result that is too large', async () => {
    const bomb = Buffer.from([10, 0xff, 0xff, 0xff, 0x7f, 0x90, 10]);
    const { pack, end } = await receive(
      packOf([base, { kind: 7, reference: Buffer.from(textId, 'hex'), content: bomb }]),
      7,
      'portion',
    );
    expect(end).toBe('too-large');
    expect(pack.has(textId)).toBe(true);
  });

  it('is refused where it unfolds to too much', async () => {
    const entries = Array.from({ length: 8 }, (_, index) => ({ kind: 3, content: Buffer.alloc(900, index) }));
    await expect(receive(packOf(entries))).rejects.toMatchObject({ code: 'too-large' });
  });

  it.each([
    ['an object longer than announced', packOf([{ ...base, size: 4 }])],
    ['an object shorter than announced', packOf([{ ...base, size: 40 }])],
    ['fewer objects than announced', packOf([base], 2)],
    ['an unknown kind of object', packOf([{ ...base, kind: 5 }])],
    ['a base before the beginning', packOf([{ kind: 6, reference: Buffer.from([0x7f]), content: delta }])],
    ['something after its end', Buffer.concat([packOf([base]), Buffer.from('x')])],
    ['a missing end', packOf([base]).subarray(0, -3)],
    ['a wrong checksum', Buffer.concat([packOf([base]).subarray(0, -1), Buffer.from([0])])],
    ['another beginning', Buffer.from('<html>no pack at all</html>')],
    ['nothing', Buffer.alloc(0)],
  ])('is refused with %s', async (_name, bytes) => {
    await expect(receive(bytes)).rejects.toMatchObject({ code: 'damaged-transfer' });
  });
});
