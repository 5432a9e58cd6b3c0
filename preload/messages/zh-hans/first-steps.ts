import type { Messages } from '../en.ts';

export const firstSteps: Messages['firstSteps'] = {
  title: '取来第一个归档',
  intro: '同步一次即可全部取回，此后不再需要网络。使用手册已经在这里。',
  address: '填写地址…',
  file: '从文件…',
  folder: '从文件夹…',
  network: '先设网络…',
};
