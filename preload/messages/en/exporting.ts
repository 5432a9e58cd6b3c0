import { createForms } from '../forms.ts';

const { number, size, counted } = createForms('en');

/** Words in the files that articles are exported to, and about making them. */
export const exporting = {
  formats: { pdf: 'PDF', epub: 'EPUB', html: 'Web page', markdown: 'Markdown', text: 'Plain text' },
  contents: 'Contents',
  cover: 'Cover',
  original: 'Original:',
  noText: 'No articles',
  pictureMissing: 'Picture not stored',
  articles: (count: number) => counted(count, 'article', 'articles'),
  days: (first: string, last: string) => (first === last ? first : `${first} – ${last}`),
  madeOn: (day: string) => `Put together on ${day}`,
  volume: (volume: number, volumes: number) => `Volume ${number(volume)} of ${number(volumes)}`,
  page: (page: number, pages: number) => `${page} / ${pages}`,
  bookmarks: 'Bookmarks',
  removed: 'No longer published',
  everything: 'All articles',
  search: (query: string) => `Search: ${query}`,
  reading: (done: number, total: number) => `Collecting article ${number(done)} of ${number(total)}`,
  writing: (done: number, total: number) => `Writing article ${number(done)} of ${number(total)}`,
  done: (articles: number, files: number, bytes: number) =>
    `Wrote ${counted(articles, 'article', 'articles')} to ${counted(files, 'file', 'files')}, ${size(bytes)}:`,
  quotation: (passage: string, from: string, url: string) => `“${passage}”\n— ${from}${url === '' ? '' : `\n${url}`}\n`,
  leftOut: (id: string, why: string) => `left out: ${id}: ${why}`,
  needsWindow: 'PDF is written by the program with its window parts, not on Node alone. Use `npm run cli`.',
};
