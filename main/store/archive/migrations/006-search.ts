import type { Migration } from '#main/store/migrate.ts';

/**
 * What a search filters by and an article's row does not answer quickly, kept by triggers wherever articles change; and where a
 * new index is made while the one there is still serves (see `index-rebuild.ts`).
 */
export const search: Migration = {
  version: 6,
  name: 'search',
  sql: `
    CREATE TABLE article_topic (
      topic TEXT NOT NULL,
      article_id INTEGER NOT NULL,
      PRIMARY KEY (topic, article_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX article_topic_article ON article_topic (article_id, topic);

    CREATE TRIGGER article_topic_added AFTER INSERT ON article WHEN NEW.topics <> '[]' BEGIN
      INSERT OR IGNORE INTO article_topic (topic, article_id) SELECT value, NEW.id FROM json_each(NEW.topics);
    END;
    CREATE TRIGGER article_topic_changed AFTER UPDATE OF id, topics ON article
    WHEN NEW.id <> OLD.id OR NEW.topics <> OLD.topics BEGIN
      DELETE FROM article_topic WHERE article_id = OLD.id;
      INSERT OR IGNORE INTO article_topic (topic, article_id) SELECT value, NEW.id FROM json_each(NEW.topics);
    END;
    CREATE TRIGGER article_topic_removed AFTER DELETE ON article BEGIN
      DELETE FROM article_topic WHERE article_id = OLD.id;
    END;
    INSERT OR IGNORE INTO article_topic (topic, article_id)
      SELECT value, article.id FROM article CROSS JOIN json_each(article.topics) WHERE topics <> '[]';

    CREATE TABLE illustrated_article (article_id INTEGER PRIMARY KEY) STRICT; -- those with pictures in their text
    CREATE TRIGGER illustrated_article_added AFTER INSERT ON article_body WHEN NEW.pictures <> '[]' BEGIN
      INSERT OR IGNORE INTO illustrated_article (article_id) VALUES (NEW.article_id);
    END;
    CREATE TRIGGER illustrated_article_changed AFTER UPDATE OF article_id, pictures ON article_body
    WHEN NEW.article_id <> OLD.article_id OR NEW.pictures <> OLD.pictures BEGIN
      DELETE FROM illustrated_article WHERE article_id = OLD.article_id;
      INSERT OR IGNORE INTO illustrated_article (article_id) SELECT NEW.article_id WHERE NEW.pictures <> '[]';
    END;
    CREATE TRIGGER illustrated_article_removed AFTER DELETE ON article_body BEGIN
      DELETE FROM illustrated_article WHERE article_id = OLD.article_id;
    END;
    INSERT INTO illustrated_article (article_id) SELECT article_id FROM article_body WHERE pictures <> '[]';

    CREATE INDEX article_source_of ON article (id, source); -- by what hits can be narrowed, without reading whole rows

    -- Merging is left to slices between and after the writing; more bytes of tokens gathered in memory make fewer pieces.
    INSERT INTO fts (fts, rank) VALUES ('automerge', 0);
    INSERT INTO fts (fts, rank) VALUES ('usermerge', 8);
    INSERT INTO fts (fts, rank) VALUES ('crisismerge', 64);
    INSERT INTO fts_title (fts_title, rank) VALUES ('automerge', 0);
    INSERT INTO fts_title (fts_title, rank) VALUES ('usermerge', 8);
    INSERT INTO fts_title (fts_title, rank) VALUES ('crisismerge', 64);
    INSERT INTO fts_chars (fts_chars, rank) VALUES ('automerge', 0);
    INSERT INTO fts_chars (fts_chars, rank) VALUES ('usermerge', 8);
    INSERT INTO fts_chars (fts_chars, rank) VALUES ('crisismerge', 64);
    INSERT INTO fts (fts, rank) VALUES ('hashsize', 8388608);

    CREATE TABLE index_rebuild_queue (article_id INTEGER PRIMARY KEY) STRICT; -- what the new index still lacks
  `,
};
