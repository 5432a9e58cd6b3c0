import type { Answer } from '#preload/contract/failure.ts';
import type { SyncProgress, SyncReport } from '#preload/contract/library-types.ts';
import type { NetworkSetting } from '#preload/contract/network-types.ts';
import type { Login } from '#main/source/http/credentials.ts';
import type { PictureToDraw } from '#main/pictures/shrink-picture.ts';
import type { Traffic } from '#main/source/network/traffic.ts';
import type { CheckReport } from './check-library.ts';
import type { CompletingTask } from './complete-archive.ts';
import type { ArchiveToImport } from './import-archives.ts';

/** What the importer process is told once, right after its start; it ends when the job is done. */
export type ImporterJob =
  | {
      readonly kind: 'import';
      readonly libraryDir: string;
      readonly archives: readonly ArchiveToImport[];
      readonly isWithPictures: boolean;
    }
  /** Pictures, and pages that could not be read, without looking for news. */
  | { readonly kind: 'complete'; readonly libraryDir: string; readonly task: CompletingTask }
  /** Parses again what an older parser read and indexes what waits; gives way to any other job. */
  | { readonly kind: 'upkeep'; readonly libraryDir: string }
  /** Compares the search index with the articles; answered with `checked` before `done`. */
  | { readonly kind: 'check'; readonly libraryDir: string }
  | { readonly kind: 'remove'; readonly libraryDir: string; readonly archiveId: string };

/** The network as it is set, passwords and all. */
export interface ImporterNetworkSetting extends NetworkSetting {
  readonly logins: readonly Login[];
}

export type ToImporter =
  /** `network`: null for work that has no business on the network. */
  | { readonly type: 'start'; readonly job: ImporterJob; readonly network: ImporterNetworkSetting | null }
  | { readonly type: 'cancel' }
  /** The system's answer, as `PROXY host:port; DIRECT`; null where it could not be had. */
  | { readonly type: 'system-proxy'; readonly url: string; readonly answer: string | null }
  /** Null where it could not be drawn. */
  | { readonly type: 'drawn'; readonly id: number; readonly bytes: Uint8Array | null };

export type FromImporter =
  | { readonly type: 'progress'; readonly progress: SyncProgress }
  | { readonly type: 'checked'; readonly report: CheckReport }
  /** Something goes over the network; for the list that the reader can see. */
  | { readonly type: 'traffic'; readonly traffic: Traffic }
  /** Only the main process can ask the system; answered with the same `url`. */
  | { readonly type: 'ask-system-proxy'; readonly url: string }
  /** Only the main process can open a window; answered with the same `id`. */
  | { readonly type: 'draw'; readonly id: number; readonly picture: PictureToDraw }
  | { readonly type: 'done'; readonly answer: Answer<readonly SyncReport[]> };
