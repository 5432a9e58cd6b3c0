import type { Messages } from '../en.ts';

export const contextMenu: Messages['contextMenu'] = {
  open: '開啟',
  'show-original': '顯示原始頁面',
  bookmark: '加入書籤',
  'remove-bookmark': '移除書籤',
  tags: '標籤…',
  'mark-read': '標為已讀',
  'mark-unread': '標為未讀',
  export: '匯出…',
  'copy-title': '複製標題',
  'copy-link': '複製原文連結',
  'copy-quotation': '複製為引文（附出處）',
  'copy-list': '複製為 Markdown 清單',
  'select-none': '取消選取',
  searchFor: (text: string) => `在文庫中搜尋「${text}」`,
};
