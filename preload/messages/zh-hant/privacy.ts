import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number, size } = createForms('zh-TW');

export const privacy: Messages['privacy'] = {
  open: '隱私…',
  title: '隱私',
  promise:
    '閱讀、搜尋、列印、複製時，不向任何人傳送任何內容。Offprint 只在以下情況與外界聯絡：同步典藏時，聯絡它的來源和圖片所在的主機；你索取某張圖片時，聯絡那台主機；測試網路時，聯絡用來測試的位址；以及在此之前，聯絡所設的代理伺服器或代理指令碼。',
  connections: '啟動以來聯絡過的主機',
  none: '啟動以來沒有聯絡過任何主機。',
  inMemory: '這份清單只在記憶體中，Offprint 結束後即消失。',
  purposes: {
    archive: '典藏',
    pictures: '圖片',
    'network-test': '測試網路',
    'proxy-script': '代理指令碼',
  },
  exchanged: (requests, down, up) => `${number(requests)} 次請求 · 收到 ${size(down)} · 送出 ${size(up)}`,
  through: (host, proxy) => `${host}，經 ${proxy}`,
  neverOpenLinks: '從不在 Offprint 之外開啟連結',
  linksNeverOpened: '已在「隱私」中設為從不開啟連結。你可以複製網址。',
  isTitleNeutral: '視窗標題不透露任何內容',
  neutralTitle: '文件',
  quickHide: '隱藏和重新顯示視窗的按鍵',
  noKey: '無',
  wipe: '刪除文庫…',
  wipeTitle: '要永久刪除整個文庫嗎？',
  wipeBody: '所有典藏、文章和圖片，以及你的全部書籤、已讀標記和設定，都會從這台電腦上刪除，Offprint 隨即結束。刪除後無法復原。',
  wipeConfirm: '全部刪除',
  cancel: '取消',
  close: '關閉',
};
