import { wipeLibrary } from '#main/store/wipe-library.ts';
import { type Command, UsageError } from './command.ts';

/** Deletes the library for good. Not without `--yes`: nothing of it comes back. */
export const wipe: Command = {
  options: { yes: { type: 'boolean' } },
  positionals: [],
  run: async ({ libraryDir, words, isJson, print }, _names, options) => {
    if (options['yes'] !== true) throw new UsageError(words.wipeUnconfirmed(libraryDir));
    wipeLibrary(libraryDir);
    await print(isJson ? `${JSON.stringify({ wiped: libraryDir })}\n` : `${words.wiped}\n`);
  },
};
