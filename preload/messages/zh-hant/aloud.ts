import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number, languageName } = createForms('zh-TW');

export const aloud: Messages['aloud'] = {
  label: '朗讀',
  start: '朗讀',
  pause: '暫停',
  goOn: '繼續',
  previous: '上一句',
  next: '下一句',
  stop: '停止朗讀',
  speed: '語速',
  voice: '語音',
  times: (speed) => `${number(speed)} 倍`,
  voiceName: (name, language) => `${name}（${language}）`,
  fitting: '適合本文',
  others: '其他語言',
  count: (at, total) => `${number(at)} / ${number(total)}`,
  waiting: '請稍候…',
  voiceless: (language) => `這台電腦沒有能離線朗讀${languageName(language)}的語音。需要連網的語音一律不用。`,
  help: '如何安裝語音',
  empty: '這裡沒有可以朗讀的內容。',
  failed: '這個語音讀不出來，請換一個。',
  handbookHeading: '朗讀',
};
