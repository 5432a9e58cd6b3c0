const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeGbk(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('gbk', { fatal: true }).decode(bytes);
    // Some decoders give bytes that mean nothing a place in the private use area rather than refuse them.
    return /\p{Co}/u.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** A file name as text. Names are bytes; where they are not UTF-8 they are mostly of an old Chinese system, else Latin-1. */
export function decodeName(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return decodeGbk(bytes) ?? Buffer.from(bytes).toString('latin1');
  }
}

/** A name that is one part of a path. Such a path is only a key here, but keys are shown and exported later. */
export function isSafeName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !name.includes('/') && !name.includes('\0');
}
