import type { Messages } from '../en.ts';

export const signIn: Messages['signIn'] = {
  title: (host) => `登入 ${host}`,
  intro: '每次從這台伺服器同步典藏時送給它，不會送給別的伺服器。',
  refused: '伺服器沒有接受剛才的使用者名稱和密碼。',
  unprotected: '網址以 http 開頭：途中的任何人都能讀到密碼。',
  userName: '使用者名稱',
  password: '密碼或存取權杖',
  encrypted: '密碼用本機系統的鑰匙圈加密保存。',
  forgotten: '本機系統沒有可用的鑰匙圈：關閉 Offprint 後密碼即被忘記。',
  cancel: '取消',
  confirm: '登入並同步',
  known: '已登入的伺服器',
  untilClosed: '關閉 Offprint 後失效',
  inAddress: '密碼未加密，寫在文庫裡某個典藏的網址中：本機系統沒有可用的鑰匙圈',
  forget: '登出',
  forgetFrom: (host) => `登出 ${host}`,
};
