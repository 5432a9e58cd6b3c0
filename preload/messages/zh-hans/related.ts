import type { Messages } from '../en.ts';

export const related: Messages['related'] = {
  label: '相关文章',
  none: '文库中没有与本文相关的文章。',
  waiting: '正在查找…',
  failed: '无法查找相关文章。',
  reasons: {
    linked: '本文链接到',
    'links-here': '链接到本文',
    topics: (topics) => `同话题：${topics.join('、')}`,
    alike: '内容相近',
    section: (section) => `同栏目：${section}`,
  },
};
