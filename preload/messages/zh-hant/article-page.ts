import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number } = createForms('zh-TW');

export const articlePage: Messages['articlePage'] = {
  pictureMissing: '圖片未儲存',
  fetchPicture: '取回這張圖片',
  openPicture: '開啟圖片',
  pictureReasons: {
    tracker: '未取回：它用來統計讀者',
    furniture: '未取回：它不是文章的圖片',
    'too-large': '超過 20 MB',
    'too-many-pixels': '超過 4000 萬像素',
    'not-a-picture': '收到的不是圖片',
    damaged: '收到的內容已損壞',
    'unsafe-address': '其網址指向你自己的網路',
    'not-found': '它已不在原處',
    forbidden: '其伺服器拒絕提供',
    'too-many-requests': '其伺服器要求等待',
    'server-failed': '其伺服器出錯',
    'bad-response': '其伺服器沒有正確回應',
    'host-not-found': '找不到其伺服器',
    'connection-failed': '無法連線到其伺服器',
    'timed-out': '其伺服器太久沒有回應',
    'tls-failed': '其伺服器無法證明自己的身分',
  },
  pageMissing: '文庫中沒有這一頁',
  table: '表格',
  embedKinds: { video: '影片', audio: '音訊', page: '嵌入頁面' },
  removedUpstream: '典藏已不再發布這篇文章。它仍保留在你的文庫中。',
  earlierVersion: (moment) => `先前的版本，已於${moment}被取代。`,
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
