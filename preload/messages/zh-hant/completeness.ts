import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number, size } = createForms('zh-TW');

export const completeness: Messages['completeness'] = {
  title: (archive) => `「${archive}」完整嗎？`,
  pages: (stored, total) => `${number(total)} 頁中有 ${number(stored)} 頁可讀`,
  pictures: (stored, bytes) => `已儲存 ${number(stored)} 張圖片，${size(bytes)}`,
  waiting: (count) => `${number(count)} 張圖片將在下次同步時取回`,
  missing: (count) => `缺少 ${number(count)} 張圖片`,
  isUnfinished: '頁面還沒有全部取來：再同步一次，其餘的就會到齊。',
  isComplete: '什麼都不缺。',
  retry: '再試一次',
  retrying: '正在再試…',
  close: '關閉',
  policy: '圖片',
  policies: { all: '全部', opened: '只要我開啟或加入書籤的文章的圖片', none: '不要，除非我單獨要求' },
};
