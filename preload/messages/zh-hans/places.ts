import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number } = createForms('zh-CN');

export const places: Messages['places'] = {
  menu: {
    label: (name) => `${name}：操作`,
    open: (name) => `${name}：更多操作`,
    sync: '同步',
    places: '来源位置…',
    pictures: '图片',
    picturesAll: '全部',
    picturesOpened: '仅我打开或加书签的文章',
    picturesNone: '不下载',
    completeness: '完整度…',
    syncLog: '同步记录…',
    share: '存成文件分享…',
    remove: '移除…',
  },
  versions: {
    label: '早先版本',
    current: '现在的版本',
    until: (moment) => `${moment} 之前`,
  },
  files: {
    archives: '归档文件',
    bundle: '单个归档文件',
    all: '所有文件',
  },
  sharing: {
    title: (name) => `把“${name}”存成文件分享`,
    starting: '正在收集页面…',
    writing: (done, total) => `正在写入第 ${number(done)} 页，共 ${number(total)} 页`,
    progress: '已写入的页面',
    doneTitle: '文件已写好',
    doneHint: '拿到它的人可以在 Offprint 里添加，也可以用 Git 克隆。文件只含归档的页面：不含图片，也不含你自己的任何数据。',
    cancel: '取消',
    close: '关闭',
  },
  edit: {
    title: (name) => `“${name}”的来源位置`,
    intro: '同步时从上往下依次尝试。无论怎样改动，文章、书签和已读标记都会保留。',
    label: '地址、文件夹或文件，每行一个',
    missing: '请至少填写一个位置。',
    save: '保存',
    saving: '正在保存…',
    cancel: '取消',
  },
  choose: {
    file: '选择文件…',
    folder: '选择文件夹…',
  },
  add: {
    mirrors: '镜像（可不填）',
    mirrorsHint: '同一归档的其他地址，每行一个。首选地址没有响应时依次尝试。',
    offered: '这个归档来自一个链接或文件。在你确认之前，不会添加，也不会发出任何请求。',
    refused: (name) => `“${name}”不是归档。请拖入文件夹、.zip、.tar.gz 或 .bundle 文件，或一个链接。`,
    several: '每次只能拖入一个归档。',
  },
  drop: {
    title: '松开即可添加为归档',
    hint: '文件夹、.zip、.tar.gz 或 .bundle 文件，或一个链接',
  },
};
