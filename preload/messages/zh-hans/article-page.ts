import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number } = createForms('zh-CN');

export const articlePage: Messages['articlePage'] = {
  pictureMissing: '图片未保存',
  pageMissing: '文库中没有这一页',
  table: '表格',
  embedKinds: { video: '视频', audio: '音频', page: '嵌入页面' },
  removedUpstream: '归档已不再发布这篇文章。它仍保留在你的文库中。',
  original: '发布时的原页面。图片和链接与文章视图同样受限。',
  originalMissing: '无法显示原页面：文库中没有它，或它已损坏。文章仍在。',
  editor: (name) => `编辑：${name}`,
  issue: (issueNumber) => `第 ${number(issueNumber)} 期`,
  estimatedDate: (day) => `约 ${day}`,
  estimatedDateHint: '页面未写明日期，这是归档首次发布它的日期。',
  readingMinutes: (minutes) => `${number(minutes)} 分钟`,
  characters: (count) => `${number(count)} 字`,
  words: (count) => `${number(count)} 词`,
};
