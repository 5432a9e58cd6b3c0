import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number } = createForms('zh-TW');

export const places: Messages['places'] = {
  menu: {
    label: (name) => `${name}：操作`,
    open: (name) => `${name}：更多操作`,
    sync: '同步',
    places: '來源位置…',
    pictures: '圖片',
    picturesAll: '全部',
    picturesOpened: '僅我開啟或加書籤的文章',
    picturesNone: '不下載',
    completeness: '完整度…',
    syncLog: '同步紀錄…',
    share: '存成檔案分享…',
    remove: '移除…',
  },
  versions: {
    label: '先前版本',
    current: '現在的版本',
    until: (moment) => `${moment} 之前`,
  },
  files: {
    archives: '典藏檔案',
    bundle: '單一典藏檔案',
    all: '所有檔案',
  },
  sharing: {
    title: (name) => `把「${name}」存成檔案分享`,
    starting: '正在收集頁面…',
    writing: (done, total) => `正在寫入第 ${number(done)} 頁，共 ${number(total)} 頁`,
    progress: '已寫入的頁面',
    doneTitle: '檔案已寫好',
    doneHint: '拿到它的人可以在 Offprint 裡加入，也可以用 Git clone 取得。檔案只含典藏的頁面：不含圖片，也不含你自己的任何資料。',
    cancel: '取消',
    close: '關閉',
  },
  edit: {
    title: (name) => `「${name}」的來源位置`,
    intro: '同步時由上而下依序嘗試。無論如何更動，文章、書籤和已讀標記都會保留。',
    label: '網址、資料夾或檔案，每行一個',
    missing: '請至少填寫一個位置。',
    save: '儲存',
    saving: '正在儲存…',
    cancel: '取消',
  },
  choose: {
    file: '選擇檔案…',
    folder: '選擇資料夾…',
  },
  add: {
    mirrors: '鏡像（可不填）',
    mirrorsHint: '同一典藏的其他網址，每行一個。優先的網址沒有回應時依序嘗試。',
    offered: '這個典藏來自一個連結或檔案。在你確認之前，不會加入，也不會發出任何請求。',
    refused: (name) => `「${name}」不是典藏。請拖入資料夾、.zip、.tar.gz 或 .bundle 檔案，或一個連結。`,
    several: '每次只能拖入一個典藏。',
  },
  drop: {
    title: '放開即可加入典藏',
    hint: '資料夾、.zip、.tar.gz 或 .bundle 檔案，或一個連結',
  },
};
