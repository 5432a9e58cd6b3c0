import { crc32, deflateSync } from 'node:zlib';

/** Real pictures of 12 x 9 pixels in every format, the smallest that an encoder made. */
const encoded = {
  jpeg: '/9j/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAJAAwDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAwX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCYAag//9k=',
  progressive:
    '/9j/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wgARCAAJAAwDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAVAQEBAAAAAAAAAAAAAAAAAAACBP/aAAwDAQACEAMQAAABkDR//8QAFBABAAAAAAAAAAAAAAAAAAAAIP/aAAgBAQABBQIf/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAgBAwEBPwF//8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAgBAgEBPwF//8QAFBABAAAAAAAAAAAAAAAAAAAAIP/aAAgBAQAGPwIf/8QAFBABAAAAAAAAAAAAAAAAAAAAIP/aAAgBAQABPyEf/9oADAMBAAIAAwAAABDz/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAgBAwEBPxB//8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAgBAgEBPxB//8QAFBABAAAAAAAAAAAAAAAAAAAAIP/aAAgBAQABPxAf/9k=',
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAwAAAAJCAMAAAAxZj1mAAAAA1BMVEXIHijZMm0HAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVR4nGNgGAAAAAB1AAFXJ/zyAAAAAElFTkSuQmCC',
  gif: 'R0lGODlhDAAJAIAAAExpccgeKCH/C05FVFNDQVBFMi4wAwEAAAAh+QQFAAAAACwAAAAADAAJAAACCYyPqcvtD6M8BQA7',
  webpLossy: 'UklGRjQAAABXRUJQVlA4ICgAAABwAQCdASoMAAkABUB8JaACdAFAAAD+5s7MMJgnX/wQX8QX8QT7AAAA',
  webpLossless: 'UklGRh4AAABXRUJQVlA4TBEAAAAvCwACAAdQjyIXpf+BiOh/AAA=',
  webpCanvas:
    'UklGRlgAAABXRUJQVlA4WAoAAAAQAAAACwAACAAAQUxQSAoAAAABB1DAiAhERP8DVlA4ICgAAABwAQCdASoMAAkABUB8JaACdAFAAAD+5s7MMJgnX/wQX8QX8QT7AAAA',
  avif: 'AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEOAAEAAAAAAAAAGwAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGF2MDEAAAAAamlwcnAAAABLaXBjbwAAABNjb2xybmNseAABAA0ABoAAAAAMYXYxQ4EgAgAAAAAUaXNwZQAAAAAAAAAMAAAACQAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEAYIDBAAAACNtZGF0EgAKCDgM7hhAQ0GkMg0cgAAAQACpjzrSpSoc',
} as const;

export type SampleName = keyof typeof encoded;
export const sampleNames = Object.keys(encoded) as SampleName[];

export function samplePicture(name: SampleName): Buffer {
  return Buffer.from(encoded[name], 'base64');
}

function chunk(name: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length, 0);
  head.write(name, 4, 'latin1');
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(content, crc32(head.subarray(4))));
  return Buffer.concat([head, content, checksum]);
}

interface PngParts {
  readonly width: number;
  readonly height: number;
  /** 0: grey, 2: red, green and blue. */
  readonly colours: 0 | 2;
  readonly before: readonly Buffer[];
  readonly content: Buffer;
}

function png({ width, height, colours, before, content }: PngParts): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  header.writeUInt8(colours, 9);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', header), ...before, chunk('IDAT', content), chunk('IEND', Buffer.alloc(0))]);
}

/** A PNG of the size given; `filling` makes its bytes its own. It can be told apart, not drawn. */
export function makePng(width: number, height: number, filling: Uint8Array = Buffer.from('x')): Buffer {
  return png({ width, height, colours: 0, before: [], content: deflateSync(filling, { level: 0 }) });
}

/** As `makePng`, of two frames. */
export function makeMovingPng(width: number, height: number): Buffer {
  const frames = Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]);
  return png({
    width,
    height,
    colours: 0,
    before: [chunk('acTL', frames)],
    content: deflateSync(Buffer.from('x'), { level: 0 }),
  });
}

/** A PNG that can be drawn: red grows from left to right, green from top to bottom. */
export function drawPng(width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * (1 + width * 3) + 1 + x * 3;
      rows.set([Math.floor((x * 255) / width), Math.floor((y * 255) / height), (x * y) % 64], at);
    }
  return png({ width, height, colours: 2, before: [], content: deflateSync(rows) });
}
