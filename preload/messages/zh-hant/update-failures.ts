import type { UpdateFailureCatalogue } from '../failure-words.ts';

const kept = '正在使用的版本保持原樣。';

export const updateFailures: UpdateFailureCatalogue = {
  'update-no-place': {
    title: () => '不知道從哪裡取得新版本',
    safe: kept,
    step: { label: '填寫網址', hint: '可加入鏡像網址，或從檔案安裝。' },
  },
  'update-unsigned': {
    title: () => '新版本沒有 Offprint 製作者的簽章',
    safe: kept,
    step: { label: '換一個網址', hint: '它可能被改動過，其中內容沒有使用。' },
  },
  'update-replayed': {
    title: () => '收到的是關於新版本的舊消息',
    safe: kept,
    step: { label: '換一個網址', hint: '可能有人想阻止更新。' },
  },
  'update-older': {
    title: () => '所提供的版本並不比現在的新',
    safe: kept,
    step: { label: '繼續閱讀', hint: '無須做任何事。' },
  },
  'update-not-for-this': {
    title: () => '這個版本沒有適合本機的安裝套件',
    safe: kept,
    step: { label: '查看下載頁', hint: '也許有其他類型的安裝套件。' },
  },
  'update-damaged': {
    title: () => '新版本沒有完整送達',
    safe: kept,
    step: { label: '再試一次', hint: '損壞的檔案已丟棄。' },
  },
  'update-not-installed': {
    title: () => '新版本沒有裝上',
    safe: kept,
    step: { label: '手動安裝', hint: '不會自動再試。' },
  },
};
