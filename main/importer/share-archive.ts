import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ReportedFailure } from '#main/failure.ts';
import { type ArchiveToShare, writeBundle } from '#main/source/bundle/write-bundle.ts';
import { hashNameOf, objectId } from '#main/source/git/git-object.ts';
import { knownCommittedAtSeconds } from '#main/source/mirrors/commit-age.ts';
import { SourceFailure } from '#main/source/source.ts';
import { listKeptPages, readKeptPage, type SharedPage } from '#main/store/archive/shared-pages.ts';
import { archiveStates, knownObjects } from '#main/store/archive/state.ts';
import type { ReadableDb } from '#main/store/database.ts';
import { openArchiveSnapshot } from '#main/store/open.ts';

export interface ShareOptions {
  readonly libraryDir: string;
  readonly archiveId: string;
  /** As the reader calls it. */
  readonly name: string;
  /** An absolute path; what is there is replaced once the new file is whole. */
  readonly file: string;
  readonly signal: AbortSignal;
  /** Of pages; a few times a second at most. */
  onProgress(done: number, total: number): void;
}

export interface ShareReport {
  readonly path: string;
  readonly pages: number;
  readonly bytes: number;
  /** Paths that Git cannot hold. */
  readonly leftOut: readonly string[];
}

/** Writes an archive into one file, from one state of the library whatever a sync does meanwhile, and without its lock. */
export async function shareArchive(options: ShareOptions): Promise<ShareReport> {
  const { libraryDir, archiveId, file, signal } = options;
  const db = openArchiveSnapshot(libraryDir);
  const unfinished = `${file}.part`;
  try {
    const bundle = writeBundle(archiveToShare(db, options));
    let bytes = 0;
    const counting = async function* (): AsyncGenerator<Buffer> {
      for await (const piece of bundle.bytes()) {
        bytes += piece.length;
        yield piece;
      }
    };
    await pipeline(counting, createWriteStream(unfinished), { signal });
    await rename(unfinished, file);
    return { path: file, pages: bundle.pages, bytes, leftOut: bundle.leftOut.map((entry) => entry.path) };
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw shareFailure(error, archiveId, file);
  } finally {
    db.close();
  }
}

function archiveToShare(db: ReadableDb, { archiveId, name, signal, onProgress }: ShareOptions): ArchiveToShare {
  const files = namedAlike(listKeptPages(db, archiveId), (one) => readKeptPage(db, archiveId, one));
  if (files.length === 0) throw new ReportedFailure({ code: 'no-pages', message: `the library has no page of ${archiveId}` });
  const advance = paced(onProgress, files.length);
  return {
    name,
    files,
    committedAtSeconds: publishedAtSeconds(db, archiveId),
    readPage: async ({ path: pagePath }) => {
      signal.throwIfAborted();
      // Others have a turn between pages: the stream that writes, and whoever cancels.
      await new Promise((resolve) => setImmediate(resolve));
      advance();
      return readKeptPage(db, archiveId, pagePath);
    },
  };
}

/** Where an archive came from repositories of both kinds of ids, all pages get the kind that most have. */
function namedAlike(files: readonly SharedPage[], read: (path: string) => Uint8Array): readonly SharedPage[] {
  const long = files.filter(({ oid }) => hashNameOf(oid) === 'sha256').length;
  const hashName = long * 2 > files.length ? 'sha256' : 'sha1';
  return files.map((file) =>
    hashNameOf(file.oid) === hashName ? file : { path: file.path, oid: objectId(hashName, 'blob', read(file.path)) },
  );
}

/** Of the commit that the library has, else of its last sync: the day of articles that state none. */
function publishedAtSeconds(db: ReadableDb, archiveId: string): number {
  const state = archiveStates(db).find((one) => one.archiveId === archiveId);
  return knownCommittedAtSeconds(knownObjects(db, archiveId)) ?? (state?.lastSyncedAtMs ?? 0) / 1000;
}

const tickMs = 250;

function paced(onProgress: ShareOptions['onProgress'], total: number): () => void {
  let done = 0;
  let saidAtMs = 0;
  return () => {
    done += 1;
    if (Date.now() - saidAtMs < tickMs) return;
    saidAtMs = Date.now();
    onProgress(done, total);
  };
}

const fullDisk: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const unwritable: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EBUSY', 'EINVAL']);

/** What the system says about the file to write, as a failure of ours. */
function shareFailure(error: unknown, archiveId: string, file: string): unknown {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
  // Nothing was transferred: what is damaged lies here.
  if (error instanceof SourceFailure && reason === 'damaged-transfer')
    return new ReportedFailure({ code: 'library-damaged', message: error.message });
  if (fullDisk.has(reason)) return new ReportedFailure({ code: 'disk-full', message: `no room for the file of ${archiveId}` });
  if (!unwritable.has(reason)) return error;
  const details = { file: path.basename(file), reason };
  return new ReportedFailure({ code: 'place-not-writable', message: `the file cannot be written (${reason})`, details });
}
