import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number } = createForms('zh-TW');

export const articlePage: Messages['articlePage'] = {
  pictureMissing: '圖片未儲存',
  pageMissing: '文庫中沒有這一頁',
  table: '表格',
  embedKinds: { video: '影片', audio: '音訊', page: '嵌入頁面' },
  removedUpstream: '典藏已不再發布這篇文章。它仍保留在你的文庫中。',
  original: '發布時的原頁面。圖片和連結與文章檢視同樣受限。',
  originalMissing: '無法顯示原頁面：文庫中沒有它，或它已損壞。文章仍在。',
  editor: (name) => `編輯：${name}`,
  issue: (issueNumber) => `第 ${number(issueNumber)} 期`,
  estimatedDate: (day) => `約 ${day}`,
  estimatedDateHint: '頁面未寫明日期，這是典藏首次發布它的日期。',
  readingMinutes: (minutes) => `${number(minutes)} 分鐘`,
  characters: (count) => `${number(count)} 字`,
  words: (count) => `${number(count)} 詞`,
};
