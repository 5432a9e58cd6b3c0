import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number } = createForms('zh-CN');

export const exportQueue: Messages['exportQueue'] = {
  title: '导出队列',
  none: '没有导出',
  waiting: '正在排队',
  andOthers: (count) => `另有 ${number(count)} 项`,
  remove: '移出列表',
  open: '打开',
  details: '详情',
  retry: '重试这些文章',
  leftOut: (count) => `${number(count)} 篇没有导出`,
  quitQuestion: (count) => `有 ${number(count)} 项导出还没有完成`,
  quitDetail: '停止后，已完成的文件会保留，不会留下写了一半的文件；停止的导出不会自动重新开始。',
  keepRunning: '继续导出',
  stopAndQuit: '停止导出并关闭',
};
