import { createForms } from '../forms.ts';
import type { Messages } from '../en.ts';

const { number } = createForms('zh-TW');

export const articleList: Messages['articleList'] = {
  sort: '文章的次序',
  sortHint: '適用於所有清單。搜尋結果另有自己的次序。',
  sorts: { newest: '最新', oldest: '最早', title: '標題', source: '來源', longest: '最長' },
  density: '清單的列',
  densities: { comfortable: '附開頭幾句', compact: '每篇一行' },
  makeCompact: '每篇文章一行',
  makeComfortable: '顯示更多內容',
  pictures: '清單中的圖片',
  picturesHint: '文章中第一張已儲存的圖片。不會為此連線。',
  toolbar: '所選文章',
  selected: (count: number) => `已選 ${number(count)} 篇`,
  allSelected: (count: number) => `已全選 ${number(count)} 篇`,
  addBookmarks: '加入書籤',
  removeBookmarks: '移除書籤',
  tags: '標籤…',
  markRead: '標為已讀',
  markUnread: '標為未讀',
  export: '匯出…',
  copyList: '複製為 Markdown 清單',
  end: '取消選取',
  tooMany: (most: number) => `最多 ${number(most)} 篇`,
  cut: (most: number, keys: string) => `逐篇最多選 ${number(most)} 篇。${keys} 可選取整個清單。`,
};
