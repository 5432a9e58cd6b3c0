import { describeArticle } from '#main/library/article-detail.ts';
import { requireSubscription } from '#main/library/subscriptions.ts';
import { iterateArticles } from '#main/store/archive/article-rows.ts';
import { readBody } from '#main/store/archive/bodies.ts';
import type { Command } from './command.ts';
import { withLibrary } from './with-library.ts';

/** JSON Lines whether or not `--json` is given; one article at a time in memory. */
export const dump: Command = {
  positionals: ['archive?'],
  run: (context, [archive]) =>
    withLibrary(context, async (library) => {
      if (archive !== undefined) requireSubscription(library, archive);
      for (const row of iterateArticles(library.archive, archive)) {
        const body = readBody(library.archive, row.rowId);
        const article = describeArticle(library, row, body);
        await context.print(`${JSON.stringify({ ...article, text: body.text, html: body.html })}\n`);
      }
    }),
};
