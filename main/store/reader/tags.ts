import type { ReadableDb, WritableDb } from '../database.ts';

/** `folded`: what makes two names the same. */
export interface TagName {
  readonly name: string;
  readonly folded: string;
}

export interface TaggedArticle {
  readonly key: string;
  /** `<archive>:<path>` at the time it was set. */
  readonly articleId: string;
  readonly title: string;
}

const findId = 'SELECT id FROM tag WHERE folded = ?';
const insertTag = 'INSERT INTO tag (name, folded, created_at_ms) VALUES (?, ?, ?) ON CONFLICT (folded) DO NOTHING';
const insertTagged = `
  INSERT INTO tagged_article (tag_id, article_key, article_id, title, created_at_ms) VALUES ($id, $key, $articleId, $title, $atMs)
  ON CONFLICT (tag_id, article_key) DO NOTHING`;
const dropTagged = 'DELETE FROM tagged_article WHERE tag_id = ? AND article_key = ?';
const everyTag = 'SELECT id, name, folded FROM tag ORDER BY folded';
const newestTagged = `
  SELECT article_key AS key, article_id AS articleId, title
  FROM tagged_article INDEXED BY tagged_article_newest WHERE tag_id = ? ORDER BY created_at_ms DESC, article_key`;
const tagsOfKeys = `
  SELECT tag.name AS name, count(*) AS articles FROM json_each(?) AS wanted
  CROSS JOIN tagged_article INDEXED BY tagged_article_by_key ON tagged_article.article_key = wanted.value
  CROSS JOIN tag ON tag.id = tagged_article.tag_id GROUP BY tag.id`;
const renameTag = 'UPDATE tag SET name = ?, folded = ? WHERE id = ?';
const mergeTagged = 'UPDATE OR IGNORE tagged_article SET tag_id = $to WHERE tag_id = $from';
const dropTag = 'DELETE FROM tag WHERE id = ?';

function idOf(db: ReadableDb, folded: string): number | undefined {
  return db.first<{ id: number }>(findId, [folded])?.id;
}

/** Makes the tag where there is none of that name; setting it again changes nothing. */
export function addTag(db: WritableDb, { name, folded }: TagName, articles: readonly TaggedArticle[], atMs: number): void {
  if (articles.length === 0) return;
  db.transaction(() => {
    db.run(insertTag, [name, folded, atMs]);
    const id = idOf(db, folded) ?? 0;
    for (const { key, articleId, title } of articles) db.run(insertTagged, { id, key, articleId, title, atMs });
  });
}

/** The tag goes with its last article. */
export function removeTag(db: WritableDb, folded: string, keys: readonly string[]): void {
  const id = idOf(db, folded);
  if (id !== undefined) db.transaction(() => keys.forEach((key) => db.run(dropTagged, [id, key])));
}

export function listTags(db: ReadableDb): (TagName & { readonly id: number })[] {
  return db.all<TagName & { readonly id: number }>(everyTag);
}

/** Newest first; also articles that are not in the library now. */
export function listTagged(db: ReadableDb, folded: string): TaggedArticle[] {
  return db.all<TaggedArticle>(newestTagged, [idOf(db, folded) ?? 0]);
}

/** How many of the articles have each tag. */
export function countTagsOf(db: ReadableDb, keys: readonly string[]): { readonly name: string; readonly articles: number }[] {
  return db.all(tagsOfKeys, [JSON.stringify(keys)]);
}

/** Where there is a tag of that name already the two become one, which keeps the new name. False for a tag that is not there. */
export function renameOrMergeTag(db: WritableDb, from: string, { name, folded }: TagName): boolean {
  return db.transaction(() => {
    const id = idOf(db, from);
    if (id === undefined) return false;
    const other = idOf(db, folded);
    if (other !== undefined && other !== id) {
      db.run(mergeTagged, { from: id, to: other });
      db.run(dropTag, [id]);
    }
    db.run(renameTag, [name, folded, other ?? id]);
    return true;
  });
}

/** From all articles. False for a tag that is not there. */
export function deleteTag(db: WritableDb, folded: string): boolean {
  const id = idOf(db, folded);
  return id !== undefined && db.run(dropTag, [id]) > 0;
}

export const tagSql = { newestTagged, tagsOfKeys } as const;
