import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number } = createForms('zh-CN');

export const search: Messages['search'] = {
  suggestions: {
    label: '搜索建议',
    recent: '最近搜索',
    saved: '已存搜索',
    title: '文章',
    topic: '话题',
    tag: '标签',
    source: '来源',
    forget: (query) => `从历史中移除“${query}”`,
    forgetKey: '按 Delete 键移除',
    clearHistory: '清除搜索历史',
    syntax: '更精确的搜法',
  },
  syntax: {
    all: { example: '河流 桥梁', meaning: '两个词都有' },
    phrase: { example: '“石拱桥”', meaning: '一字不差地相连' },
    either: { example: '桥梁 OR 渡船', meaning: '两者有其一' },
    without: { example: '桥梁 -收费', meaning: '有前者，没有后者' },
    group: { example: '(桥梁 OR 渡船) 收费', meaning: '括号里的先合在一起' },
    beginning: { example: 'bridg*', meaning: '以此开头的西文单词' },
    title: { example: '标题:桥', meaning: '出现在标题里' },
    source: { example: '来源:日报', meaning: '出自这个来源；还有 栏目:、归档:、话题:、标签:' },
    dates: { example: '之后:2025-03 之前:2026', meaning: '2025 年 3 月起，到当年年底' },
    state: { example: '桥梁 状态:未读', meaning: '还没读的；还有 状态:收藏、状态:移除' },
    picture: { example: '桥梁 含:图片', meaning: '带图片的' },
  },
  facets: {
    label: '缩小结果范围',
    archives: '归档',
    sections: '栏目',
    sources: '来源',
    years: '年份',
    newestOnly: (count) => `按最新的 ${number(count)} 篇统计`,
  },
  saved: {
    heading: '已存搜索',
    save: '保存搜索',
    isSaved: '已保存：更改名称',
    menuLabel: (name) => `已存搜索“${name}”`,
    rename: '重命名…',
    remove: '移除',
    saveTitle: '保存这个搜索',
    renameTitle: '重命名这个搜索',
    name: '名称',
    confirm: '保存',
    cancel: '取消',
    count: (count, isExact) => (isExact ? number(count) : `${number(count)}+`),
  },
  find: {
    label: '在文章中查找',
    count: (current, total) => `${number(current)} / ${number(total)}`,
    none: '没有找到',
    next: '下一处',
    previous: '上一处',
    close: '关闭',
    hide: '隐藏标记',
  },
};
