import { createForms } from '../forms.ts';
import type { Messages } from '../en.ts';

const { number } = createForms('zh-CN');

export const articleList: Messages['articleList'] = {
  sort: '文章的次序',
  sortHint: '适用于所有列表。搜索结果另有自己的次序。',
  sorts: { newest: '最新', oldest: '最早', title: '标题', source: '来源', longest: '最长' },
  density: '列表的行',
  densities: { comfortable: '带开头几句', compact: '每篇一行' },
  makeCompact: '每篇文章一行',
  makeComfortable: '显示更多内容',
  pictures: '列表中的图片',
  picturesHint: '文章中第一张已存储的图片。不会为此联网。',
  toolbar: '所选文章',
  selected: (count: number) => `已选 ${number(count)} 篇`,
  allSelected: (count: number) => `已全选 ${number(count)} 篇`,
  addBookmarks: '添加书签',
  removeBookmarks: '移除书签',
  tags: '标签…',
  markRead: '标为已读',
  markUnread: '标为未读',
  export: '导出…',
  copyList: '复制为 Markdown 列表',
  end: '取消选择',
  tooMany: (most: number) => `最多 ${number(most)} 篇`,
  cut: (most: number, keys: string) => `逐篇最多选 ${number(most)} 篇。${keys} 可选中整个列表。`,
};
