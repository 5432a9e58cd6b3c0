import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number, size } = createForms('zh-CN');

export const syncLog: Messages['syncLog'] = {
  title: (archive) => `“${archive}”的同步记录`,
  none: '还没有同步记录。',
  nothingNew: '没有新内容',
  articles: (added, changed, removed) =>
    [`新增 ${number(added)}`, `更新 ${number(changed)}`, ...(removed > 0 ? [`上游移除 ${number(removed)}`] : [])].join('，'),
  pictures: (stored, missing) =>
    missing > 0 ? `${number(stored)} 张图片，缺 ${number(missing)} 张` : `${number(stored)} 张图片`,
  skipped: (count) => `跳过 ${number(count)} 页`,
  cost: (bytes, seconds) => `${size(bytes)}，用时 ${number(Math.max(1, Math.round(seconds)))} 秒`,
  copy: '复制（不含地址）',
  copied: '已复制',
  close: '关闭',
  left: { address: '[地址]', path: '[路径]', host: '[服务器]', name: '[名称]' },
};
