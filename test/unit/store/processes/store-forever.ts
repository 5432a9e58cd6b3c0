import { storePages } from '#main/store/archive/store-pages.ts';
import { indexPending } from '#main/search/index-writer.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import { makePage } from '#test/helpers/pages.ts';

/** Stores portions of 20 articles, and says so after each, until it is killed. */
const db = openArchiveDatabase(process.argv[2] ?? '', 'write');
for (let portion = 0; ; portion += 1) {
  const pages = Array.from({ length: 20 }, (_, number) => {
    return makePage(`${portion}/${number}.md`, { title: `Portion ${portion}`, text: `河灯 ${portion} `.repeat(300) });
  });
  storePages(db, 'x', pages);
  indexPending(db, { maximumArticles: 20 });
  process.stdout.write(`${portion}\n`);
}
