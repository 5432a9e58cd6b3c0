import type { Messages } from '../en.ts';

export const signIn: Messages['signIn'] = {
  title: (host) => `登录 ${host}`,
  intro: '每次从这台服务器同步归档时发给它，不会发给别的服务器。',
  refused: '服务器没有接受刚才的用户名和密码。',
  unprotected: '地址以 http 开头：途中的任何人都能读到密码。',
  userName: '用户名',
  password: '密码或访问令牌',
  encrypted: '密码用本机系统的钥匙串加密保存。',
  forgotten: '本机系统没有可用的钥匙串：关闭 Offprint 后密码即被忘记。',
  cancel: '取消',
  confirm: '登录并同步',
  known: '已登录的服务器',
  untilClosed: '关闭 Offprint 后失效',
  inAddress: '密码未加密，写在文库里某个归档的地址中：本机系统没有可用的钥匙串',
  forget: '退出登录',
  forgetFrom: (host) => `退出 ${host} 的登录`,
};
