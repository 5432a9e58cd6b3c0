import { readArchiveOrigins, setArchiveOrigins } from '#main/library/subscriptions.ts';
import type { Command } from './command.ts';
import { keepLogins } from './keep-logins.ts';
import { shownOrigin } from './shown-origin.ts';
import { printRows, withLibrary } from './with-library.ts';

export const origin: Command = {
  positionals: ['archive', 'url...'],
  run: (context, [archive = '', ...urls]) =>
    withLibrary(context, (library) => {
      if (urls.length > 0) setArchiveOrigins(library, archive, keepLogins(context, library, urls));
      return printRows(context, readArchiveOrigins(library, archive).map(shownOrigin), (url) => url);
    }),
};
