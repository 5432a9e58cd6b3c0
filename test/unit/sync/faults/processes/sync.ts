import { syncLibrary } from '#test/helpers/sync-library.ts';

/** Syncs an archive into a library until it is killed. */
const [libraryDir = '', origin = ''] = process.argv.slice(2);
await syncLibrary(libraryDir, 'news', origin);
