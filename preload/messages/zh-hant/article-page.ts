import { createForms } from '../forms.ts';

const { number } = createForms('zh-Hant');

export const articlePage = {
  pictureMissing: '圖片未儲存',
  removedUpstream: '典藏已不再發布這篇文章。它仍保留在你的文庫中。',
  estimatedDate: (day: string) => `約 ${day}`,
  readingMinutes: (minutes: number) => `${number(minutes)} 分鐘`,
};
