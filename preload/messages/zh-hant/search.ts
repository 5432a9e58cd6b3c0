import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number } = createForms('zh-TW');

export const search: Messages['search'] = {
  suggestions: {
    label: '搜尋建議',
    recent: '最近搜尋',
    saved: '已存搜尋',
    title: '文章',
    topic: '話題',
    tag: '標籤',
    source: '來源',
    forget: (query) => `從紀錄中移除「${query}」`,
    forgetKey: '按 Delete 鍵移除',
    clearHistory: '清除搜尋紀錄',
    syntax: '更精確的搜尋方式',
  },
  syntax: {
    all: { example: '河流 橋梁', meaning: '兩個詞都有' },
    phrase: { example: '「石拱橋」', meaning: '一字不差地相連' },
    either: { example: '橋梁 OR 渡船', meaning: '兩者有其一' },
    without: { example: '橋梁 -收費', meaning: '有前者，沒有後者' },
    group: { example: '(橋梁 OR 渡船) 收費', meaning: '括號裡的先合在一起' },
    beginning: { example: 'bridg*', meaning: '以此開頭的西文單字' },
    title: { example: '標題:橋', meaning: '出現在標題裡' },
    source: { example: '來源:日報', meaning: '出自這個來源；還有 欄目:、典藏:、話題:、標籤:' },
    dates: { example: '之後:2025-03 之前:2026', meaning: '2025 年 3 月起，到當年年底' },
    state: { example: '橋梁 狀態:未讀', meaning: '還沒讀的；還有 狀態:收藏、狀態:移除' },
    picture: { example: '橋梁 含:圖片', meaning: '附圖片的' },
  },
  facets: {
    label: '縮小結果範圍',
    archives: '典藏',
    sections: '欄目',
    sources: '來源',
    years: '年份',
    newestOnly: (count) => `依最新的 ${number(count)} 篇統計`,
  },
  saved: {
    heading: '已存搜尋',
    save: '儲存搜尋',
    isSaved: '已儲存：更改名稱',
    menuLabel: (name) => `已存搜尋「${name}」`,
    rename: '重新命名…',
    remove: '移除',
    saveTitle: '儲存這個搜尋',
    renameTitle: '重新命名這個搜尋',
    name: '名稱',
    confirm: '儲存',
    cancel: '取消',
    count: (count, isExact) => (isExact ? number(count) : `${number(count)}+`),
  },
  find: {
    label: '在文章中尋找',
    count: (current, total) => `${number(current)} / ${number(total)}`,
    none: '沒有找到',
    next: '下一處',
    previous: '上一處',
    close: '關閉',
    hide: '隱藏標記',
  },
};
