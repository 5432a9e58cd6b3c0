import { checkIndex, type IndexState } from '#main/search/check-index.ts';
import { beginRebuild } from '#main/search/index-rebuild.ts';
import { indexWaiting } from './index-waiting.ts';
import { type ImportSetting, withImport } from './with-import.ts';

export interface CheckReport extends IndexState {
  /** Of what was wrong, a new index was made. */
  readonly isRebuilt: boolean;
}

/** Compares the search index with the articles and makes it anew where they differ: no network. */
export async function checkLibrary(setting: ImportSetting): Promise<CheckReport> {
  return withImport(setting, async ({ db }) => {
    const state = checkIndex(db);
    const isWrong = !state.isSound || state.missing > 0 || state.surplus > 0;
    if (isWrong) beginRebuild(db);
    await indexWaiting(db, () => undefined, setting.signal);
    return { ...state, isRebuilt: isWrong && !setting.signal.aborted };
  });
}
