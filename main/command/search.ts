import { searchLibrary } from '#main/library/search-library.ts';
import type { Command } from './command.ts';
import { choiceOption, numberOption } from './option-values.ts';
import { withLibrary } from './with-library.ts';

const defaultLimit = 20;

export const search: Command = {
  options: { sort: { type: 'string' }, limit: { type: 'string' } },
  positionals: ['query'],
  run: (context, [query = ''], options) =>
    withLibrary(context, async (library) => {
      const sort = choiceOption(context, options, 'sort', ['newest', 'relevance'], 'newest');
      const limit = numberOption(context, options, 'limit', defaultLimit);
      const { total, isTotalExact, milliseconds, hits } = searchLibrary(library, { query, sort, offset: 0, limit });
      if (context.isJson) {
        const printed = hits.map(({ id, title, publishedOn, snippets }) => ({ id, title, publishedOn, snippets }));
        return context.print(`${JSON.stringify({ total, isTotalExact, milliseconds, hits: printed })}\n`);
      }
      context.note(context.words.found(total, isTotalExact, milliseconds));
      for (const { id, title, publishedOn, snippets } of hits) {
        await context.print(`${publishedOn}\t${id}\t${title}\n`);
        for (const { text } of snippets) await context.print(`    ${text.replaceAll('\n', ' ')}\n`);
      }
    }),
};
