import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { size } = createForms('zh-TW');

export const updates: Messages['updates'] = {
  open: '新版本…',
  title: 'Offprint 的新版本',
  notice: (version: string) => `有新版本 ${version}`,
  running: (version: string) => `目前的版本是 ${version}。`,
  choice: '尋找新版本',
  choices: { off: '從不自動尋找', notify: '每天一次，有新版本時告訴我', automatic: '每天一次，並準備好新版本' },
  choiceHint: '除非另行選擇，Offprint 不會詢問任何人。詢問時不會透露你、系統或版本的任何資訊。',
  states: {
    idle: '還沒有尋找過。',
    checkedAt: (at: string) => `${at}：沒有更新的版本。`,
    checking: '正在尋找新版本…',
    available: (version: string, bytes: number) => `有新版本 ${version}（${size(bytes)}）。`,
    downloading: (version: string, received: number, bytes: number) =>
      `正在取得 ${version}：${size(received)}，共 ${size(bytes)}。`,
    ready: (version: string) => `版本 ${version} 已取得，簽章無誤。`,
  },
  progress: '新版本的取得進度',
  notes: '新內容',
  check: '立即尋找',
  download: '取得',
  cancel: '停止',
  install: '安裝並重新啟動',
  takeFile: '從檔案安裝…',
  takeFileHint: '旁邊帶有 offprint-update.json 的安裝套件，例如來自隨身碟。它和網路上的一樣要經過驗證。',
  mirrors: '先詢問的網址，每行一個',
  mirrorsHint: '任何鏡像都可以：所提供的內容只憑簽章取信。',
  noPlace: '這個版本不知道該詢問哪裡。請在下面填寫網址，或從檔案安裝。',
  byHand: {
    nsis: '',
    appimage: '',
    mac: '',
    deb: '此 Offprint 以 .deb 安裝：用「sudo apt install ./檔案」安裝新版本，文庫保持原樣。',
    rpm: '此 Offprint 以 .rpm 安裝：用「sudo dnf install ./檔案」安裝新版本，文庫保持原樣。',
    folder: '此 Offprint 是一個資料夾：在旁邊解壓縮新版本並改用它。刪除舊資料夾之前，請先確認文庫不在其中。',
    development: '此 Offprint 從原始碼執行，用 Git 更新。',
  },
  verifiedFile: '已驗證的檔案：',
  save: '儲存',
  close: '關閉',
};
