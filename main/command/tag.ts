import type { Library } from '#main/library/library.ts';
import { changeTags, listTagCounts, tagsOfArticles } from '#main/library/tags.ts';
import { requireArticle } from '#main/library/article-detail.ts';
import { maximumTagLength } from '#preload/contract/list-types.ts';
import type { TagCount } from '#preload/contract/tag-types.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { printRows, withLibrary } from './with-library.ts';

const listed = (context: CommandContext, tags: readonly TagCount[]): Promise<void> =>
  printRows(context, tags, ({ name, articles }) => [articles, name].join('\t'));

export const tag: Command = {
  positionals: ['add|remove|list', 'id?', 'name...'],
  run: (context, [action = '', id, ...names], _options) =>
    withLibrary(context, async (library) => {
      const { words } = context;
      if (action === 'list') return listed(context, id === undefined ? listTagCounts(library) : tagsOf(library, id));
      if (action !== 'add' && action !== 'remove') throw new UsageError(words.badValue('tag', action));
      if (id === undefined) throw new UsageError(words.missingArgument('<id>'));
      if (names.length === 0) throw new UsageError(words.missingArgument('<name>'));
      const unusable = names.find((name) => name.trim() === '' || name.length > maximumTagLength);
      if (unusable !== undefined) throw new UsageError(words.badValue('tag', unusable));
      requireArticle(library, id);
      const { tags } = changeTags(library, { selection: { kind: 'articles', ids: [id] }, [action]: names });
      return listed(context, tags);
    }),
};

function tagsOf(library: Library, id: string): readonly TagCount[] {
  requireArticle(library, id);
  return tagsOfArticles(library, { selection: { kind: 'articles', ids: [id] } }).tags;
}
