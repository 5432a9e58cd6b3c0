import type { WritableDb } from '../database.ts';
import { pictureAddress } from './picture-address.ts';
import { addressRefusal } from './tracker-address.ts';

/** Why a picture is wanted: 'all' of the archive are, its article was 'opened' or bookmarked, the reader 'asked' for it. */
export type PictureWish = 'all' | 'opened' | 'asked';

export const wishRanks: Readonly<Record<PictureWish, number>> = { all: 0, opened: 1, asked: 2 };

export interface ArticlePictures {
  readonly articleRowId: number;
  /** Archive of the page that the article is shown from: a picture without scheme is a file of it. */
  readonly shownFrom: string;
  readonly urls: readonly string[];
}

export interface PicturesToEnqueue {
  /** The archive that shows them: removing it takes them away unless another shows them too. */
  readonly archiveId: string;
  readonly wish: PictureWish;
  readonly articles: readonly ArticlePictures[];
}

const addAddress = `
  INSERT INTO picture_address (archive_id, address, origin, state, reason, wish, newest) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (archive_id, address) DO UPDATE SET wish = max(wish, excluded.wish), newest = max(newest, excluded.newest)
  RETURNING id`;
const addWant = `
  INSERT INTO picture_want (archive_id, address_id, wish) VALUES (?, ?, ?)
  ON CONFLICT (archive_id, address_id) DO UPDATE SET wish = excluded.wish WHERE excluded.wish > wish`;
/** What the reader asks for is tried at once, whatever came of it before. */
const askAgain = `
  UPDATE picture_address SET state = 'queued', attempts = 0, next_attempt_at_ms = 0 WHERE id = ? AND picture_id IS NULL`;

/** Puts pictures into the queue; doing it again changes nothing. Returns how many archives' wants were new or became stronger. */
export function enqueuePictures(db: WritableDb, { archiveId, wish, articles }: PicturesToEnqueue): number {
  const rank = wishRanks[wish];
  return db.transaction(() => {
    let wants = 0;
    for (const { articleRowId, shownFrom, urls } of articles) {
      for (const url of urls) {
        const { archiveId: fileOf, address, origin } = pictureAddress(shownFrom, url);
        const refusal = wish === 'asked' ? null : addressRefusal(address);
        const state = refusal === null ? 'queued' : 'refused';
        const row = db.first<{ id: number }>(addAddress, [fileOf, address, origin, state, refusal, rank, articleRowId]);
        if (!row) throw new Error('a picture was not put into the queue');
        wants += db.run(addWant, [archiveId, row.id, rank]);
        if (wish === 'asked') db.run(askAgain, [row.id]);
      }
    }
    return wants;
  });
}

export const enqueueSql = { askAgain } as const;
