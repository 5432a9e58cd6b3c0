import type { Messages } from '../en.ts';

export const tabs: Messages['tabs'] = {
  label: '分頁',
  close: '關閉分頁',
  empty: '未開啟文章',
};
