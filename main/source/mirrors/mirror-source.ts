import { throwIfCancelled } from '../http/patience.ts';
import {
  type FileBatch,
  type FileEntry,
  type KnownObjects,
  type Source,
  SourceFailure,
  type SourceHead,
  type TransferCount,
} from '../source.ts';
import { isOlderThanKnown } from './commit-age.ts';
import { joinFailures, type MirrorFailure } from './joined-failure.ts';

/** One of the places that have the same archive. */
export interface Mirror {
  /** As it is kept in the list of origins. */
  readonly origin: string;
  /** For messages: a host, or the name of a file or folder. */
  readonly name: string;
  /** Whether its newest state is told in a moment; a file must be downloaded first. */
  readonly isQuick: boolean;
  readonly source: Source;
}

type Stage = MirrorFailure['stage'];

/** Of the time to answer, for those before the one that answered the last time. */
const shareBeforeLast = 1 / 4;

/** A source that also tells which origin answered. */
export interface OpenedSource extends Source {
  /** The origin that gave the newest state, to be remembered by the caller; null before one did. */
  readonly answeredBy: string | null;
  /** Its place in the list. */
  readonly answeredAt: number | null;
}

/**
 * Note: which mirror's state counts. The first mirror in the reader's order that answers gives the state; the others are not
 * asked whether they have a newer one. One that is silent for `probeTimeoutMs` is passed over, and only where nobody answers
 * are the silent ones waited for. Those before the one that answered the last time get less of that time: a host that is
 * blocked costs little from then on, and one that is back is found at once. A mirror other than the first whose state is older than the library's is lagging behind:
 * its state is refused rather than taken for a removal of what came since. What is fetched is named by its content, so when
 * a mirror fails midway, the next one gives the rest, whatever its own state is.
 */
export class MirrorSource implements OpenedSource {
  readonly #mirrors: readonly Mirror[];
  readonly #probeTimeoutMs: number;
  readonly #lastAnsweredAt: number;
  readonly #heads = new Map<Mirror, SourceHead>();
  readonly #failures = new Map<Mirror, MirrorFailure>();
  #answering: Mirror | null = null;

  /** `mirrors` in the reader's order. */
  constructor(mirrors: readonly Mirror[], probeTimeoutMs: number, lastAnsweredAt: number) {
    this.#mirrors = mirrors;
    this.#probeTimeoutMs = probeTimeoutMs;
    this.#lastAnsweredAt = lastAnsweredAt;
  }

  get transfer(): Readonly<TransferCount> {
    const counts = this.#mirrors.map(({ source }) => source.transfer);
    return {
      bytesDown: counts.reduce((sum, { bytesDown }) => sum + bytesDown, 0),
      bytesUp: counts.reduce((sum, { bytesUp }) => sum + bytesUp, 0),
    };
  }

  get answeredBy(): string | null {
    return this.#answering?.origin ?? null;
  }

  get answeredAt(): number | null {
    return this.#answering && this.#mirrors.indexOf(this.#answering);
  }

  async readHead(signal: AbortSignal): Promise<SourceHead> {
    const isAlone = this.#mirrors.length === 1;
    const head = await this.#firstAnswer(this.#mirrors, isAlone ? null : this.#probeTimeoutMs, signal);
    if (head !== null) return head;
    const silent = this.#mirrors.filter((mirror) => this.#failures.get(mirror)?.failure.code === 'timed-out');
    const late = isAlone ? null : await this.#firstAnswer(silent, null, signal);
    if (late === null) throw this.#joined();
    return late;
  }

  async readChanges(head: SourceHead, known: KnownObjects, signal: AbortSignal): ReturnType<Source['readChanges']> {
    const isPreferred = this.#answering === this.#mirrors[0];
    for (const mirror of this.#inTurn()) {
      let stage: Stage = 'asking for the newest state';
      try {
        await this.#ask(mirror, signal);
        stage = 'comparing';
        const found = await mirror.source.readChanges(head, known, signal);
        if (!isPreferred && isOlderThanKnown(head.id, found, known)) throw laggingBehind(mirror);
        this.#heads.set(mirror, head);
        this.#answering = mirror;
        return found;
      } catch (error) {
        this.#note(mirror, stage, error, signal);
      }
    }
    throw this.#joined();
  }

