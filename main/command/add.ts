import { addArchive } from '#main/library/subscriptions.ts';
import type { Command } from './command.ts';
import { shownOrigin } from './shown-origin.ts';
import { textOption, textOptions } from './option-values.ts';
import { withLibrary } from './with-library.ts';

export const add: Command = {
  options: { name: { type: 'string' }, mirror: { type: 'string', multiple: true } },
  positionals: ['origin'],
  run: (context, [origin = ''], options) =>
    withLibrary(context, (library) => {
      const archive = addArchive(library, origin, {
        name: textOption(options, 'name'),
        mirrors: textOptions(options, 'mirror'),
      });
      const { id, name } = archive;
      return context.print(
        context.isJson
          ? `${JSON.stringify({ id, name, origin: shownOrigin(archive.origin) })}\n`
          : `${context.words.added(name, id)}\n`,
      );
    }),
};
