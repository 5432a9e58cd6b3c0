import type { FailureCatalogue } from '../failure-words.ts';
import { updateFailures } from './update-failures.ts';

const kept = '文庫中已有的內容都安全，可照常閱讀。';
const notAround = '沒有繞開代理伺服器，文庫安全。';
const notAdded = '沒有加入，也沒有更動任何內容。';
const tryAgain = { label: '再試一次', hint: '已取得的內容都會保留，再次同步會接著進行。' };
const checkAddress = { label: '檢查網址', hint: '更正後再試一次。' };
const skipped = '這一頁已略過，其餘頁面都已收入。';

export const failures: FailureCatalogue = {
  'bad-input': {
    title: () => 'Offprint 無法使用輸入的內容',
    safe: notAdded,
    step: { label: '修改', hint: '縮短或更正後再試一次。' },
  },
  'not-allowed': {
    title: () => '不允許這個動作',
    safe: '沒有開啟，也沒有更動任何內容。',
    step: { label: '返回', hint: '只有網頁和郵件地址可以在外部開啟。' },
  },
  cancelled: {
    title: () => '已取消',
    safe: '在此之前取得的內容都會保留。',
    step: { label: '重新開始', hint: '會從停下的地方繼續。' },
  },
  'not-found': {
    title: () => '文庫中已沒有這項內容',
    safe: '文庫的其餘部分沒有變動。',
    step: { label: '返回清單', hint: '它所屬的典藏可能已被移除。' },
  },
  internal: {
    title: () => 'Offprint 內部發生問題',
    safe: kept,
    step: { label: '再試一次', hint: '如果再次發生，請附上下方的技術細節回報。' },
  },
  'origin-not-understood': {
    title: (p) => (p.origin === undefined ? '這既不是網址，也不是資料夾' : `「${p.origin}」既不是網址，也不是資料夾`),
    safe: notAdded,
    step: { label: '檢查網址', hint: '請輸入以 https:// 開頭的網址，或資料夾的完整路徑。' },
  },
  'archive-exists': {
    title: (p) => (p.name === undefined ? '文庫中已有這個典藏' : `文庫中已有這個典藏，名為「${p.name}」`),
    safe: notAdded,
    step: { label: '改為同步', hint: '同步即可取得它的最新內容。' },
  },
  'not-a-repository': {
    title: () => '這個網址沒有 Git 儲存庫',
    safe: notAdded,
    step: { label: '檢查網址', hint: '請使用典藏提供的複製（clone）網址。如果以前可用，中間可能隔著網路的登入頁面。' },
  },
  'origin-not-found': {
    title: (p) => (p.host === undefined ? '這個網址什麼也沒有' : `${p.host} 沒有這個網址`),
    safe: kept,
    step: checkAddress,
  },
  'origin-needs-login': {
    title: (p) =>
      p.login === 'refused' ? `${p.host ?? '伺服器'} 不接受這組使用者名稱和密碼` : `${p.host ?? '伺服器'} 要求使用者名稱和密碼`,
    safe: kept,
    step: { label: '登入…', hint: '請用這台伺服器認得的使用者名稱和密碼登入；網址打錯也可能出現這種情況。' },
  },
  'origin-forbidden': {
    title: (p) => `${p.host ?? '伺服器'} 拒絕提供這個內容`,
    safe: kept,
    step: { label: '稍後再試', hint: '它可能不對這個地區或網路開放；換個網路、使用代理伺服器或鏡像也許有用。' },
  },
  'empty-repository': {
    title: () => '這個儲存庫是空的',
    safe: notAdded,
    step: { label: '稍後再試', hint: '那裡還沒有發布任何內容。' },
  },
  'no-pages': {
    title: () => '那裡沒有可讀的頁面',
    safe: notAdded,
    step: { label: '檢查網址', hint: '典藏應包含 Markdown 或 HTML 頁面。' },
  },
  'host-not-found': {
    title: (p) => (p.host === undefined ? '找不到伺服器' : `找不到伺服器 ${p.host}`),
    safe: kept,
    step: { label: '再試一次', hint: '請檢查網路連線和網址的拼寫。' },
  },
  'connection-failed': {
    title: (p) => `無法連線到 ${p.host ?? '伺服器'}`,
    safe: kept,
    step: { label: '再試一次', hint: '請檢查網路連線；從這裡可能連不到該伺服器。' },
  },
  'tls-failed': {
    title: (p) => `與 ${p.host ?? '伺服器'} 的連線不安全`,
    safe: 'Offprint 在傳送任何內容之前就停下了，文庫安全。',
    step: { label: '再試一次', hint: '請檢查這台電腦的時鐘。途中可能有人竊聽，換個網路也許有用。' },
  },
  'timed-out': { title: (p) => `${p.host ?? '伺服器'} 逾時沒有回應`, safe: kept, step: tryAgain },
  'too-many-requests': {
    title: (p) => `${p.host ?? '伺服器'} 要求暫緩連線${p.retryAfterSeconds === undefined ? '' : ` ${p.retryAfterSeconds} 秒`}`,
    safe: kept,
    step: { label: '稍後再試', hint: '它限制了連線的頻率，請等幾分鐘。' },
  },
  'server-failed': {
    title: (p) => `${p.host ?? '伺服器'} 本身發生故障${p.status === undefined ? '' : `（${p.status}）`}`,
    safe: kept,
    step: { label: '稍後再試', hint: '這邊不需要更動什麼。' },
  },
  'bad-response': {
    title: (p) => `${p.host ?? '伺服器'} 的回應無法解讀`,
    safe: kept,
    step: { label: '再試一次', hint: '中間可能隔著網路的登入頁面。' },
  },
  'damaged-transfer': {
    title: () => '收到的資料已損毀',
    safe: '損毀的部分沒有存入，文庫安全。',
    step: { label: '再試一次', hint: '只會重新取回損毀的部分。' },
  },
  'too-large': {
    title: () => '這個典藏超出 Offprint 接受的大小',
    safe: kept,
    step: { label: '換一個典藏', hint: '這個上限是為了保護這台電腦的磁碟。' },
  },
  'proxy-failed': {
    title: (p) => `無法連線到代理伺服器${p.proxy === undefined ? '' : ` ${p.proxy}`}`,
    safe: notAround,
    step: { label: '再試一次', hint: '請檢查代理伺服器是否在執行，以及「網路」中的設定。' },
  },
  'proxy-needs-login': {
    title: (p) => `代理伺服器${p.proxy === undefined ? '' : ` ${p.proxy} `}不接受登入`,
    safe: notAround,
    step: { label: '再試一次', hint: '請在「網路」中填寫代理伺服器的使用者名稱和密碼。' },
  },
  'proxy-refused': {
    title: (p) => `代理伺服器${p.proxy === undefined ? '' : ` ${p.proxy} `}沒有連線到 ${p.host ?? '伺服器'}`,
    safe: notAround,
    step: { label: '再試一次', hint: '從代理伺服器那裡可能連不到該伺服器，也可能它不允許。' },
  },
  'proxy-script-failed': {
    title: () => '選擇代理伺服器的指令碼無法使用',
    safe: notAround,
    step: { label: '再試一次', hint: '請檢查「網路」中的指令碼網址。' },
  },
  'certificate-file-unusable': {
    title: (p) => (p.name === undefined ? '附加的憑證無法使用' : `「${p.name}」中的憑證無法使用`),
    safe: '沒有傳送任何內容，文庫安全。',
    step: { label: '再試一次', hint: '請在「網路」中選擇一個 PEM 檔案，或不使用附加憑證。' },
  },
  'library-busy': {
    title: () => '文庫正在使用中',
    safe: kept,
    step: { label: '再試一次', hint: '請等進行中的同步結束，或關閉另一個 Offprint 視窗。' },
  },
  'library-newer': {
    title: () => '這個文庫由較新版本的 Offprint 寫成',
    safe: '文庫沒有被更動。',
    step: { label: '更新 Offprint', hint: '新版本可以開啟它。' },
  },
  'library-damaged': {
    title: () => '文庫檔案已損毀',
    safe: '書籤和筆記存放在另外的檔案，不受影響。',
    step: { label: '重新同步', hint: '文章可以從典藏重新取回。' },
  },
  'library-read-only': {
    title: () => '文庫無法寫入',
    safe: '內容仍可照常閱讀。',
    step: { label: '檢查資料夾', hint: '文庫所在的資料夾可能設為唯讀。' },
  },
  'disk-full': {
    title: () => '磁碟空間已滿',
    safe: '在此之前存入的內容都會保留。',
    step: { label: '再試一次', hint: '請先在磁碟騰出一些空間。' },
  },
  'disk-failed': {
    title: () => '磁碟無法讀寫',
    safe: '在此之前存入的內容都會保留。',
    step: { label: '再試一次', hint: '請檢查磁碟：可能已被拔除，也可能即將損壞。' },
  },
  'no-pdf-viewer': {
    title: () => '本機沒有可以開啟 PDF 的程式',
    safe: '沒有向印表機送出任何內容。',
    step: { label: '匯出為 PDF', hint: '可以先匯出為 PDF，再用你選擇的程式列印。' },
  },
  'place-not-writable': {
    title: ({ file }) => `無法在那裡寫入${file === undefined ? '檔案' : `「${file}」`}`,
    safe: '文庫沒有任何改動。',
    step: { label: '另選位置', hint: '那個資料夾可能不存在，或不允許寫入；請換一個。' },
  },
  ...updateFailures,
  'page-not-text': {
    title: (p) => `${p.path ?? '有一頁'} 不是文字檔`,
    safe: skipped,
    step: { label: '繼續', hint: '無法判斷它的文字編碼。' },
  },
  'page-too-large': {
    title: (p) => `${p.path ?? '有一頁'} 過大`,
    safe: skipped,
    step: { label: '繼續', hint: '這麼大的頁面通常不是供人閱讀的。' },
  },
  'page-unreadable': {
    title: (p) => `${p.path ?? '有一頁'} 無法讀取`,
    safe: skipped,
    step: { label: '繼續', hint: '如果它有變動，下次同步會再試。' },
  },
};
