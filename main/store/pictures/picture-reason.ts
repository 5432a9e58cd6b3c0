export type PictureType = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif';

/** Found by content, never by a name or by what a server says. */
export interface PictureFacts {
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
}

/** Something is there and is not taken. The last three may be a network's doing (a login page, say) and are tried again. */
const refusals = ['tracker', 'furniture', 'too-large', 'too-many-pixels', 'not-a-picture', 'damaged', 'unsafe-address'] as const;
export const finalRefusals: readonly PictureRefusal[] = ['tracker', 'furniture', 'too-large', 'too-many-pixels'];

/** It could not be had; another time it may be. */
const failures = [
  'not-found',
  'forbidden',
  'too-many-requests',
  'server-failed',
  'bad-response',
  'host-not-found',
  'connection-failed',
  'timed-out',
  'tls-failed',
] as const;

export type PictureRefusal = (typeof refusals)[number];
export type PictureFailure = (typeof failures)[number];
/** Why a picture is not stored. */
export type PictureReason = PictureRefusal | PictureFailure;

const refusalNames: ReadonlySet<string> = new Set(refusals);

export function isRefusal(reason: PictureReason): reason is PictureRefusal {
  return refusalNames.has(reason);
}
