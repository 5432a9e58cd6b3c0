import type { ArticleDetail, ArticleSummary } from '#preload/contract/library-types.ts';

interface Sample {
  readonly title: string;
  readonly language: string;
  readonly excerpt: string;
  readonly source: string;
  readonly section: string;
  readonly minutes: number;
}

/** Texts written for these tests. */
const samples: readonly Sample[] = [
  {
    title: '大河入海處的候鳥：濕地修復十年記',
    language: 'zh-Hant',
    excerpt: '潮水退去以后，滩涂上先亮起来的是一层水光，随后才看得见鸟。十年前这片湿地只剩下三分之一，芦苇退到堤根。',
    source: '晨报',
    section: '自然与环境',
    minutes: 8,
  },
  {
    title: '堤外的芦苇回来了，堤内的人怎么办',
    language: 'zh-Hans',
    excerpt: '退渔还湿的第四年，湿地边上的村子开起了二十七家民宿，也关掉了其中的十一家。',
    source: '江海周报',
    section: '自然与环境',
    minutes: 6,
  },
  {
    title: 'Counting birds at night: what radar sees over the estuary',
    language: 'en',
    excerpt: 'A weather radar never meant for birds has become the best census the wetland has.',
    source: 'Morning Post',
    section: 'Science',
    minutes: 5,
  },
  {
    title: '一份三十年前的湿地地图，和它错在哪里',
    language: 'zh-Hans',
    excerpt: '测绘队员回忆，当年的等高线是踩着退潮的两个小时画出来的。',
    source: '晨报',
    section: '文史漫步',
    minutes: 12,
  },
  {
    title: '盐沼能固定多少碳？湿地学者的三种算法',
    language: 'zh-Hans',
    excerpt: '答案相差七倍，原因在于把哪一层泥算进去。',
    source: '江海周报',
    section: '科技',
    minutes: 9,
  },
  {
    title: '「濕地銀行」試點一年：誰在存，誰在取',
    language: 'zh-Hant',
    excerpt: '第一筆交易的面積只有四個足球場，談了十九個月。',
    source: '晨报',
    section: '专栏文集',
    minutes: 7,
  },
  {
    title: 'The map that moved the river',
    language: 'en',
    excerpt: 'For ninety years every chart of the delta repeated one surveyor’s mistake, because every chart was drawn from his.',
    source: 'Morning Post',
    section: 'History',
    minutes: 11,
  },
  { title: '守堤人的月历', language: 'zh-Hans', excerpt: '', source: '江海周报', section: '文史漫步', minutes: 3 },
];

const dayOf = (index: number): string => {
  const date = new Date(Date.UTC(2021, 5, 16) - Math.floor(index / 3) * 86_400_000);
  return date.toISOString().slice(0, 10);
};

export const fakeArticle = (index: number, archive = 'morning'): ArticleSummary => {
  const sample = samples[index % samples.length] ?? samples[0];
  if (!sample) throw new Error('there are no samples');
  return {
    id: `${archive}:pages/${index}.md`,
    archive,
    path: `pages/${index}.md`,
    title: index < samples.length ? sample.title : `${sample.title} (${index + 1})`,
    titleLanguage: sample.language,
    publishedOn: dayOf(index),
    isDateEstimated: false,
    source: sample.source,
    byline: null,
    sections: [sample.section],
    topics: [],
    originalUrl: `https://news.example.org/${index}`,
    language: sample.language === 'zh-Hant' ? 'zh-Hans' : sample.language,
    excerpt: sample.excerpt,
    readingMinutes: sample.minutes,
    isRemovedUpstream: index % 11 === 7,
    isBookmarked: index % 9 === 0,
    isRead: index % 8 > 1,
  };
};

/** The first article has headings enough for contents. */
const headingsOf = ({ path }: ArticleSummary): readonly string[] =>
  path === 'pages/0.md' ? ['起', '承', '转', '合'] : ['起', '合'];

