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

const address = /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]+/giu;
const mail = /[^\s@/]+@[^\s@/]+\.[^\s@/]+/gu;
const windowsPath = /(?:\b[a-z]:|\\\\[^\s\\]+)\\[^\s"'<>|]*/giu;
const unixPath = /(?<![\w.])~?(?:\/[^\s"'<>|/]+)+\/?/gu;
const host = /\b(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?\b/giu;
const number = /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b|\[?\b[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,}\]?/giu;

/** A text that can be shown to others: no address, no name of a host, no path of a file. */
export const redacted = (text: string): string =>
  [address, mail, windowsPath, unixPath, number, host].reduce((left, pattern) => left.replaceAll(pattern, '…'), text);
