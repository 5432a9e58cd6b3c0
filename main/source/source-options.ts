import type { Network } from './network/network.ts';

export interface SourceOptions {
  /** Which paths are pages; others are never listed and never fetched. */
  isWanted(path: string): boolean;
  /** Larger files are skipped as 'page-too-large', without being fetched where the server allows it. */
  readonly maximumFileBytes: number;
  /** Longest silence of a server before 'timed-out', also while connecting. */
  readonly stallTimeoutMs: number;
  /** Where there are several origins: how long one may take to tell its newest state before the next is asked. 8 s by default. */
  readonly probeTimeoutMs?: number;
  /** Place in the list of the origin that answered the last time: those before it get a quarter of that time. Absent: not known. */
  readonly lastAnsweredAt?: number;
  readonly userAgent: string;
  /** The way to everything that is not on this machine. */
  readonly network: Network;
  /** Where what arrives is written down at once: the note in `git/incoming-file.ts`. Absent: it is not. */
  readonly incomingFile?: string;
}
