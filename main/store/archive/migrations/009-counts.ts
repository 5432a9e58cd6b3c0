import type { Migration } from '#main/store/migrate.ts';

const dayOf = (id: string): string => `((${id} - (${id} % 1000000 + 1000000) % 1000000) / 1000000)`;

const countDay = (id: string, difference: number): string => `
      INSERT INTO day_count (day, articles, changes) VALUES (${dayOf(id)}, ${difference}, 1)
        ON CONFLICT (day) DO UPDATE SET articles = articles + ${difference}, changes = changes + 1;`;
const countName = (table: string, name: string, difference: number): string => `
      INSERT INTO ${table}_count (${table}, articles) SELECT ${name}, ${difference} WHERE ${name} IS NOT NULL
        ON CONFLICT (${table}) DO UPDATE SET articles = articles + ${difference};`;
const dropEmpty = (table: string, name: string): string => `
      DELETE FROM ${table}_count WHERE ${table} = ${name} AND articles = 0;`;

/**
 * How many articles a day, a source, a topic and an archive have, kept by triggers wherever articles change: counting 200,000 of them takes
 * longer than a window may wait whenever a sync brings a page.
 */
export const counts: Migration = {
  version: 9,
  name: 'counts',
  sql: `
    CREATE TABLE day_count (                      -- a day stays when its last article goes: \`changes\` never begins anew
      day INTEGER PRIMARY KEY,                    -- days since 1970-01-01
      articles INTEGER NOT NULL,
      changes INTEGER NOT NULL                    -- grows when an article comes, goes, moves or gets another key
    ) STRICT;
    CREATE TABLE source_count (source TEXT PRIMARY KEY, articles INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX source_count_most ON source_count (articles DESC, source);
    CREATE TABLE topic_count (topic TEXT PRIMARY KEY, articles INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX topic_count_most ON topic_count (articles DESC, topic);
    CREATE TABLE archive_count (archive TEXT PRIMARY KEY, articles INTEGER NOT NULL) STRICT, WITHOUT ROWID;

    INSERT INTO day_count (day, articles, changes) SELECT ${dayOf('id')}, count(*), 1 FROM article GROUP BY 1;
    INSERT INTO source_count (source, articles) SELECT source, count(*) FROM article WHERE source IS NOT NULL GROUP BY source;
    INSERT INTO topic_count (topic, articles) SELECT topic, count(*) FROM article_topic GROUP BY topic;
    INSERT INTO archive_count (archive, articles) SELECT archive_id, count(*) FROM archive_article GROUP BY archive_id;

    CREATE TRIGGER article_counted AFTER INSERT ON article BEGIN
      ${countDay('NEW.id', 1)}
      ${countName('source', 'NEW.source', 1)}
    END;
    CREATE TRIGGER article_uncounted AFTER DELETE ON article BEGIN
      ${countDay('OLD.id', -1)}
      ${countName('source', 'OLD.source', -1)}
      ${dropEmpty('source', 'OLD.source')}
    END;
    CREATE TRIGGER article_counted_elsewhere AFTER UPDATE OF id, key ON article
    WHEN NEW.id <> OLD.id OR NEW.key <> OLD.key BEGIN
      ${countDay('OLD.id', -1)}
      ${countDay('NEW.id', 1)}
    END;
    CREATE TRIGGER article_source_counted AFTER UPDATE OF source ON article WHEN NEW.source IS NOT OLD.source BEGIN
      ${countName('source', 'NEW.source', 1)}
      ${countName('source', 'OLD.source', -1)}
      ${dropEmpty('source', 'OLD.source')}
    END;
    CREATE TRIGGER article_topic_counted AFTER INSERT ON article_topic BEGIN
      ${countName('topic', 'NEW.topic', 1)}
    END;
    CREATE TRIGGER article_topic_uncounted AFTER DELETE ON article_topic BEGIN
      ${countName('topic', 'OLD.topic', -1)}
      ${dropEmpty('topic', 'OLD.topic')}
    END;
    CREATE TRIGGER archive_article_counted AFTER INSERT ON archive_article BEGIN
      ${countName('archive', 'NEW.archive_id', 1)}
    END;
    CREATE TRIGGER archive_article_uncounted AFTER DELETE ON archive_article BEGIN
      ${countName('archive', 'OLD.archive_id', -1)}
      ${dropEmpty('archive', 'OLD.archive_id')}
    END;
  `,
};
