import type { Migration } from '#main/store/migrate.ts';

/**
 * In what orders a list can be read besides that of the days. `title_order` is a function that every handle has (see `title-order.ts`);
 * only triggers and this migration call it, so that whoever reads the file needs nothing of the sort.
 */
export const listOrders: Migration = {
  version: 8,
  name: 'list-orders',
  sql: `
    CREATE TABLE article_order (
      article_id INTEGER PRIMARY KEY,
      title BLOB NOT NULL,
      source BLOB NOT NULL,                       -- X'FF' where there is none: last
      reading_minutes INTEGER NOT NULL
    ) STRICT;

    INSERT INTO article_order (article_id, title, source, reading_minutes)
      SELECT id, title_order(title), iif(source IS NULL, X'FF', title_order(source)), reading_minutes FROM article;
    CREATE INDEX article_order_title ON article_order (title, article_id DESC);
    CREATE INDEX article_order_source ON article_order (source, article_id DESC);
    CREATE INDEX article_order_longest ON article_order (reading_minutes DESC, article_id DESC);

    CREATE TRIGGER article_order_added AFTER INSERT ON article BEGIN
      INSERT OR REPLACE INTO article_order (article_id, title, source, reading_minutes)
        VALUES (NEW.id, title_order(NEW.title), iif(NEW.source IS NULL, X'FF', title_order(NEW.source)), NEW.reading_minutes);
    END;
    CREATE TRIGGER article_order_changed AFTER UPDATE OF id, title, source, reading_minutes ON article
    WHEN NEW.id <> OLD.id OR NEW.title <> OLD.title OR NEW.source IS NOT OLD.source
      OR NEW.reading_minutes <> OLD.reading_minutes BEGIN
      DELETE FROM article_order WHERE article_id = OLD.id;
      INSERT OR REPLACE INTO article_order (article_id, title, source, reading_minutes)
        VALUES (NEW.id, title_order(NEW.title), iif(NEW.source IS NULL, X'FF', title_order(NEW.source)), NEW.reading_minutes);
    END;
    CREATE TRIGGER article_order_removed AFTER DELETE ON article BEGIN
      DELETE FROM article_order WHERE article_id = OLD.id;
    END;
  `,
};
