import { commonHan } from './common-han.ts';

export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: 'page-not-text' | 'page-too-large'; readonly message: string };

const mebibyte = 1_048_576;
/** In UTF-16 code units of the decoded text. */
const textLimit = 4 * mebibyte;
const bytesLimit = 4 * textLimit;
/** Damage that a reader can read over: a page cut in the middle of a character, a stray byte. */
const damageLimit = 0.002;
/** As many are read over in any page that is not tiny. */
const damagedCharacters = 3;
const shortText = 30;
/** Share of everyday characters among all non-ASCII ones that tells real Chinese from bytes read in the wrong encoding. */
const everydayShare = 0.15;

/** The text of a page in whatever encoding it came, with `\n` line ends and no byte order mark. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > bytesLimit) return tooLarge();
  const text = decodeMarked(bytes) ?? decodeUtf8(bytes) ?? decodeUtf16(bytes) ?? decodeChinese(bytes);
  if (text === null)
    return { ok: false, code: 'page-not-text', message: 'the page is in no encoding of text that could be recognised' };
  if (text.length > textLimit) return tooLarge();
  return { ok: true, text: text.replaceAll(/\r\n?/gu, '\n').replaceAll('\0', '') };
}

function tooLarge(): DecodedText {
  return { ok: false, code: 'page-too-large', message: `the page has more than ${textLimit / mebibyte} million characters` };
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

function decodeMarked(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode(bytes, 'utf-8');
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be');
  return null;
}

/** Share of characters that no text has. */
function damage(text: string): number {
  let damaged = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x20 ? code === 0xfffd : code !== 0x0a && code !== 0x0d && code !== 0x09 && code !== 0x0c) damaged++;
  }
  return text.length === 0 ? 0 : damaged / text.length;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  const text = decode(bytes, 'utf-8');
  const tolerated = text.length >= shortText ? Math.max(damageLimit, damagedCharacters / text.length) : damageLimit;
  return damage(text) <= tolerated ? text : null;
}

/** Without a byte order mark: the zero bytes of line ends and Latin letters give it away. */
function decodeUtf16(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0 || !bytes.includes(0)) return null;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = decode(bytes, encoding);
    if (damage(text) <= damageLimit && isPlausible(text)) return text;
  }
  return null;
}

function isPlausible(text: string): boolean {
  let ordinary = 0;
  for (const character of text)
    if (/[\n\r\t -~\u00a0-\u024f\u2010-\u2027]/u.test(character) || commonHan.has(character)) ordinary++;
  return ordinary / Math.max(text.length, 1) >= 0.4;
}

/** Both encodings accept nearly any bytes; the one whose reading consists of everyday characters is meant. */
function decodeChinese(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  const readings = ['gb18030', 'big5']
    .map((encoding) => decode(bytes, encoding))
    .filter((text) => damage(text) <= damageLimit * 5)
    .map((text) => ({ text, share: shareOfEveryday(text) }))
    .filter(({ share }) => share >= everydayShare)
    .toSorted((one, other) => other.share - one.share);
  return readings[0]?.text ?? null;
}

function shareOfEveryday(text: string): number {
  let everyday = 0;
  let all = 0;
  for (const character of text) {
    if (character < '\u0080') continue;
    all++;
    if (commonHan.has(character)) everyday++;
  }
  return all === 0 ? 0 : everyday / all;
}
