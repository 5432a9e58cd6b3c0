import type { Failure } from '#preload/contract/failure.ts';
import type { SyncLogEntry } from '#preload/contract/library-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { syncLogText } from '#preload/messages/sync-log-text.ts';
import { redactText } from './redact-text.ts';

/** All rows as text to be pasted where others read it: nothing in it tells whose, where from or where to. */
export const sharedSyncLog = (messages: Messages, entries: readonly SyncLogEntry[], archiveName: string): string =>
  entries
    .map((entry) => {
      const { archive, failure } = entry.report;
      const technical = failure ? ` [${failure.code}: ${failure.message}]` : '';
      const known = [archiveName, archive, ...(failure ? namesIn(failure) : [])];
      return `${entry.startedAt}  ${redactText(`${syncLogText(messages, entry)}${technical}`, known, messages.syncLog.left)}`;
    })
    .join('\n');

/** The system's own words for an error name nobody. */
const systemWord = /^[A-Z][A-Z\d_]*$/u;

/** What the failure itself calls a host, a file or a folder: no pattern tells a name of one word. */
function namesIn({ details = {} }: Failure): readonly string[] {
  const { failures, ...others } = details;
  const mirrors = typeof failures === 'string' ? failures.split('; ').map((each) => each.replace(/ \(.*$/su, '')) : [];
  return [...mirrors, ...Object.values(others).flatMap((value) => (typeof value === 'string' ? [value] : []))].filter(
    (name) => !systemWord.test(name),
  );
}
