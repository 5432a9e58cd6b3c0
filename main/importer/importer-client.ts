import type { UtilityProcess } from 'electron';
import { ReportedFailure } from '#main/failure.ts';
import type { SyncProgress, SyncReport } from '#preload/contract/library-types.ts';
import type { DrawPicture } from '#main/pictures/shrink-picture.ts';
import type { Traffic } from '#main/source/network/traffic.ts';
import type { CheckReport } from './check-library.ts';
import type { FromImporter, ImporterJob, ImporterNetworkSetting, ToImporter } from './job.ts';

type OnProgress = (progress: SyncProgress) => void;
type OnChecked = (report: CheckReport) => void;

export interface ImporterClient {
  /**
   * Jobs wait for each other: there is one writer; upkeep is cancelled for any other. A job that is cancelled before its turn
   * ends at once. Rejects with a ReportedFailure, also when the process dies.
   */
  run(job: ImporterJob, signal: AbortSignal, onProgress?: OnProgress, onChecked?: OnChecked): Promise<readonly SyncReport[]>;
  /** Ends the running job at once, and those that wait; what is committed stays. */
  close(): void;
  /** Takes jobs again. */
  reopen(): void;
}

interface News {
  readonly onProgress: OnProgress;
  readonly onChecked: OnChecked;
}

const cancelled = (): ReportedFailure => new ReportedFailure({ code: 'cancelled', message: 'cancelled before it began' });

/** What the importer needs of the main process to reach the network as the reader set it. */
export interface ImporterNetwork {
  /** The setting as it is now, with the logins of servers. */
  readForSync(): Promise<ImporterNetworkSetting>;
  /** What the system says of an address, as `PROXY host:port; DIRECT`. */
  resolveSystemProxy(url: string): Promise<string>;
  noteTraffic?(traffic: Traffic): void;
}

const drawNothing: DrawPicture = () => Promise.resolve(null);

/** These do not touch the network, and go on where its setting cannot be read. */
const offlineJobs: ReadonlySet<ImporterJob['kind']> = new Set(['upkeep', 'remove', 'check']);

/** `draw`: pictures smaller, where the reader wants that. */
export function createImporterClient(
  fork: () => UtilityProcess,
  network: ImporterNetwork,
  draw: DrawPicture = drawNothing,
): ImporterClient {
  return new Importer(fork, network, draw);
}

class Importer implements ImporterClient {
  readonly #fork: () => UtilityProcess;
  readonly #network: ImporterNetwork;
  readonly #draw: DrawPicture;
  #last: Promise<unknown> = Promise.resolve();
  #current: UtilityProcess | null = null;
  #stopUpkeep: (() => void) | null = null;
  #waiting = 0;
  #isClosed = false;

  constructor(fork: () => UtilityProcess, network: ImporterNetwork, draw: DrawPicture) {
    this.#fork = fork;
    this.#draw = draw;
    this.#network = network;
  }

  run(
    job: ImporterJob,
    signal: AbortSignal,
    onProgress: OnProgress = () => undefined,
    onChecked: OnChecked = () => undefined,
  ): Promise<readonly SyncReport[]> {
    this.#stopUpkeep?.();
    this.#waiting += 1;
    const patience = rejectedOnAbort(signal);
    const turn = this.#last.then(() => {
      this.#waiting -= 1;
      patience.end();
      if (job.kind === 'upkeep' && this.#waiting > 0) throw cancelled();
      return this.#runNow(job, signal, { onProgress, onChecked });
    });
    this.#last = turn.catch(() => undefined);
    return Promise.race([turn, patience.promise]);
  }

  close(): void {
    this.#isClosed = true;
    this.#current?.kill();
  }

  reopen(): void {
    this.#isClosed = false;
  }

  async #runNow(job: ImporterJob, signal: AbortSignal, news: News): Promise<readonly SyncReport[]> {
    const isNeeded = (): boolean => !this.#isClosed && !signal.aborted;
    const setting = offlineJobs.has(job.kind) || !isNeeded() ? null : await this.#network.readForSync();
    if (!isNeeded()) throw cancelled();
    const child = this.#fork();
    const cancel = (): void => child.postMessage({ type: 'cancel' } satisfies ToImporter);
    this.#current = child;
    this.#stopUpkeep = job.kind === 'upkeep' ? cancel : null;
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await answerOf(
        child,
        { job, network: setting },
        listenerFor(child, { network: this.#network, draw: this.#draw, news }),
      );
    } finally {
      if (this.#current === child) this.#current = this.#stopUpkeep = null;
      signal.removeEventListener('abort', cancel);
    }
  }
}

async function tellSystemProxy(child: UtilityProcess, url: string, network: ImporterNetwork): Promise<void> {
  const answer = await network.resolveSystemProxy(url).catch(() => null);
  child.postMessage({ type: 'system-proxy', url, answer } satisfies ToImporter);
}

async function tellDrawn(child: UtilityProcess, { id, picture }: DrawMessage, draw: DrawPicture): Promise<void> {
  const bytes = await draw(picture).catch(() => null);
  child.postMessage({ type: 'drawn', id, bytes } satisfies ToImporter);
}

type DrawMessage = Extract<FromImporter, { type: 'draw' }>;
type OnMessage = (message: Exclude<FromImporter, { type: 'done' }>) => void;

interface Answerers {
  readonly network: ImporterNetwork;
  readonly draw: DrawPicture;
  readonly news: News;
}

function listenerFor(child: UtilityProcess, { network, draw, news }: Answerers): OnMessage {
  return (message) => {
    if (message.type === 'progress') news.onProgress(message.progress);
    else if (message.type === 'checked') news.onChecked(message.report);
    else if (message.type === 'draw') void tellDrawn(child, message, draw);
    else if (message.type === 'traffic') network.noteTraffic?.(message.traffic);
    else void tellSystemProxy(child, message.url, network);
  };
}

type Errand = Omit<Extract<ToImporter, { type: 'start' }>, 'type'>;

function answerOf(child: UtilityProcess, errand: Errand, onMessage: OnMessage): Promise<readonly SyncReport[]> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: FromImporter) => {
      if (message.type !== 'done') return onMessage(message);
      if (message.answer.ok) resolve(message.answer.value);
      else reject(new ReportedFailure(message.answer.failure));
      child.kill();
    });
    // 'exit' follows and settles the job; without a listener the error itself would end the application.
    child.on('error', () => undefined);
    child.once('exit', () => {
      reject(new ReportedFailure({ code: 'internal', message: 'the importer stopped before it was done' }));
    });
    child.postMessage({ type: 'start', ...errand } satisfies ToImporter);
  });
}

function rejectedOnAbort(signal: AbortSignal): { readonly promise: Promise<never>; end(): void } {
  let end = (): void => undefined;
  const promise = new Promise<never>((_resolve, reject) => {
    const giveUp = (): void => reject(cancelled());
    signal.addEventListener('abort', giveUp, { once: true });
    end = () => signal.removeEventListener('abort', giveUp);
  });
  return { promise, end };
}
