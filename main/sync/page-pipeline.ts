import type { PageInput, ParseResult } from '#main/parse/parsed-page.ts';
import type { SkippedFile } from '#main/source/source.ts';
import { readFurniture, refreshFurniture } from '#main/store/archive/furniture.ts';
import type { KeptPage } from '#main/store/archive/keep-pages.ts';
import { type OutdatedPage, readOutdatedPages } from '#main/store/archive/outdated-pages.ts';
import { readPageContent } from '#main/store/archive/page-content.ts';
import { refreshSections } from '#main/store/archive/sections.ts';
import { type PageToStore, storePages } from '#main/store/archive/store-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import type { PageFailure } from '#preload/contract/library-types.ts';

export interface PipelineParts {
  readonly db: WritableDb;
  readonly archiveId: string;
  readonly parserVersion: number;
  /** Date of last resort. */
  readonly fallbackDay: string;
  readonly isFirstSync: boolean;
  parse(input: PageInput): Promise<ParseResult>;
  /** Called while pages are being parsed elsewhere: a moment for work of some 50 ms. */
  meanwhile?(): void;
  onStored?(paths: readonly string[]): void;
}

export interface PipelineCount {
  added: number;
  changed: number;
  /** Pictures of the pages parsed: none is brought yet. */
  pictures: number;
  readonly failed: PageFailure[];
}

/** Small enough that the articles of a slow sync appear soon and a reader's query never waits long for the writer. */
const pagesAtOnce = 64;
const sweepRounds = 4;

const damaged: ParseResult = { ok: false, code: 'page-unreadable', message: 'what the library keeps of the page is damaged' };

interface PageToParse extends Pick<KeptPage, 'path' | 'oid'> {
  /** Null where what is stored is damaged. */
  readonly bytes: Uint8Array | null;
  readonly kind: 'added' | 'changed' | 'again';
  /** Kept where the page itself states no day: neither another version nor another parser moves the article. */
  readonly heldDay: string | null;
}

/** Parses pages that the library keeps and stores what they say. Fetching goes on meanwhile. */
export class PagePipeline {
  readonly count: PipelineCount = { added: 0, changed: 0, pictures: 0, failed: [] };
  readonly #parts: PipelineParts;
  #furniture: ReadonlySet<number>;
  #hasStored = false;

  constructor(parts: PipelineParts) {
    this.#parts = parts;
    this.#furniture = readFurniture(parts.db, parts.archiveId);
  }

  /** Parses and stores the pages, a portion at a time; `onStored` is told how many were stored. */
  async take(pages: readonly KeptPage[], onStored: (pages: number) => void, signal: AbortSignal): Promise<void> {
    for (let at = 0; at < pages.length; at += pagesAtOnce) {
      signal.throwIfAborted();
      const portion = pages.slice(at, at + pagesAtOnce).flatMap((page): PageToParse[] => {
        const bytes = readPageContent(this.#parts.db, page.id);
        const { path, oid, heldDay } = page;
        return bytes ? [{ path, oid, bytes, kind: page.isChange ? 'changed' : 'added', heldDay }] : [];
      });
      await this.#parseAndStore(portion);
      onStored(portion.length);
    }
  }

  /** Records files that the source would not hand over. */
  skip(files: readonly SkippedFile[]): void {
    const { parserVersion } = this.#parts;
    const pages = files.map(({ entry, code, message }): PageToStore => {
      const result: ParseResult = { ok: false, code, message };
      return { path: entry.path, oid: entry.oid, bytes: new Uint8Array(), parserVersion, result };
    });
    this.#store(pages);
  }

  /**
   * Parses what is kept but was never parsed, or by an older parser: an interrupted sync, a new version of the application.
   * Then looks for what recurs across the archive, and parses the pages that hold it once more.
   */
  async sweep(signal: AbortSignal, onStored: (pages: number) => void = () => undefined): Promise<void> {
    await this.#sweepAll(signal, onStored);
    const { db, archiveId } = this.#parts;
    if (!this.#hasStored || refreshFurniture(db, archiveId) === 0) return;
    this.#furniture = readFurniture(db, archiveId);
    await this.#sweepAll(signal, () => undefined);
  }

  /** Parses what an interrupted sync kept and did not get to. */
  async catchUp(signal: AbortSignal): Promise<void> {
    await this.#sweepOnce(signal, () => undefined);
  }

  /** Storing one page can call for another that was passed by already: a few rounds end that, or leave it to the next sync. */
  async #sweepAll(signal: AbortSignal, onStored: (pages: number) => void): Promise<void> {
    let hasMore = await this.#sweepOnce(signal, onStored);
    for (let round = 1; hasMore && round < sweepRounds; round += 1) hasMore = await this.#sweepOnce(signal, () => undefined);
  }

  /** Whether there was anything. */
  async #sweepOnce(signal: AbortSignal, onStored: (pages: number) => void): Promise<boolean> {
    const { db, archiveId, parserVersion } = this.#parts;
    let after: OutdatedPage | null = null;
    for (;;) {
      signal.throwIfAborted();
      const pages = readOutdatedPages(db, { archiveId, parserVersion, after, limit: pagesAtOnce });
      const last = pages.at(-1);
      if (!last) return after !== null;
      after = last;
      await this.#parseAndStore(pages.map(({ isUnread, ...page }) => ({ ...page, kind: isUnread ? 'added' : 'again' })));
      onStored(pages.length);
    }
  }

  async #parseAndStore(pages: readonly PageToParse[]): Promise<void> {
    const { parserVersion } = this.#parts;
    const parsed = pages.map(async (page): Promise<PageToStore> => {
      const { path, oid, bytes, kind } = page;
      const result = bytes === null ? damaged : await this.#parse({ ...page, bytes });
      if (result.ok && kind !== 'again') {
        this.count.pictures += result.page.article?.pictures.length ?? 0;
        this.count[kind] += 1;
      }
      const marks = { isAgain: kind === 'again', isReplacing: kind === 'changed' };
      return { path, oid, bytes: bytes ?? new Uint8Array(), parserVersion, result, ...marks };
    });
    this.#parts.meanwhile?.();
    this.#store(await Promise.all(parsed));
  }

  async #parse({ path, bytes, heldDay }: PageToParse & { readonly bytes: Uint8Array }): Promise<ParseResult> {
    const furniture = this.#furniture.size > 0 ? { furniture: this.#furniture } : {};
    const result = await this.#parts.parse({ path, bytes, fallbackDay: this.#parts.fallbackDay, ...furniture });
    const article = result.ok ? result.page.article : null;
    if (!result.ok || !article?.isDateEstimated || heldDay === null) return result;
    return { ok: true, page: { ...result.page, article: { ...article, publishedOn: heldDay } } };
  }

  #store(pages: readonly PageToStore[]): void {
    const { db, archiveId, isFirstSync } = this.#parts;
    this.#hasStored = true;
    storePages(db, archiveId, pages, isFirstSync ? 'below' : 'above');
    for (const { path, result } of pages)
      if (!result.ok) this.count.failed.push({ path, code: result.code, message: result.message });
    this.#parts.onStored?.(pages.map(({ path }) => path));
    if (pages.some(({ result }) => result.ok && result.page.index !== null)) refreshSections(db, archiveId);
  }
}
