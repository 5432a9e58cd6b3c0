import { describeArticle, requireArticle } from '#main/library/article-detail.ts';
import { readVersion } from '#main/library/earlier-version.ts';
import type { Library } from '#main/library/library.ts';
import { splitId } from '#main/library/summaries.ts';
import { bodyToMarkdown } from '#main/read/article-markdown.ts';
import { readBody } from '#main/store/archive/bodies.ts';
import { readEarlierPage } from '#main/store/archive/earlier-pages.ts';
import { readOriginalPage } from '#main/store/archive/original-page.ts';
import type { ArticleDetail, ArticleId } from '#preload/contract/library-types.ts';
import type { Command } from './command.ts';
import { choiceOption, numberOption, textOption } from './option-values.ts';
import { withLibrary } from './with-library.ts';

const formats = ['text', 'html', 'markdown', 'json', 'original'] as const;

interface Shown {
  readonly article: ArticleDetail;
  readonly html: string;
  readonly text: string;
}

/** `version`: of the article's earlier ones; null for the article as it is now. */
function readShown(library: Library, id: ArticleId, version: number | null): Shown | Promise<Shown> {
  const row = requireArticle(library, id);
  if (version !== null) return readVersion(library, row, version);
  const body = readBody(library.archive, row.rowId);
  return { article: describeArticle(library, row, body), html: body.html, text: body.text };
}

function readPublished(library: Library, id: ArticleId, version: number | null): Uint8Array {
  if (version === null) {
    const { archiveId, path } = splitId(id);
    return readOriginalPage(library.archive, archiveId, path).bytes;
  }
  const { archiveId, path } = requireArticle(library, id);
  return readEarlierPage(library.archive, archiveId, path, version).bytes;
}

function render({ article, html, text }: Shown, format: (typeof formats)[number]): string {
  if (format === 'html') return `${html}\n`;
  if (format === 'json') return `${JSON.stringify({ ...article, text, html })}\n`;
  if (format === 'markdown') return `# ${article.title}\n\n${bodyToMarkdown(html, article.pictures)}`;
  return `${article.title}\n\n${text}\n`;
}

export const show: Command = {
  /** `--original` is short for `--format original`. */
  options: { format: { type: 'string' }, original: { type: 'boolean' }, version: { type: 'string' } },
  positionals: ['id'],
  run: (context, [id = ''], options) => {
    const usual = options['original'] === true ? 'original' : context.isJson ? 'json' : 'text';
    const format = choiceOption(context, options, 'format', formats, usual);
    const version = textOption(options, 'version') === undefined ? null : numberOption(context, options, 'version', 0);
    return withLibrary(context, async (library) =>
      context.print(
        format === 'original' ? readPublished(library, id, version) : render(await readShown(library, id, version), format),
      ),
    );
  },
};
