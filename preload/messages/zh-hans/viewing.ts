import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number } = createForms('zh-CN');

/** Words of what opens over an article: its pictures, one at a time, and its notes. */
export const viewing: Messages['viewing'] = {
  pictures: '文章的图片',
  picture: '图片',
  place: (place, count) => `第 ${number(place)} 张，共 ${number(count)} 张`,
  scale: (scale) => `${number(Math.round(scale * 100))}%`,
  previous: '上一张图片',
  next: '下一张图片',
  enlarge: '放大',
  shrink: '缩小',
  fit: '适合窗口',
  actualSize: '实际大小',
  caption: '图片说明',
  note: (name) => `注释 ${name}`,
  goToNote: '跳到注释',
  close: '关闭',
};
