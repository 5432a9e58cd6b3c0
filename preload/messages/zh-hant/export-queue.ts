import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number } = createForms('zh-TW');

export const exportQueue: Messages['exportQueue'] = {
  title: '匯出佇列',
  none: '沒有匯出',
  waiting: '正在排隊',
  andOthers: (count) => `另有 ${number(count)} 項`,
  remove: '移出清單',
  open: '開啟',
  details: '詳細資訊',
  retry: '重試這些文章',
  leftOut: (count) => `${number(count)} 篇沒有匯出`,
  quitQuestion: (count) => `有 ${number(count)} 項匯出還沒有完成`,
  quitDetail: '停止後，已完成的檔案會保留，不會留下寫了一半的檔案；停止的匯出不會自動重新開始。',
  keepRunning: '繼續匯出',
  stopAndQuit: '停止匯出並關閉',
};
