import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number, languageName } = createForms('zh-CN');

export const aloud: Messages['aloud'] = {
  label: '朗读',
  start: '朗读',
  pause: '暂停',
  goOn: '继续',
  previous: '上一句',
  next: '下一句',
  stop: '停止朗读',
  speed: '语速',
  voice: '语音',
  times: (speed) => `${number(speed)} 倍`,
  voiceName: (name, language) => `${name}（${language}）`,
  fitting: '适合本文',
  others: '其他语言',
  count: (at, total) => `${number(at)} / ${number(total)}`,
  waiting: '请稍候…',
  voiceless: (language) => `这台电脑没有能离线朗读${languageName(language)}的语音。需要联网的语音一律不用。`,
  help: '如何安装语音',
  empty: '这里没有可以朗读的内容。',
  failed: '这个语音读不出来，请换一个。',
  handbookHeading: '朗读',
};
