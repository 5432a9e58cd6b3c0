import type { Messages } from '../en.ts';

export const tabs: Messages['tabs'] = {
  label: '标签页',
  close: '关闭标签页',
  empty: '未打开文章',
};
