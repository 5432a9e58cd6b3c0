import { ReportedFailure } from '#main/failure.ts';
import { findArticleRow } from '#main/store/archive/article-rows.ts';
import { countTagged } from '#main/store/archive/tagged-counts.ts';
import { addTag, countTagsOf, deleteTag, removeTag, renameOrMergeTag, type TaggedArticle } from '#main/store/reader/tags.ts';
import type { CallInput } from '#preload/contract/contract.ts';
import type { ExportSelection } from '#preload/contract/export-types.ts';
import type { TagCount, TagsOfArticles } from '#preload/contract/tag-types.ts';
import { maximumIds } from '#preload/contract/list-types.ts';
import type { Library } from './library.ts';
import { idsOfSelection } from './selected-articles.ts';
import { splitId } from './summaries.ts';
import { tagName } from './tagged-keys.ts';

/** In the order of their names. */
export function listTagCounts(library: Library): readonly TagCount[] {
  return countTagged(library.archive);
}

/** Articles that are not there any more are left out. Throws 'bad-input' for more than `maximumIds`. */
function chosenArticles(library: Library, selection: ExportSelection): readonly TaggedArticle[] {
  const ids = idsOfSelection(library, selection);
  if (ids.length > maximumIds)
    throw new ReportedFailure({ code: 'bad-input', message: `${ids.length} articles at once are too many` });
  return ids.flatMap((articleId) => {
    const { archiveId, path } = splitId(articleId);
    const row = findArticleRow(library.archive, archiveId, path);
    return row ? [{ key: row.key, articleId, title: row.title }] : [];
  });
}

export function tagsOfArticles(library: Library, { selection }: { readonly selection: ExportSelection }): TagsOfArticles {
  return summed(
    library,
    chosenArticles(library, selection).map(({ key }) => key),
  );
}

function summed({ reader }: Library, keys: readonly string[]): TagsOfArticles {
  const distinct = [...new Set(keys)];
  return { articles: distinct.length, tags: countTagsOf(reader, distinct) };
}

/** Answers which tags the articles have then. */
export function changeTags(library: Library, { selection, add = [], remove = [] }: CallInput<'tags.change'>): TagsOfArticles {
  const articles = chosenArticles(library, selection);
  const keys = articles.map(({ key }) => key);
  const atMs = Date.now();
  library.reader.transaction(() => {
    for (const name of remove) removeTag(library.reader, tagName(name).folded, keys);
    for (const name of add) addTag(library.reader, tagName(name), articles, atMs);
  });
  return summed(library, keys);
}

function requireTag(isThere: boolean, name: string): void {
  if (!isThere) throw new ReportedFailure({ code: 'not-found', message: `There is no tag ${name}` });
}

export function renameTag(library: Library, { name, to }: CallInput<'tags.rename'>): readonly TagCount[] {
  requireTag(renameOrMergeTag(library.reader, tagName(name).folded, tagName(to)), name);
  return listTagCounts(library);
}

export function dropTag(library: Library, { name }: CallInput<'tags.remove'>): readonly TagCount[] {
  requireTag(deleteTag(library.reader, tagName(name).folded), name);
  return listTagCounts(library);
}
