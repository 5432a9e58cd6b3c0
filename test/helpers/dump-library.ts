import { createHash } from 'node:crypto';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';

/** By table, each row one line of JSON: nothing of it depends on the order in which rows were written. */
export type LibraryDump = Readonly<Record<string, readonly string[]>>;

type Value = string | number | bigint | Buffer | null;
type Row = Record<string, Value>;

/**
 * Row numbers stand for nothing by themselves, so what they point at is written in their place; articles are in the order in
 * which a reader sees them.
 */
const queries: Readonly<Record<string, string>> = {
  state: 'SELECT archive_id, head, pending_head, last_failure FROM archive_state ORDER BY 1',
  objects: 'SELECT archive_id, oid, type, content FROM git_object ORDER BY 1, 2',
  articles: `
    SELECT article.id / 1000000 AS day, key, page.archive_id, page.path, title, title_language, article.language, published_on,
      is_date_estimated, source, byline, original_url, topics, excerpt, reading_minutes, article.is_removed_upstream,
      text, html, pictures, links, editor, issue_number, characters, words
    FROM article JOIN article_body ON article_body.article_id = article.id JOIN page ON page.id = page_id ORDER BY article.id`,
  pages: `
    SELECT archive_id, path, oid, parser_version, key, text_length, failure_code, failure_message, page.is_removed_upstream,
      content, title, groups
    FROM page LEFT JOIN (SELECT id, key FROM article) AS shown ON shown.id = page.article_id
      LEFT JOIN page_content ON page_content.page_id = page.id LEFT JOIN page_index ON page_index.page_id = page.id
    ORDER BY 1, 2`,
  earlier: `
    SELECT path, earlier_page.oid, replaced_at_ms, content FROM earlier_page JOIN page ON page.id = page_id ORDER BY 1, 2`,
  archives: `SELECT archive_id, key FROM archive_article JOIN article ON article.id = article_id ORDER BY 1, 2`,
  sections: `SELECT archive_id, path, name, group_name, position FROM section ORDER BY 1, position, path`,
  listed: `SELECT section.path AS section, section_entry.path FROM section_entry JOIN section ON section.id = section_id ORDER BY 1, 2`,
  filed: `
    SELECT section.path AS section, key FROM section_article JOIN section ON section.id = section_id
      JOIN article ON article.id = article_id ORDER BY 1, 2`,
  blocks: `SELECT fingerprint, path, has_words FROM page_block JOIN page ON page.id = page_id ORDER BY 1, 2`,
  furniture: 'SELECT archive_id, fingerprint FROM furniture ORDER BY 1, 2',
  toBeIndexed: 'SELECT count(*) AS articles FROM index_queue',
  words: wordsOf('fts'),
  titleWords: wordsOf('fts_title'),
  characters: wordsOf('fts_chars'),
};

/** What can be found, and where. */
function wordsOf(table: string): string {
  return `SELECT term, col, "offset", key FROM temp.${table}_words JOIN article ON article.id = doc ORDER BY term, key, col, "offset"`;
}

/** Of `archive.db`, with whatever its write-ahead log holds. */
export function dumpLibrary(libraryDir: string): LibraryDump {
  const db = new Database(path.join(libraryDir, 'archive.db'));
  try {
    for (const table of ['fts', 'fts_title', 'fts_chars'])
      db.exec(`CREATE VIRTUAL TABLE temp.${table}_words USING fts5vocab('main', '${table}', 'instance')`);
    return Object.fromEntries(
      Object.entries(queries).map(([name, sql]) => [
        name,
        (db.prepare(sql).all() as Row[]).map((row) => JSON.stringify(plain(row))),
      ]),
    );
  } finally {
    db.close();
  }
}

/** What is longer is shown by its digest: a difference can be read. */
const longestText = 120;

function plain(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (value instanceof Buffer) return [name, digest(inflateRawSync(value))];
      return [name, typeof value === 'string' && value.length > longestText ? digest(value) : value];
    }),
  );
}

function digest(content: string | Buffer): string {
  return createHash('sha1').update(content).digest('hex');
}
