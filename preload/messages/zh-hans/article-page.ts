import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number } = createForms('zh-CN');

export const articlePage: Messages['articlePage'] = {
  pictureMissing: '图片未保存',
  fetchPicture: '取回这张图片',
  openPicture: '打开图片',
  pictureReasons: {
    tracker: '未取回：它用来统计读者',
    furniture: '未取回：它不是文章的图片',
    'too-large': '超过 20 MB',
    'too-many-pixels': '超过 4000 万像素',
    'not-a-picture': '收到的不是图片',
    damaged: '收到的内容已损坏',
    'unsafe-address': '其地址指向你自己的网络',
    'not-found': '它已不在原处',
    forbidden: '其服务器拒绝提供',
    'too-many-requests': '其服务器要求等待',
    'server-failed': '其服务器出错',
    'bad-response': '其服务器没有正确回应',
    'host-not-found': '找不到其服务器',
    'connection-failed': '无法连接其服务器',
    'timed-out': '其服务器太久没有回应',
    'tls-failed': '其服务器无法证明自己的身份',
  },
  pageMissing: '文库中没有这一页',
  table: '表格',
  embedKinds: { video: '视频', audio: '音频', page: '嵌入页面' },
  removedUpstream: '归档已不再发布这篇文章。它仍保留在你的文库中。',
  earlierVersion: (moment) => `早先的版本，已于${moment}被替换。`,
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
