import type { Messages } from '../en.ts';

export const marks: Messages['marks'] = {
  all: {
    title: (list) => `把“${list}”全部标为已读？`,
    body: '包括下方没有显示的文章。窗口关闭之前，可用“撤销全部标为已读”恢复。',
    confirm: '标为已读',
  },
  history: {
    title: '清除阅读历史？',
    body: '清空打开过的文章列表，并忘记阅读的时间。文章仍为已读，书签和读到的位置也会保留。',
    confirm: '清除历史',
  },
  cancel: '取消',
};
