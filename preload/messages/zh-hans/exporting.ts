import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number, size } = createForms('zh-CN');

export const exporting: Messages['exporting'] = {
  formats: { pdf: 'PDF', epub: 'EPUB', html: '网页', markdown: 'Markdown', text: '纯文本' },
  contents: '目录',
  cover: '封面',
  original: '原文：',
  noText: '没有文章',
  pictureMissing: '图片未保存',
  articles: (count) => `${number(count)} 篇文章`,
  days: (first, last) => (first === last ? first : `${first}—${last}`),
  madeOn: (day) => `${day}汇编`,
  volume: (volume, volumes) => `第 ${number(volume)} 卷，共 ${number(volumes)} 卷`,
  page: (page, pages) => `${page} / ${pages}`,
  bookmarks: '书签',
  removed: '已撤下',
  everything: '全部文章',
  search: (query) => `搜索：${query}`,
  reading: (done, total) => `正在收集第 ${number(done)} 篇，共 ${number(total)} 篇`,
  writing: (done, total) => `正在写入第 ${number(done)} 篇，共 ${number(total)} 篇`,
  done: (articles, files, bytes) => `已写入 ${number(articles)} 篇文章，${number(files)} 个文件，${size(bytes)}：`,
  quotation: (passage, from, url) => `“${passage}”\n——${from}${url === '' ? '' : `\n${url}`}\n`,
  leftOut: (id, why) => `未写入：${id}：${why}`,
  needsWindow: 'PDF 由带窗口部件的程序生成，单靠 Node 不行。请用 `npm run cli`。',
};