  /** What a mirror of another state does not have may be had elsewhere; that a page is too large is true everywhere. */
  async *readFiles(
    head: SourceHead,
    wanted: readonly FileEntry[],
    known: KnownObjects,
    signal: AbortSignal,
  ): AsyncGenerator<FileBatch, void, undefined> {
    const pending = new Map(wanted.map((entry) => [entry.path, entry]));
    for (const mirror of this.#inTurn()) {
      let stage: Stage = 'asking for the newest state';
      try {
        const own = await this.#ask(mirror, signal);
        stage = 'fetching pages';
        const isSameState = own.id === head.id;
        for await (const { files, skipped } of mirror.source.readFiles(own, [...pending.values()], known, signal)) {
          const believed = skipped.filter(({ code }) => isSameState || code === 'page-too-large');
          for (const { entry } of [...files, ...believed]) pending.delete(entry.path);
          yield { files, skipped: believed };
        }
        if (pending.size === 0) return;
        throw new SourceFailure('damaged-transfer', `${mirror.name} does not have all the pages`);
      } catch (error) {
        this.#note(mirror, stage, error, signal);
      }
    }
    throw this.#joined();
  }

  async close(): Promise<void> {
    for (const { source } of this.#mirrors) await source.close();
  }

  async #firstAnswer(asked: readonly Mirror[], timeoutMs: number | null, signal: AbortSignal): Promise<SourceHead | null> {
    for (const mirror of asked) {
      try {
        const head = await this.#ask(mirror, withTimeout(signal, timeoutMs === null ? null : this.#patience(mirror, timeoutMs)));
        this.#answering = mirror;
        return head;
      } catch (error) {
        this.#note(mirror, 'asking for the newest state', silence(error), signal);
      }
    }
    return null;
  }

  #patience(mirror: Mirror, timeoutMs: number): number | null {
    if (!mirror.isQuick) return null;
    return this.#mirrors.indexOf(mirror) < this.#lastAnsweredAt ? timeoutMs * shareBeforeLast : timeoutMs;
  }

  async #ask(mirror: Mirror, signal: AbortSignal): Promise<SourceHead> {
    const head = this.#heads.get(mirror) ?? (await mirror.source.readHead(signal));
    this.#heads.set(mirror, head);
    return head;
  }

  /** The one that answered last, then those that have not failed, then the others, all in the reader's order. */
  #inTurn(): readonly Mirror[] {
    const rank = (mirror: Mirror): number => (mirror === this.#answering ? 0 : this.#failures.has(mirror) ? 2 : 1);
    return this.#mirrors.toSorted((a, b) => rank(a) - rank(b));
  }

  #note(mirror: Mirror, stage: Stage, error: unknown, signal: AbortSignal): void {
    throwIfCancelled(signal);
    if (!(error instanceof SourceFailure)) throw error;
    this.#failures.set(mirror, { name: mirror.name, stage, failure: error });
  }

  #joined(): SourceFailure {
    return joinFailures(this.#mirrors.flatMap((mirror) => this.#failures.get(mirror) ?? []));
  }
}

function withTimeout(signal: AbortSignal, timeoutMs: number | null): AbortSignal {
  return timeoutMs === null ? signal : AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
}

/** A probe that was ended by its clock, and not by the reader, was cancelled for being silent. */
function silence(error: unknown): unknown {
  return error instanceof SourceFailure && error.code === 'cancelled'
    ? new SourceFailure('timed-out', 'no answer in time')
    : error;
}

function laggingBehind(mirror: Mirror): SourceFailure {
  return new SourceFailure('bad-response', `${mirror.name} has an older state than the library`);
}
