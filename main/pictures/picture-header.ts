import type { PictureFacts } from '#main/store/pictures/picture-reason.ts';

/** What a header says; null where it is none of its kind after all. */
export type HeaderResult = (PictureFacts & { isWhole(): boolean }) | null;
