import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number, size } = createForms('zh-TW');

export const exporting: Messages['exporting'] = {
  formats: { pdf: 'PDF', epub: 'EPUB', html: '網頁', markdown: 'Markdown', text: '純文字' },
  contents: '目錄',
  cover: '封面',
  original: '原文：',
  noText: '沒有文章',
  pictureMissing: '圖片未儲存',
  articles: (count) => `${number(count)} 篇文章`,
  days: (first, last) => (first === last ? first : `${first}—${last}`),
  madeOn: (day) => `${day}彙編`,
  volume: (volume, volumes) => `第 ${number(volume)} 卷，共 ${number(volumes)} 卷`,
  page: (page, pages) => `${page} / ${pages}`,
  bookmarks: '書籤',
  removed: '已撤下',
  everything: '全部文章',
  search: (query) => `搜尋：${query}`,
  reading: (done, total) => `正在收集第 ${number(done)} 篇，共 ${number(total)} 篇`,
  writing: (done, total) => `正在寫入第 ${number(done)} 篇，共 ${number(total)} 篇`,
  done: (articles, files, bytes) => `已寫入 ${number(articles)} 篇文章，${number(files)} 個檔案，${size(bytes)}：`,
  quotation: (passage, from, url) => `「${passage}」\n——${from}${url === '' ? '' : `\n${url}`}\n`,
  leftOut: (id, why) => `未寫入：${id}：${why}`,
  needsWindow: 'PDF 由帶視窗元件的程式產生，單靠 Node 不行。請用 `npm run cli`。',
};
