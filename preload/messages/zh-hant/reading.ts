import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number } = createForms('zh-TW');

/** How an article is set, and how much of it is left. */
export const reading: Messages['reading'] = {
  label: '文字與顏色',
  theme: '顏色',
  font: '字型',
  textSize: '字級',
  lineHeight: '行距',
  measure: '行寬',
  paragraphSpacing: '段距',
  justified: '左右對齊',
  script: '中文顯示為',
  reset: '恢復預設',
  smaller: '減小',
  larger: '增大',
  fonts: { serif: '宋體', sans: '黑體', system: '系統字型' },
  scripts: {
    published: '原文',
    'zh-Hans': '簡體',
    'zh-Hant-TW': '繁體（臺灣）',
    'zh-Hant-HK': '繁體（香港）',
  },
  step: (name, direction) => `${name}：${direction}`,
  left: (minutes) => `還剩 ${number(minutes)} 分鐘`,
};
