import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number } = createForms('zh-CN');

/** How an article is set, and how much of it is left. */
export const reading: Messages['reading'] = {
  label: '文字与颜色',
  theme: '颜色',
  font: '字体',
  textSize: '字号',
  lineHeight: '行距',
  measure: '行宽',
  paragraphSpacing: '段距',
  justified: '两端对齐',
  script: '中文显示为',
  reset: '恢复默认',
  smaller: '减小',
  larger: '增大',
  fonts: { serif: '宋体', sans: '黑体', system: '系统字体' },
  scripts: {
    published: '原文',
    'zh-Hans': '简体',
    'zh-Hant-TW': '繁体（台湾）',
    'zh-Hant-HK': '繁体（香港）',
  },
  step: (name, direction) => `${name}：${direction}`,
  left: (minutes) => `还剩 ${number(minutes)} 分钟`,
};
