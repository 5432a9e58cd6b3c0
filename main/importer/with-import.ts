import { availableParallelism } from 'node:os';
import { isPagePath } from '#main/parse/page-path.ts';
import { parserVersion } from '#main/parse/parser-version.ts';
import { indexPending } from '#main/search/index-writer.ts';
import type { TransformPicture } from '#main/pictures/fetch-one.ts';
import { type DrawPicture, shrinkTo } from '#main/pictures/shrink-picture.ts';
import type { Network } from '#main/source/network/network.ts';
import { openSource } from '#main/source/open-source.ts';
import type { SourceOptions } from '#main/source/source-options.ts';
import { lastAnsweredAt } from '#main/store/archive/sync-log.ts';
import type { WritableDb } from '#main/store/database.ts';
import { openArchiveDatabase, openPicturesDatabase, openReaderDatabase } from '#main/store/open.ts';
import { readSetting } from '#main/store/reader/settings.ts';
import { acquireWriterLock } from '#main/store/writer-lock.ts';
import type { SyncContext } from '#main/sync/sync-archive.ts';
import { isPictureTemplate } from '#preload/contract/picture-template.ts';
import { pictureWidths } from '#preload/contract/default-settings.ts';
import type { SyncProgress } from '#preload/contract/library-types.ts';
import { incomingFile } from './incoming-file.ts';
import { createParsePool } from './parse-pool.ts';

export interface ImportSetting {
  readonly libraryDir: string;
  readonly network: Network;
  /** The built `parse-worker.js`. */
  readonly parseWorker: URL;
  readonly signal: AbortSignal;
  onProgress(progress: SyncProgress): void;
  /** Absent where there is no window to draw in: pictures stay as they come. */
  readonly draw?: DrawPicture;
}

/** What a sync needs, and the pictures beside it. */
export interface ImportContext extends SyncContext {
  readonly pictures: WritableDb;
  readonly network: Network;
  /** The reader's: see `alternativeAddresses`. */
  readonly pictureTemplates: readonly string[];
  /** Null: pictures stay as they come. */
  readonly transform: TransformPicture | null;
}

const maximumFileBytes = 16 * 1024 * 1024;
const stallTimeoutMs = 30_000;

/** One thread parses while this one fetches and writes; more only where there are cores to spare. */
const parseThreads = Math.max(1, Math.min(availableParallelism() - 1, 4));

/**
 * Runs work that writes content, with all it needs; it is the only writer: the library's writer lock is held throughout.
 * Throws a StoreFailure where the library cannot be used.
 */
export async function withImport<Result>(
  { libraryDir, network, parseWorker, onProgress, draw }: ImportSetting,
  work: (context: ImportContext) => Promise<Result>,
): Promise<Result> {
  const lock = acquireWriterLock(libraryDir);
  const pool = createParsePool(parseWorker, parseThreads);
  try {
    const db = openArchiveDatabase(libraryDir, 'write');
    const pictures = openPictures(libraryDir, db);
    try {
      return await work({
        db,
        pictures,
        network,
        ...readPictureSettings(libraryDir, draw),
        parserVersion,
        parse: (input) => pool.parse(input),
        openSource: (origins, archiveId, isWanted = isPagePath) =>
          openSource(origins, {
            ...remembered(db, archiveId),
            isWanted,
            maximumFileBytes,
            stallTimeoutMs,
            userAgent: 'offprint',
            network,
            ...(isWanted === isPagePath && { incomingFile: incomingFile(libraryDir, archiveId) }),
          }),
        onProgress,
        meanwhile: () => void indexPending(db, { maximumArticles: 48 }),
        nowMs: Date.now,
      });
    } finally {
      pictures.close();
      db.close();
    }
  } finally {
    await pool.close();
    lock.release();
  }
}

function remembered(db: WritableDb, archiveId: string): Pick<SourceOptions, 'lastAnsweredAt'> {
  const at = lastAnsweredAt(db, archiveId);
  return at === undefined ? {} : { lastAnsweredAt: at };
}

function readPictureSettings(
  libraryDir: string,
  draw: DrawPicture | undefined,
): Pick<ImportContext, 'pictureTemplates' | 'transform'> {
  const reader = openReaderDatabase(libraryDir);
  try {
    const kept = readSetting(reader, 'pictureTemplates');
    const templates: readonly unknown[] = Array.isArray(kept) ? kept : [];
    const wanted = readSetting(reader, 'pictureWidth');
    const width = pictureWidths.find((one) => one === wanted);
    return {
      pictureTemplates: templates.filter((one) => typeof one === 'string').filter(isPictureTemplate),
      transform: draw && width ? shrinkTo(width, draw) : null,
    };
  } finally {
    reader.close();
  }
}

function openPictures(libraryDir: string, db: WritableDb): WritableDb {
  try {
    return openPicturesDatabase(libraryDir, 'write');
  } catch (error) {
    db.close();
    throw error;
  }
}
