import { addArchive } from '#main/library/subscriptions.ts';
import type { Command } from './command.ts';
import { keepLogins } from './keep-logins.ts';
import { shownOrigin } from './shown-origin.ts';
import { textOption, textOptions } from './option-values.ts';
import { withLibrary } from './with-library.ts';

export const add: Command = {
  options: { name: { type: 'string' }, mirror: { type: 'string', multiple: true } },
  positionals: ['origin'],
  run: (context, [origin = ''], options) =>
    withLibrary(context, (library) => {
      const [first = '', ...mirrors] = keepLogins(context, library, [origin, ...(textOptions(options, 'mirror') ?? [])]);
      const archive = addArchive(library, first, { name: textOption(options, 'name'), mirrors });
      const { id, name } = archive;
      return context.print(
        context.isJson
          ? `${JSON.stringify({ id, name, origin: shownOrigin(archive.origin) })}\n`
          : `${context.words.added(name, id)}\n`,
      );
    }),
};
