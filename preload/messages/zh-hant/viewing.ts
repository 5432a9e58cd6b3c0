import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number } = createForms('zh-TW');

/** Words of what opens over an article: its pictures, one at a time, and its notes. */
export const viewing: Messages['viewing'] = {
  pictures: '文章的圖片',
  picture: '圖片',
  place: (place, count) => `第 ${number(place)} 張，共 ${number(count)} 張`,
  scale: (scale) => `${number(Math.round(scale * 100))}%`,
  previous: '上一張圖片',
  next: '下一張圖片',
  enlarge: '放大',
  shrink: '縮小',
  fit: '符合視窗',
  actualSize: '實際大小',
  caption: '圖片說明',
  note: (name) => `註釋 ${name}`,
  goToNote: '跳到註釋',
  close: '關閉',
};
