import type { Messages } from '../en.ts';

export const marks: Messages['marks'] = {
  all: {
    title: (list) => `把「${list}」全部標為已讀？`,
    body: '包括下方沒有顯示的文章。視窗關閉之前，可用「復原全部標為已讀」恢復。',
    confirm: '標為已讀',
  },
  history: {
    title: '清除閱讀記錄？',
    body: '清空開啟過的文章清單，並忘記閱讀的時間。文章仍為已讀，書籤和讀到的位置也會保留。',
    confirm: '清除記錄',
  },
  cancel: '取消',
};
