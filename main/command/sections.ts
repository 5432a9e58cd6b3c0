import { requireSubscription } from '#main/library/subscriptions.ts';
import { listSections } from '#main/store/archive/sections.ts';
import type { Command } from './command.ts';
import { printRows, withLibrary } from './with-library.ts';

export const sections: Command = {
  positionals: ['archive?'],
  run: (context, [archive]) =>
    withLibrary(context, (library) => {
      if (archive !== undefined) requireSubscription(library, archive);
      return printRows(context, listSections(library.archive, archive), (section) =>
        [section.id, section.group ?? '', section.name, context.words.articles(section.articles)].join('\t'),
      );
    }),
};
