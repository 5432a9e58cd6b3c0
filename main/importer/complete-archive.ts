import { markFailedPagesOutdated } from '#main/store/archive/outdated-pages.ts';
import { listPicturesOfPages } from '#main/store/pictures/article-pictures.ts';
import { enqueuePictures } from '#main/store/pictures/enqueue-pictures.ts';
import { retryMissing } from '#main/store/pictures/picture-report.ts';
import { reparseArchive } from '#main/sync/reparse-archive.ts';
import type { PicturePolicy } from '#preload/contract/library-types.ts';
import { bringAllPictures } from './bring-all-pictures.ts';
import { indexWaiting } from './index-waiting.ts';
import { queueWholeArchive } from './queue-pictures.ts';
import { type ImportContext, type ImportSetting, withImport } from './with-import.ts';

export type CompletingTask = {
  readonly archiveId: string;
  readonly origins: readonly string[];
} & (
  | { readonly kind: 'ask'; readonly path: string; readonly url: string }
  | { readonly kind: 'retry'; readonly policy: PicturePolicy }
  /** The queue follows the policy; nothing is fetched. */
  | { readonly kind: 'policy'; readonly policy: PicturePolicy }
);

interface CompletingOptions extends ImportSetting {
  readonly task: CompletingTask;
}

/** Throws a StoreFailure where the library cannot be used; what the network does not give stays missing, with its reason. */
export async function completeArchive(options: CompletingOptions): Promise<void> {
  await withImport(options, async (context) => {
    const { task } = options;
    if (task.kind === 'policy') queueWholeArchive({ archive: context.db, pictures: context.pictures }, { ...task, ...options });
    else if (task.kind === 'ask') await ask(task, context, options.signal);
    else await retry(task, context, options.signal);
  });
}

type TaskOf<Kind extends CompletingTask['kind']> = CompletingTask & { readonly kind: Kind };

async function ask({ path, url, ...task }: TaskOf<'ask'>, context: ImportContext, signal: AbortSignal): Promise<void> {
  const { archiveId } = task;
  const shown = listPicturesOfPages(context.db, { archiveId, paths: [path] });
  const articles = shown.map((article) => ({ ...article, urls: article.urls.filter((candidate) => candidate === url) }));
  enqueuePictures(context.pictures, { archiveId, wish: 'asked', articles });
  await bringAllPictures({ ...task, weakest: 'asked', signal }, context);
}

async function retry(task: TaskOf<'retry'>, context: ImportContext, signal: AbortSignal): Promise<void> {
  const { archiveId, policy } = task;
  markFailedPagesOutdated(context.db, archiveId);
  await reparseArchive(archiveId, context, signal);
  await indexWaiting(context.db, () => undefined, signal);
  retryMissing(context.pictures, { archiveId, triedBeforeMs: context.nowMs() });
  await bringAllPictures({ ...task, weakest: policy === 'none' ? 'asked' : 'all', signal }, context);
}
