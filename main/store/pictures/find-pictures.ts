import type { ReadableDb } from '../database.ts';
import { pictureAddress } from './picture-address.ts';
import type { PictureFacts, PictureReason, PictureType } from './picture-reason.ts';

export interface StoredPicture extends PictureFacts {
  /** 64 hexadecimal digits: the only name by which a picture is served. */
  readonly sha256: string;
  readonly byteLength: number;
}

export interface FoundPicture {
  /** 'unknown': not in the queue and not stored; it may be asked for. */
  readonly state: 'stored' | 'queued' | 'failed' | 'refused' | 'unknown';
  readonly stored: StoredPicture | null;
  readonly reason: PictureReason | null;
}

interface FoundRow {
  readonly at: number;
  readonly state: FoundPicture['state'];
  readonly reason: PictureReason | null;
  readonly sha256: Uint8Array | null;
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
  readonly byteLength: number;
}

const picturesOfAddresses = `
  SELECT wanted.key AS at, state, reason, sha256, picture.type AS type, width, height, byte_length AS byteLength
  FROM json_each(?) AS wanted
  CROSS JOIN picture_address ON archive_id = wanted.value ->> 0 AND address = wanted.value ->> 1
  LEFT JOIN picture ON picture.id = picture_id`;

const unknown: FoundPicture = { state: 'unknown', stored: null, reason: null };

function asFound({ state, reason, sha256, type, width, height, byteLength }: FoundRow): FoundPicture {
  if (sha256 === null) return { state, stored: null, reason };
  const stored = { sha256: Buffer.from(sha256).toString('hex'), type, width, height, byteLength };
  return { state: 'stored', stored, reason: null };
}

/** One for each of `urls`, in their order. `shownFrom` is the archive of the page that the article is shown from. */
export function findPictures(
  db: ReadableDb,
  { shownFrom, urls }: { readonly shownFrom: string; readonly urls: readonly string[] },
): FoundPicture[] {
  const wanted = urls.map((url) => {
    const { archiveId, address } = pictureAddress(shownFrom, url);
    return [archiveId, address];
  });
  const rows = db.all<FoundRow>(picturesOfAddresses, [JSON.stringify(wanted)]);
  const found = new Map(rows.map((row) => [row.at, asFound(row)]));
  return urls.map((_url, at) => found.get(at) ?? unknown);
}

const contentByHash = 'SELECT type, content FROM picture WHERE sha256 = ?';

/** By 64 lower-case hexadecimal digits; undefined for anything else and for what is not stored. */
export function readPicture(
  db: ReadableDb,
  sha256: string,
): { readonly type: PictureType; readonly bytes: Uint8Array } | undefined {
  if (!/^[0-9a-f]{64}$/u.test(sha256)) return undefined;
  const row = db.first<{ type: PictureType; content: Uint8Array }>(contentByHash, [Buffer.from(sha256, 'hex')]);
  return row && { type: row.type, bytes: row.content };
}

export const findSql = { picturesOfAddresses, contentByHash } as const;
