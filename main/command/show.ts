import { describeArticle, requireArticle } from '#main/library/article-detail.ts';
import type { Library } from '#main/library/library.ts';
import { splitId } from '#main/library/summaries.ts';
import { bodyToMarkdown } from '#main/read/article-markdown.ts';
import { readBody } from '#main/store/archive/bodies.ts';
import { readOriginalPage } from '#main/store/archive/original-page.ts';
import type { ArticleId } from '#preload/contract/library-types.ts';
import type { Command } from './command.ts';
import { choiceOption } from './option-values.ts';
import { withLibrary } from './with-library.ts';

const formats = ['text', 'html', 'markdown', 'json', 'original'] as const;

function render(library: Library, id: ArticleId, format: (typeof formats)[number]): string | Uint8Array {
  if (format === 'original') {
    const { archiveId, path } = splitId(id);
    return readOriginalPage(library.archive, archiveId, path).bytes;
  }
  const row = requireArticle(library, id);
  const body = readBody(library.archive, row.rowId);
  if (format === 'html') return `${body.html}\n`;
  const article = describeArticle(library, row, body);
  if (format === 'json') return `${JSON.stringify({ ...article, text: body.text, html: body.html })}\n`;
  if (format === 'markdown') return `# ${row.title}\n\n${bodyToMarkdown(body.html, article.pictures)}`;
  return `${row.title}\n\n${body.text}\n`;
}

export const show: Command = {
  /** `--original` is short for `--format original`. */
  options: { format: { type: 'string' }, original: { type: 'boolean' } },
  positionals: ['id'],
  run: (context, [id = ''], options) => {
    const usual = options['original'] === true ? 'original' : context.isJson ? 'json' : 'text';
    const format = choiceOption(context, options, 'format', formats, usual);
    return withLibrary(context, (library) => context.print(render(library, id, format)));
  },
};
