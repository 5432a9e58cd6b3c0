/** Sizes of a Windows icon; 256 is the largest that the format knows. */
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];

/** Apple's names for PNG pictures of each size. */
const appleTypes = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
]);

/**
 * An `.ico` that holds the PNG pictures as they are.
 * @param {ReadonlyMap<number, Buffer>} pictures by size
 */
export function windowsIcon(pictures) {
  const chosen = windowsSizes.map((size) => ({ size, picture: pictureOf(pictures, size) }));
  const head = Buffer.alloc(6 + 16 * chosen.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(chosen.length, 4);
  let offset = head.length;
  for (const [index, { size, picture }] of chosen.entries()) {
    const at = 6 + 16 * index;
    // 0 means 256.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(picture.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += picture.length;
  }
  return Buffer.concat([head, ...chosen.map(({ picture }) => picture)]);
}

/**
 * An `.icns` for a Mac.
 * @param {ReadonlyMap<number, Buffer>} pictures by size
 */
export function iconFile(pictures) {
  const entries = appleTypes.map(([type, size]) => {
    const picture = pictureOf(pictures, size);
    return Buffer.concat([Buffer.from(type, 'latin1'), lengthOf(picture.length + 8), picture]);
  });
  const body = Buffer.concat(entries);
  return Buffer.concat([Buffer.from('icns', 'latin1'), lengthOf(body.length + 8), body]);
}

/** @param {number} bytes */
function lengthOf(bytes) {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(bytes);
  return buffer;
}

/**
 * @param {ReadonlyMap<number, Buffer>} pictures
 * @param {number} size
 */
function pictureOf(pictures, size) {
  const picture = pictures.get(size);
  if (picture === undefined) throw new Error(`there is no picture of ${size} pixels`);
  return picture;
}
