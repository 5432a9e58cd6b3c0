import type { UpdateFailureCatalogue } from '../failure-words.ts';

const kept = '正在使用的版本保持原样。';

export const updateFailures: UpdateFailureCatalogue = {
  'update-no-place': {
    title: () => '不知道从哪里取得新版本',
    safe: kept,
    step: { label: '填写地址', hint: '可添加镜像地址，或从文件安装。' },
  },
  'update-unsigned': {
    title: () => '新版本没有 Offprint 制作者的签名',
    safe: kept,
    step: { label: '换一个地址', hint: '它可能被改动过，其中内容没有使用。' },
  },
  'update-replayed': {
    title: () => '收到的是关于新版本的旧消息',
    safe: kept,
    step: { label: '换一个地址', hint: '可能有人想阻止更新。' },
  },
  'update-older': {
    title: () => '所提供的版本并不比现在的新',
    safe: kept,
    step: { label: '继续阅读', hint: '无需做任何事。' },
  },
  'update-not-for-this': {
    title: () => '这个版本没有适合本机的安装包',
    safe: kept,
    step: { label: '查看下载页', hint: '也许有其他类型的安装包。' },
  },
  'update-damaged': {
    title: () => '新版本没有完整送达',
    safe: kept,
    step: { label: '重试', hint: '损坏的文件已丢弃。' },
  },
  'update-not-installed': {
    title: () => '新版本没有装上',
    safe: kept,
    step: { label: '手动安装', hint: '不会自动再试。' },
  },
};
