import type { Messages } from '../en.ts';

export const palette: Messages['palette'] = {
  title: '全部指令',
  placeholder: '想做什麼？',
  none: '沒有這樣的指令。',
  sheetTitle: '鍵盤快速鍵',
  sheetHint: '不在輸入文字時，單個字母即可生效。',
  change: '變更快速鍵…',
  close: '關閉',
  andThen: '再按',
  groups: {
    file: '檔案',
    edit: '編輯',
    view: '檢視',
    go: '前往',
    article: '文章',
    tools: '工具',
    help: '說明',
    settings: '設定',
  },
};
