import type { FailureCatalogue } from '../failure-words.ts';
import { updateFailures } from './update-failures.ts';

const kept = '文库中已有的内容都安全，可照常阅读。';
const notAround = '没有绕开代理，文库安全。';
const notAdded = '没有添加，也没有改动任何内容。';
const tryAgain = { label: '重试', hint: '已取得的内容都保留，再次同步会接着进行。' };
const checkAddress = { label: '检查地址', hint: '更正后再试一次。' };
const skipped = '这一页已跳过，其余页面均已收入。';

export const failures: FailureCatalogue = {
  'bad-input': {
    title: () => 'Offprint 无法使用所填的内容',
    safe: notAdded,
    step: { label: '修改', hint: '缩短或更正后再试一次。' },
  },
  'not-allowed': {
    title: () => '不允许这样做',
    safe: '没有打开，也没有改动任何内容。',
    step: { label: '返回', hint: '只有网页和邮件地址可以在外部打开。' },
  },
  cancelled: {
    title: () => '已取消',
    safe: '在此之前取得的内容都保留。',
    step: { label: '重新开始', hint: '会从停下的地方继续。' },
  },
  'not-found': {
    title: () => '文库中已没有这项内容',
    safe: '文库的其余部分没有变化。',
    step: { label: '返回列表', hint: '它所属的归档可能已被移除。' },
  },
  internal: {
    title: () => 'Offprint 内部出了问题',
    safe: kept,
    step: { label: '重试', hint: '如果再次出现，请附上下面的技术细节反馈给我们。' },
  },
  'origin-not-understood': {
    title: (p) => (p.origin === undefined ? '这既不是地址，也不是文件夹' : `“${p.origin}”既不是地址，也不是文件夹`),
    safe: notAdded,
    step: { label: '检查地址', hint: '请填写以 https:// 开头的地址，或文件夹的完整路径。' },
  },
  'archive-exists': {
    title: (p) => (p.name === undefined ? '文库中已有这个归档' : `文库中已有这个归档，名为“${p.name}”`),
    safe: notAdded,
    step: { label: '改为同步', hint: '同步即可取得它的最新内容。' },
  },
  'not-a-repository': {
    title: () => '这个地址上没有 Git 仓库',
    safe: notAdded,
    step: { label: '检查地址', hint: '请使用归档提供的克隆地址。如果以前可用，中间可能隔着网络的登录页面。' },
  },
  'origin-not-found': {
    title: (p) => (p.host === undefined ? '这个地址上什么也没有' : `${p.host} 上没有这个地址`),
    safe: kept,
    step: checkAddress,
  },
  'origin-needs-login': {
    title: (p) =>
      p.login === 'refused' ? `${p.host ?? '服务器'} 不接受这组用户名和密码` : `${p.host ?? '服务器'} 要求用户名和密码`,
    safe: kept,
    step: { label: '登录…', hint: '请用这台服务器认识的用户名和密码登录；地址写错也可能出现这种情况。' },
  },
  'origin-forbidden': {
    title: (p) => `${p.host ?? '服务器'} 拒绝提供这个内容`,
    safe: kept,
    step: { label: '稍后再试', hint: '它可能不对这个地区或网络开放；换个网络、使用代理或镜像也许有用。' },
  },
  'empty-repository': {
    title: () => '这个仓库是空的',
    safe: notAdded,
    step: { label: '稍后再试', hint: '那里还没有发布任何内容。' },
  },
  'no-pages': {
    title: () => '那里没有可读的页面',
    safe: notAdded,
    step: { label: '检查地址', hint: '归档应包含 Markdown 或 HTML 页面。' },
  },
  'host-not-found': {
    title: (p) => (p.host === undefined ? '找不到服务器' : `找不到服务器 ${p.host}`),
    safe: kept,
    step: { label: '重试', hint: '请检查网络连接和地址的拼写。' },
  },
  'connection-failed': {
    title: (p) => `无法连接 ${p.host ?? '服务器'}`,
    safe: kept,
    step: { label: '重试', hint: '请检查网络连接；从这里可能无法到达该服务器。' },
  },
  'tls-failed': {
    title: (p) => `与 ${p.host ?? '服务器'} 的连接不安全`,
    safe: 'Offprint 在发送任何内容之前就停下了，文库安全。',
    step: { label: '重试', hint: '请检查本机时钟。途中可能有人窃听，换个网络也许有用。' },
  },
  'timed-out': { title: (p) => `${p.host ?? '服务器'} 没有及时回应`, safe: kept, step: tryAgain },
  'too-many-requests': {
    title: (p) => `${p.host ?? '服务器'} 要求暂缓访问${p.retryAfterSeconds === undefined ? '' : ` ${p.retryAfterSeconds} 秒`}`,
    safe: kept,
    step: { label: '稍后再试', hint: '它限制了访问的频率，请等几分钟。' },
  },
  'server-failed': {
    title: (p) => `${p.host ?? '服务器'} 自身出了故障${p.status === undefined ? '' : `（${p.status}）`}`,
    safe: kept,
    step: { label: '稍后再试', hint: '这边不需要改动什么。' },
  },
  'bad-response': {
    title: (p) => `${p.host ?? '服务器'} 的回应无法理解`,
    safe: kept,
    step: { label: '重试', hint: '中间可能隔着网络的登录页面。' },
  },
  'damaged-transfer': {
    title: () => '收到的数据已损坏',
    safe: '损坏的部分没有存入，文库安全。',
    step: { label: '重试', hint: '只会重新取回损坏的部分。' },
  },
  'too-large': {
    title: () => '这个归档超出了 Offprint 接受的大小',
    safe: kept,
    step: { label: '换一个归档', hint: '这个限度是为了保护本机的磁盘。' },
  },
  'proxy-failed': {
    title: (p) => `无法连接代理${p.proxy === undefined ? '' : ` ${p.proxy}`}`,
    safe: notAround,
    step: { label: '重试', hint: '请检查代理是否在运行，以及“网络”中的设置。' },
  },
  'proxy-needs-login': {
    title: (p) => `代理${p.proxy === undefined ? '' : ` ${p.proxy} `}不接受登录`,
    safe: notAround,
    step: { label: '重试', hint: '请在“网络”中填写代理的用户名和密码。' },
  },
  'proxy-refused': {
    title: (p) => `代理${p.proxy === undefined ? '' : ` ${p.proxy} `}没有连接到 ${p.host ?? '服务器'}`,
    safe: notAround,
    step: { label: '重试', hint: '从代理那里可能无法到达该服务器，也可能代理不允许。' },
  },
  'proxy-script-failed': {
    title: () => '选择代理的脚本无法使用',
    safe: notAround,
    step: { label: '重试', hint: '请检查“网络”中的脚本地址。' },
  },
  'certificate-file-unusable': {
    title: (p) => (p.name === undefined ? '附加的证书无法使用' : `“${p.name}”中的证书无法使用`),
    safe: '没有发送任何内容，文库安全。',
    step: { label: '重试', hint: '请在“网络”中选择一个 PEM 文件，或不用附加证书。' },
  },
  'library-busy': {
    title: () => '文库正在使用中',
    safe: kept,
    step: { label: '重试', hint: '请等正在进行的同步结束，或关闭另一个 Offprint 窗口。' },
  },
  'library-newer': {
    title: () => '这个文库由更新版本的 Offprint 写成',
    safe: '文库没有被改动。',
    step: { label: '更新 Offprint', hint: '新版本可以打开它。' },
  },
  'library-damaged': {
    title: () => '文库文件已损坏',
    safe: '书签和笔记保存在单独的文件里，不受影响。',
    step: { label: '重新同步', hint: '文章可以从归档重新取回。' },
  },
  'library-read-only': {
    title: () => '文库无法写入',
    safe: '内容仍可照常阅读。',
    step: { label: '检查文件夹', hint: '文库所在的文件夹可能被设为只读。' },
  },
  'disk-full': {
    title: () => '磁盘已满',
    safe: '在此之前存入的内容都保留。',
    step: { label: '重试', hint: '请先在磁盘上腾出一些空间。' },
  },
  'disk-failed': {
    title: () => '磁盘无法读写',
    safe: '在此之前存入的内容都保留。',
    step: { label: '重试', hint: '请检查磁盘：可能已被拔下，也可能即将损坏。' },
  },
  'no-pdf-viewer': {
    title: () => '本机没有可以打开 PDF 的程序',
    safe: '没有向打印机发送任何内容。',
    step: { label: '导出为 PDF', hint: '可以先导出为 PDF，再用你选择的程序打印。' },
  },
  'place-not-writable': {
    title: ({ file }) => `无法在那里写入${file === undefined ? '文件' : `“${file}”`}`,
    safe: '文库没有任何改动。',
    step: { label: '另选位置', hint: '那个文件夹可能不存在，或不允许写入；请换一个。' },
  },
  ...updateFailures,
  'page-not-text': {
    title: (p) => `${p.path ?? '有一页'} 不是文本`,
    safe: skipped,
    step: { label: '继续', hint: '无法判断它的文字编码。' },
  },
  'page-too-large': {
    title: (p) => `${p.path ?? '有一页'} 过大`,
    safe: skipped,
    step: { label: '继续', hint: '这么大的页面通常不是供人阅读的。' },
  },
  'page-unreadable': {
    title: (p) => `${p.path ?? '有一页'} 无法读取`,
    safe: skipped,
    step: { label: '继续', hint: '如果它有变化，下次同步会再试。' },
  },
};
