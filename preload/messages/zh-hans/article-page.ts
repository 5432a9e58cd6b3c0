import { createForms } from '../forms.ts';

const { number } = createForms('zh-Hans');

export const articlePage = {
  pictureMissing: '图片未保存',
  removedUpstream: '归档已不再发布这篇文章。它仍保留在你的文库中。',
  estimatedDate: (day: string) => `约 ${day}`,
  readingMinutes: (minutes: number) => `${number(minutes)} 分钟`,
};
