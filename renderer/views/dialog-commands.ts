/** The commands that open a dialog. */
export type DialogCommand = 'add-archive' | 'network' | 'privacy' | 'updates' | 'share-archive' | 'completeness' | 'sync-log';
