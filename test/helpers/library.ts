import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { ParsedArticle } from '#main/parse/parsed-page.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import { beginState } from '#main/store/archive/state.ts';
import type { WritableDb } from '#main/store/database.ts';
import { openArchiveDatabase, openReaderDatabase } from '#main/store/open.ts';
import { indexPending } from '#main/search/index-writer.ts';
import { makePage } from './pages.ts';

/** An empty folder for a library, gone after the test. */
export function temporaryLibraryDir(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'offprint-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function temporaryArchiveDatabase(libraryDir = temporaryLibraryDir()): WritableDb {
  const db = openArchiveDatabase(libraryDir, 'write');
  onTestFinished(() => db.close());
  return db;
}

export function temporaryReaderDatabase(libraryDir = temporaryLibraryDir()): WritableDb {
  const db = openReaderDatabase(libraryDir);
  onTestFinished(() => db.close());
  return db;
}

export function indexEverything(db: WritableDb): void {
  while (indexPending(db, { maximumArticles: 500 }).remaining > 0);
}

/** Stores and indexes articles at `pages/<number>.md` of the archive `a`; returns their paths. */
export function fillLibrary(db: WritableDb, articles: readonly Partial<ParsedArticle>[]): string[] {
  beginState(db, 'a', 'head');
  const pages = articles.map((article, number) => makePage(`pages/${number}.md`, article));
  for (let at = 0; at < pages.length; at += 500) storePages(db, 'a', pages.slice(at, at + 500));
  indexEverything(db);
  return pages.map((page) => page.path);
}
