import type { PageFailure, SyncProgress } from '#preload/contract/library-types.ts';
import { failureText } from '#preload/messages/catalogue.ts';
import type { CommandContext } from './command.ts';

/** At most a few lines a second, and always the last of a stage. */
export function progressNote(context: CommandContext): (progress: SyncProgress) => void {
  let lastAtMs = 0;
  let lastStage: SyncProgress['stage'] | null = null;
  return (progress) => {
    const isLast = !('total' in progress) || progress.done === progress.total;
    if (progress.stage === 'finished' || (!isLast && lastStage === progress.stage && Date.now() - lastAtMs < 500)) return;
    lastAtMs = Date.now();
    lastStage = progress.stage;
    const words = context.messages.window.status;
    const { archive } = progress;
    if (progress.stage === 'connecting') context.note(words.connecting(archive));
    else if (progress.stage === 'listing') context.note(words.listing(archive, progress.bytesDown));
    else if (progress.stage === 'fetching')
      context.note(words.fetching(archive, progress.done, progress.total, progress.bytesDown));
    else if (progress.stage === 'rereading') context.note(words.rereading(archive, progress.done, progress.total));
    else if (progress.stage === 'pictures')
      context.note(words.pictures(archive, progress.done, progress.total, progress.bytesDown));
    else context.note(words.indexing(archive, progress.done, progress.total));
  };
}

/** Pages that could not be read: how many, and each with its reason. */
export function noteSkippedPages(context: CommandContext, failed: readonly PageFailure[]): void {
  if (failed.length > 0) context.note(context.words.skipped(failed.length));
  for (const { path, code } of failed)
    context.note(`  ${path}: ${failureText(context.messages, { code, details: { path } }).title}`);
}
