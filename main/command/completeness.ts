import { readCompleteness } from '#main/library/completeness.ts';
import type { Command } from './command.ts';
import { noteSkippedPages } from './progress-note.ts';
import { withLibrary } from './with-library.ts';

/** What of an archive is in the library, and what is not, with the reason. */
export const completeness: Command = {
  positionals: ['archive'],
  run: (context, [archive = '']) =>
    withLibrary(context, async (library) => {
      const report = readCompleteness(library, archive);
      if (context.isJson) return context.print(`${JSON.stringify(report)}\n`);
      const words = context.messages.completeness;
      const { pages, pictures, failedPages } = report;
      await context.print(`${words.pages(pages.stored, pages.total)}\n`);
      if (report.isUnfinished) await context.print(`${words.isUnfinished}\n`);
      await context.print(`${words.pictures(pictures.stored, pictures.storedBytes)}\n`);
      if (pictures.waiting > 0) await context.print(`${words.waiting(pictures.waiting)}\n`);
      for (const { reason, count } of pictures.missing)
        await context.print(`${words.missing(count)}: ${context.messages.articlePage.pictureReasons[reason]}\n`);
      noteSkippedPages(context, failedPages);
    }),
};
