import { listArticles } from '#main/library/article-list.ts';
import { requireSubscription } from '#main/library/subscriptions.ts';
import { splitId } from '#main/library/summaries.ts';
import type { ListScope } from '#preload/contract/library-types.ts';
import { type Command, type OptionValues, UsageError } from './command.ts';
import { dayOption, numberOption, textOption } from './option-values.ts';
import { printRows, withLibrary } from './with-library.ts';

const defaultLimit = 50;

function scopeOf(options: OptionValues): ListScope {
  const sectionId = textOption(options, 'section');
  const archiveId = textOption(options, 'archive');
  if (sectionId !== undefined) {
    if (sectionId.includes(':')) return { kind: 'section', sectionId };
    if (archiveId !== undefined) return { kind: 'section', sectionId: `${archiveId}:${sectionId}` };
    throw new UsageError(`--section ${sectionId}: <archive>:<path>`);
  }
  return archiveId === undefined ? { kind: 'all' } : { kind: 'archive', archiveId };
}

export const articles: Command = {
  options: {
    archive: { type: 'string' },
    section: { type: 'string' },
    since: { type: 'string' },
    until: { type: 'string' },
    limit: { type: 'string' },
    offset: { type: 'string' },
  },
  positionals: [],
  run: (context, _positionals, options) => {
    const scope = scopeOf(options);
    return withLibrary(context, (library) => {
      if (scope.kind === 'archive') requireSubscription(library, scope.archiveId);
      if (scope.kind === 'section') requireSubscription(library, splitId(scope.sectionId).archiveId);
      const since = dayOption(context, options, 'since');
      const until = dayOption(context, options, 'until');
      const { rows } = listArticles(library, {
        scope,
        offset: numberOption(context, options, 'offset', 0),
        limit: numberOption(context, options, 'limit', defaultLimit),
        ...(since && { since }),
        ...(until && { until }),
      });
      return printRows(context, rows, (article) =>
        [article.publishedOn, article.id, article.source ?? '', article.title].join('\t'),
      );
    });
  },
};
