// Run by each runtime in a child process: a binding that does not fit ends it without a word.
import Database from 'better-sqlite3';

const database = new Database(':memory:');
database.exec("CREATE VIRTUAL TABLE page USING fts5(body, tokenize = 'unicode61')");
database.prepare('INSERT INTO page VALUES (?)').run('a page of an archive');
const hits = database.prepare("SELECT body FROM page WHERE page MATCH 'archive'").all().length;
database.close();
if (hits !== 1) throw new Error(`full-text search found ${hits} pages instead of 1`);
