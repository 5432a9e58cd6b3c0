import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number, size } = createForms('zh-CN');

export const privacy: Messages['privacy'] = {
  open: '隐私…',
  title: '隐私',
  promise:
    '阅读、搜索、打印、复制时，不向任何人发送任何内容。Offprint 只在以下情况与外界联系：同步归档时，联系它的来源和图片所在的主机；你索取某张图片时，联系那台主机；测试网络时，联系用来测试的地址；以及在此之前，联系所设的代理或代理脚本。',
  connections: '启动以来联系过的主机',
  none: '启动以来没有联系过任何主机。',
  inMemory: '这份列表只在内存中，Offprint 结束后即消失。',
  purposes: {
    archive: '归档',
    pictures: '图片',
    'network-test': '测试网络',
    'proxy-script': '代理脚本',
  },
  exchanged: (requests, down, up) => `${number(requests)} 次请求 · 收到 ${size(down)} · 发出 ${size(up)}`,
  through: (host, proxy) => `${host}，经 ${proxy}`,
  neverOpenLinks: '从不在 Offprint 之外打开链接',
  linksNeverOpened: '已在“隐私”中设为从不打开链接。你可以复制地址。',
  isTitleNeutral: '窗口标题不透露任何内容',
  neutralTitle: '文档',
  quickHide: '隐藏和重新显示窗口的按键',
  noKey: '无',
  wipe: '删除文库…',
  wipeTitle: '要永久删除整个文库吗？',
  wipeBody: '所有归档、文章和图片，以及你的全部书签、已读标记和设置，都会从这台电脑上删除，Offprint 随即结束。删除后无法恢复。',
  wipeConfirm: '全部删除',
  cancel: '取消',
  close: '关闭',
};
