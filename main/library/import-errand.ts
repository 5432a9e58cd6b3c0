import type { ArchiveSummary, PicturePolicy } from '#preload/contract/library-types.ts';
import { originLocation } from './handbook-origin.ts';

/** What the importer has to know of an archive. */
export interface ImportErrand {
  readonly id: string;
  /** The preferred one first. */
  readonly origin: readonly string[];
  readonly picturePolicy: PicturePolicy;
}

export function importErrand({ id, origin, mirrors, picturePolicy }: ArchiveSummary): ImportErrand {
  return { id, origin: [origin, ...mirrors].map(originLocation), picturePolicy };
}
