import type { Messages } from '../en.ts';

export const firstSteps: Messages['firstSteps'] = {
  title: '取來第一個典藏',
  intro: '同步一次即可全部取回，此後不再需要網路。使用手冊已經在這裡。',
  address: '填寫網址…',
  file: '從檔案…',
  folder: '從資料夾…',
  network: '先設網路…',
};
