import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number, size } = createForms('zh-TW');

export const syncLog: Messages['syncLog'] = {
  title: (archive) => `「${archive}」的同步紀錄`,
  none: '還沒有同步紀錄。',
  nothingNew: '沒有新內容',
  articles: (added, changed, removed) =>
    [`新增 ${number(added)}`, `更新 ${number(changed)}`, ...(removed > 0 ? [`上游移除 ${number(removed)}`] : [])].join('，'),
  pictures: (stored, missing) =>
    missing > 0 ? `${number(stored)} 張圖片，缺 ${number(missing)} 張` : `${number(stored)} 張圖片`,
  skipped: (count) => `略過 ${number(count)} 頁`,
  cost: (bytes, seconds) => `${size(bytes)}，用時 ${number(Math.max(1, Math.round(seconds)))} 秒`,
  copy: '複製（不含位址）',
  copied: '已複製',
  close: '關閉',
  left: { address: '[網址]', path: '[路徑]', host: '[伺服器]', name: '[名稱]' },
};
