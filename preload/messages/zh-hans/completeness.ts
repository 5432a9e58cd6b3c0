import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number, size } = createForms('zh-CN');

export const completeness: Messages['completeness'] = {
  title: (archive) => `“${archive}”完整吗？`,
  pages: (stored, total) => `${number(total)} 页中有 ${number(stored)} 页可读`,
  pictures: (stored, bytes) => `已保存 ${number(stored)} 张图片，${size(bytes)}`,
  waiting: (count) => `${number(count)} 张图片将在下次同步时取回`,
  missing: (count) => `缺少 ${number(count)} 张图片`,
  isUnfinished: '页面还没有全部取来：再同步一次，其余的就会到齐。',
  isComplete: '什么都不缺。',
  retry: '再试一次',
  retrying: '正在再试…',
  close: '关闭',
  policy: '图片',
  policies: { all: '全部', opened: '只要我打开或收藏的文章的图片', none: '不要，除非我单独要求' },
};
