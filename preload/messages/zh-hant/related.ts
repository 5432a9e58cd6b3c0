import type { Messages } from '../en.ts';

export const related: Messages['related'] = {
  label: '相關文章',
  none: '文庫中沒有與本文相關的文章。',
  waiting: '正在尋找…',
  failed: '無法尋找相關文章。',
  reasons: {
    linked: '本文連結到',
    'links-here': '連結到本文',
    topics: (topics) => `同話題：${topics.join('、')}`,
    alike: '內容相近',
    section: (section) => `同欄目：${section}`,
  },
};
