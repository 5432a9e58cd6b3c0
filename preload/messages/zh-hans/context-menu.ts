import type { Messages } from '../en.ts';

export const contextMenu: Messages['contextMenu'] = {
  open: '打开',
  'show-original': '显示原始页面',
  bookmark: '添加书签',
  'remove-bookmark': '移除书签',
  tags: '标签…',
  'mark-read': '标为已读',
  'mark-unread': '标为未读',
  export: '导出…',
  'copy-title': '复制标题',
  'copy-link': '复制原文链接',
  'copy-quotation': '复制为引文（附出处）',
  'copy-list': '复制为 Markdown 列表',
  'select-none': '取消选择',
  searchFor: (text: string) => `在文库中搜索“${text}”`,
};
