import type { Messages } from '../en.ts';

export const palette: Messages['palette'] = {
  title: '全部命令',
  placeholder: '想做什么？',
  none: '没有这样的命令。',
  sheetTitle: '键盘快捷键',
  sheetHint: '不在输入文字时，单个字母即可生效。',
  change: '更改快捷键…',
  close: '关闭',
  andThen: '再按',
  groups: {
    file: '文件',
    edit: '编辑',
    view: '显示',
    go: '前往',
    article: '文章',
    tools: '工具',
    help: '帮助',
    settings: '设置',
  },
};
