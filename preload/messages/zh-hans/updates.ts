import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { size } = createForms('zh-CN');

export const updates: Messages['updates'] = {
  open: '新版本…',
  title: 'Offprint 的新版本',
  notice: (version: string) => `有新版本 ${version}`,
  running: (version: string) => `现在的版本是 ${version}。`,
  choice: '查找新版本',
  choices: { off: '从不自动查找', notify: '每天一次，有新版本时告诉我', automatic: '每天一次，并准备好新版本' },
  choiceHint: '除非另行选择，Offprint 不会询问任何人。询问时不会透露你、系统或版本的任何信息。',
  states: {
    idle: '还没有查找过。',
    checkedAt: (at: string) => `${at}：没有更新的版本。`,
    checking: '正在查找新版本…',
    available: (version: string, bytes: number) => `有新版本 ${version}（${size(bytes)}）。`,
    downloading: (version: string, received: number, bytes: number) =>
      `正在取得 ${version}：${size(received)}，共 ${size(bytes)}。`,
    ready: (version: string) => `版本 ${version} 已取得，签名无误。`,
  },
  progress: '新版本的取得进度',
  notes: '新内容',
  check: '立即查找',
  download: '取得',
  cancel: '停止',
  install: '安装并重新启动',
  takeFile: '从文件安装…',
  takeFileHint: '旁边带有 offprint-update.json 的安装包，例如来自 U 盘。它和网络上的一样要经过验证。',
  mirrors: '先询问的地址，每行一个',
  mirrorsHint: '任何镜像都可以：所提供的内容只凭签名取信。',
  noPlace: '这个版本不知道该询问哪里。请在下面填写地址，或从文件安装。',
  byHand: {
    nsis: '',
    appimage: '',
    mac: '',
    deb: '此 Offprint 以 .deb 安装：用 “sudo apt install ./文件” 安装新版本，文库保持原样。',
    rpm: '此 Offprint 以 .rpm 安装：用 “sudo dnf install ./文件” 安装新版本，文库保持原样。',
    folder: '此 Offprint 是一个文件夹：在旁边解压新版本并改用它。删除旧文件夹之前，请先确认文库不在其中。',
    development: '此 Offprint 从源代码运行，用 Git 更新。',
  },
  verifiedFile: '已验证的文件：',
  save: '保存',
  close: '关闭',
};
