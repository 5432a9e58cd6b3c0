import { listArticles } from '#main/library/article-list.ts';
import { setBookmark } from '#main/library/article-marks.ts';
import { type Command, UsageError } from './command.ts';
import { printRows, withLibrary } from './with-library.ts';

/** More bookmarks than anyone sets. */
const maximumBookmarks = 1_000_000;

export const bookmark: Command = {
  positionals: ['add|remove|list', 'id?'],
  run: (context, [action = '', id], _options) =>
    withLibrary(context, async (library) => {
      const { words } = context;
      if (action === 'list') {
        const { rows } = listArticles(library, { scope: { kind: 'bookmarked' }, offset: 0, limit: maximumBookmarks });
        return printRows(context, rows, (article) => [article.publishedOn, article.id, article.title].join('\t'));
      }
      if (action !== 'add' && action !== 'remove') throw new UsageError(words.badValue('bookmark', action));
      if (id === undefined) throw new UsageError(words.missingArgument('<id>'));
      setBookmark(library, id, action === 'add');
      const text = action === 'add' ? words.bookmarkAdded(id) : words.bookmarkRemoved(id);
      return context.print(context.isJson ? `${JSON.stringify({ id, isBookmarked: action === 'add' })}\n` : `${text}\n`);
    }),
};
