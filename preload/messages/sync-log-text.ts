import type { SyncLogEntry } from '#preload/contract/library-types.ts';
import { failureText, type Messages } from './catalogue.ts';

/** What one sync did, in a line; without what it was synced from. */
export const syncLogText = (messages: Messages, { report }: SyncLogEntry): string => {
  const words = messages.syncLog;
  const { added, changed, removed, pictures, bytesDown, seconds, failure, failed } = report;
  const parts = [
    ...(failure ? [failureText(messages, failure).title] : []),
    ...(added + changed + removed === 0 ? (failure ? [] : [words.nothingNew]) : [words.articles(added, changed, removed)]),
    ...(pictures.stored + pictures.missing > 0 ? [words.pictures(pictures.stored, pictures.missing)] : []),
    ...(failed.length > 0 ? [words.skipped(failed.length)] : []),
    words.cost(bytesDown, seconds),
  ];
  return parts.join(' · ');
};
