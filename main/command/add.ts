import { addArchive } from '#main/library/subscriptions.ts';
import type { Command } from './command.ts';
import { textOption } from './option-values.ts';
import { withLibrary } from './with-library.ts';

export const add: Command = {
  options: { name: { type: 'string' } },
  positionals: ['origin'],
  run: (context, [origin = ''], options) =>
    withLibrary(context, (library) => {
      const archive = addArchive(library, origin, textOption(options, 'name'));
      const { id, name } = archive;
      return context.print(
        context.isJson ? `${JSON.stringify({ id, name, origin: archive.origin })}\n` : `${context.words.added(name, id)}\n`,
      );
    }),
};
