import { checkLibrary } from '#main/importer/check-library.ts';
import { closedNetwork } from '#main/source/network/network.ts';
import type { Command } from './command.ts';
import { progressNote } from './progress-note.ts';

/** Whether a search finds everything there is; if not, the index is made anew. */
export const check: Command = {
  positionals: [],
  run: async (context) => {
    const { libraryDir, parseWorker, signal } = context;
    const onProgress = progressNote(context);
    const report = await checkLibrary({ libraryDir, network: closedNetwork, parseWorker, signal, onProgress });
    if (context.isJson) return context.print(`${JSON.stringify(report)}\n`);
    await context.print(`${report.isRebuilt ? context.words.indexRebuilt : context.words.indexSound}\n`);
  },
};
