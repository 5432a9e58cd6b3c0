import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number, size } = createForms('zh-TW');

export const commandLine: Messages['commandLine'] = {
  usage: (program) => `用法：${program} <指令> [--library 目錄] [--json]

  add <來源> [--name 名稱] [--mirror 網址]...
                                           加入典藏：Git 儲存庫或 .zip、.tar.gz 的網址，資料夾，
                                           或由 share 做成的檔案
  sync [典藏...] [--no-pictures]           取回全部或指定典藏的最新內容
  origin <archive> [url...]                顯示典藏的來源，或設定來源，優先的在前
  share <典藏> -o 檔案                     把典藏寫成一個檔案，Offprint 和 Git 都能讀取
  archives                                 列出典藏
  sections [典藏]                          列出單元
  articles [--archive A] [--section S] [--since D] [--until D] [--limit N] [--offset N]
                                           列出文章，最新在前；日期寫作 YYYY-MM-DD
  show <編號> [--version N] --format text|html|markdown|json|original
                                           輸出一篇文章，加 --original 則輸出原頁面；編號為 <典藏>:<路徑>；
                                           --version 指定先前的版本，見 --json 的清單
  search <關鍵字> [--sort newest|relevance] [--limit N]
                                           搜尋全部文章
  bookmark add|remove|list [編號]          加入、移除或列出書籤
  tag add|remove|list [編號] [名稱...]     加入、移除或列出標籤，一篇文章的或全部
  dump [典藏]                              以 JSON Lines 輸出文章及內文
  completeness <典藏>                      典藏中哪些已在文庫，哪些缺少
  pictures <典藏> [all|opened|none]        顯示或設定同步時取回哪些圖片
  log <典藏>                               典藏最近幾次同步的紀錄
  export <id...>|--section S|--archive A|--search Q|--bookmarks -o PATH [--format pdf|epub|html|markdown|text]
                                           把文章寫入一個檔案，加 --separate 則每篇一個檔案，寫入資料夾；
                                           --title T --per-volume N --names TEMPLATE --no-pictures --no-cover
                                           --no-contents --with-day --as-published；PDF 另有 --paper a4|letter|a5|e-reader
                                           --margins narrow|normal|wide --columns 1|2 --font serif|sans
                                           --font-size N --no-header --no-footer
  network [--proxy 網址|system|none] [--pac 網址] [--ca 檔案|none] [--test 來源]
                                           顯示或設定怎樣連上網路，或測試到典藏的路；代理伺服器寫作 http://、
                                           https:// 或 socks5://，需要時加 名稱:密碼@
  reparse [典藏...]                        不連線，重新解讀已儲存的頁面
  wipe --yes                               永久刪除整個文庫，連同書籤和設定
  check                                    核對搜尋索引與文章，有誤則重建

  --library 目錄  使用該資料夾中的文庫
  --json          在標準輸出印出一個 JSON 文件
  --help          顯示這份說明

結束狀態：0 完成，1 失敗，2 用法有誤。`,
  unknownCommand: (command) => `沒有「${command}」這個指令。`,
  unknownOption: (option) => `這裡沒有「${option}」這個選項。`,
  missingArgument: (argument) => `缺少 ${argument}。`,
  badValue: (option, value) => `「${value}」不能用於 ${option}。`,
  added: (name, id) => `已加入「${name}」，編號 ${id}。`,
  shared: (name, pages, bytes, file) => `已將「${name}」寫入 ${file}：${number(pages)} 頁，${size(bytes)}。`,
  notShared: (path) => `未包含，Git 無法存放：${path}`,
  synced: (archive, added, changed, removed, bytes, seconds) =>
    `${archive}：新增 ${number(added)}，更新 ${number(changed)}，刪除 ${number(removed)}，${size(bytes)}，${number(seconds)} 秒`,
  indexSound: '搜尋索引完好無缺。',
  indexRebuilt: '搜尋索引有損壞或缺漏，已經重建。',
  reparsed: (archive, pages) => `${archive}：重新解讀 ${number(pages)} 頁`,
  skipped: (count) => `略過 ${number(count)} 頁：`,
  failed: (title, safe, hint) => `${title}。${safe}${hint}`,
  found: (count, isExact, milliseconds) => `找到 ${number(count)} 篇${isExact ? '' : '以上'}，費時 ${number(milliseconds)} 毫秒`,
  articles: (count) => `${number(count)} 篇`,
  bookmarkAdded: (id) => `已為 ${id} 加入書籤。`,
  bookmarkRemoved: (id) => `已移除 ${id} 的書籤。`,
  proxyIs: (proxy) => `代理伺服器：${proxy}`,
  certificatesIn: (file) => `附加憑證：${file}`,
  passwordPlain: '密碼沒有加密保存：命令列沒有鑰匙圈。在應用程式中儲存一次即可加密。',
  loginPlain: '網址裡的密碼沒有加密保存：命令列沒有鑰匙圈。應用程式啟動時會把它加密。',
  passwordSealed: '代理伺服器的密碼已加密，只有應用程式能讀取，這裡不使用密碼。',
  wipeUnconfirmed: (folder) => `這會永久刪除 ${folder} 中的文庫，連同書籤和設定。要刪除，請加上 --yes。`,
  wiped: '文庫已刪除。',
  neverSynced: '尚未同步',
  none: '沒有可列出的內容。',
};
