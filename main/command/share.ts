import path from 'node:path';
import { shareArchive } from '#main/importer/share-archive.ts';
import { requireSubscription } from '#main/library/subscriptions.ts';
import { type Command, UsageError } from './command.ts';
import { textOption } from './option-values.ts';
import { withLibrary } from './with-library.ts';

export const share: Command = {
  options: { output: { type: 'string', short: 'o' } },
  positionals: ['archive'],
  run: async (context, [archiveId = ''], options) => {
    const { words, libraryDir, signal } = context;
    const file = textOption(options, 'output');
    if (!file) throw new UsageError(words.missingArgument('-o FILE'));
    const { name } = await withLibrary(context, (library) => requireSubscription(library, archiveId));
    const report = await shareArchive({
      libraryDir,
      archiveId,
      name,
      signal,
      file: path.resolve(file),
      onProgress: (done, total) => context.note(context.messages.places.sharing.writing(done, total)),
    });
    for (const left of report.leftOut) context.note(words.notShared(left));
    await context.print(
      context.isJson ? `${JSON.stringify(report)}\n` : `${words.shared(name, report.pages, report.bytes, report.path)}\n`,
    );
  },
};