export const fakeDetail = (article: ArticleSummary): ArticleDetail => ({
  ...article,
  editor: null,
  issueNumber: null,
  characters: 1_234,
  words: 0,
  earlierVersions:
    article.path === 'pages/0.md'
      ? [
          { version: 12, replacedAt: '2021-06-15T06:20:00Z' },
          { version: 7, replacedAt: '2021-06-12T22:05:00Z' },
        ]
      : [],
  outline: headingsOf(article).map((text, index) => ({ level: index === 1 ? 3 : 2, text, anchor: `at-${index}` })),
  pictures: [],
  links: [{ text: '当地的渔民', url: 'https://xn--fiqs8s.example/fishers', articleId: null }],
});

const paragraphs = [
  '潮水退去以后，滩涂上先亮起来的是一层水光，随后才看得见鸟。十年前，这片湿地只剩下三分之一，潮沟被堵死，芦苇退到堤根，候鸟改道往北多飞了四十公里。',
  '修复湿地是从拆掉一道堤开始的。工程师最初想挖新的水道，<a href="https://xn--fiqs8s.example/fishers">当地的渔民</a>却说，水记得自己的路，把门打开就行。第二年春天，潮水果然沿着旧沟走了进来。',
  '“我们做的事情其实很少，”负责监测的研究员说，“主要是等。”她的团队在三个断面上数了十年，鸟的种类从四十一种恢复到九十六种。',
];

const english = [
  'The dish was put up in 1994 to watch for squalls. On the first clear night of autumn it drew rings that no storm could make, and a student on duty wrote “birds?” in the log.',
  'What she saw were dunlins and plovers leaving at dusk, in numbers nobody on the shore had guessed. The wetland had been counted by day for sixty years.',
];

/** As many as the page has, of the few words that it can mark. */
export const countFakeMarks = (id: string, find: string): number =>
  ['湿地', '濕地', 'wetland', '鸟'].includes(find) ? [...fakeArticlePage(id, find, '').matchAll(/id="match-/gu)].length : 0;

export const fakeArticlePage = (id: string, find: string, style: string): string => {
  const index = Number(/(\d+)\.md$/u.exec(id)?.[1] ?? 0);
  const article = fakeArticle(index);
  const isEnglish = article.titleLanguage === 'en';
  let matches = 0;
  const words = isEnglish ? /wetland/gu : find === '鸟' ? /[鸟鳥]/gu : /[湿濕]地/gu;
  const mark = (text: string): string =>
    find === '' ? text : text.replaceAll(words, (word) => `<mark id="match-${(matches += 1)}">${word}</mark>`);
  const body = (isEnglish ? english : paragraphs).map((text) => `<p>${mark(text)}</p>`).join('');
  const table = `<h2>${isEnglish ? 'What was counted' : '数了什么'}</h2><div class="table-scroll"><table><tr><th>${isEnglish ? 'Year' : '年份'}</th><th>${isEnglish ? 'Species' : '种类'}</th></tr><tr><td>2011</td><td>41</td></tr><tr><td>2021</td><td>96</td></tr></table></div>`;
  const picture = `<figure><div class="picture-missing">${isEnglish ? 'The mudflat at low tide' : '退潮后的东滩'}</div><figcaption>${isEnglish ? 'Low tide, June' : '六月十六日清晨，退潮后的东滩。'}</figcaption></figure>`;
  return `<!doctype html><html lang="${article.language}"><head><title>${article.title}</title><style>${style}</style></head><body><i id="marks-off" hidden></i>
    <article lang="${article.language}"><header><p class="meta">${article.source ?? ''} · ${article.sections.join(' · ')} · ${article.publishedOn}</p>
    <h1 lang="${article.titleLanguage}">${mark(article.title)}</h1><p class="byline">林汀</p></header>
    <div class="body">${picture}${body}<blockquote><p>${mark(isEnglish ? (english[1] ?? '') : (paragraphs[2] ?? ''))}</p></blockquote>${table}</div></article></body></html>`;
};

/** A shore under a sky, of colours that follow from the name. */
export const fakePicture = (name: string): string => {
  const hue = Number.parseInt(name.slice(-2), 16);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><path fill="hsl(${hue} 35% 72%)" d="M0 0h300v200H0z"/>
    <path fill="hsl(${hue + 60} 25% 45%)" d="M0 130q80-40 160-10t140-20v100H0z"/></svg>`;
};
