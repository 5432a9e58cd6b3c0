import { openArchiveDatabase, openReaderDatabase } from '#main/store/open.ts';

/** Opens both databases, as whoever comes first; prints what it finds. */
const [, , libraryDir = '', access = 'read', user = ''] = process.argv;
if (user !== '') process.setuid?.(Number(user));
try {
  const archive = access === 'write' ? openArchiveDatabase(libraryDir, 'write') : openArchiveDatabase(libraryDir, 'read');
  const reader = openReaderDatabase(libraryDir);
  const articles = archive.all('SELECT title FROM article');
  let writing = 'written';
  try {
    reader.run("INSERT INTO setting (key, value) VALUES (?, 'true')", [`opened-by-${process.pid}`]);
  } catch (error) {
    writing = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
  process.stdout.write(JSON.stringify({ articles, writing }));
  archive.close();
  reader.close();
} catch (error) {
  process.stdout.write(JSON.stringify({ failure: error instanceof Error && 'code' in error ? error.code : String(error) }));
}
