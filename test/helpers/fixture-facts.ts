export interface PageFacts {
  readonly title: string;
  readonly publishedOn: string;
  /** As the byline names it; null where the page has no byline. */
  readonly source: string | null;
  readonly originalUrl: string | null;
  readonly language: 'zh-Hans' | 'zh-Hant' | 'en';
}

type FactRow = readonly [path: string, ...facts: readonly [string, string, string | null, string | null, PageFacts['language']]];

/** What a reader of the published page would answer, stated without the parser; 2022-03-01 is the day of the commit. */
const factRows: readonly FactRow[] = [
  [
    'pages/chenbao/1201.md',
    '白鹭回到江心洲',
    '2021-06-16',
    '晨报',
    'https://news.chenbao.example/2021/6/16/1201.html',
    'zh-Hans',
  ],
  [
    'pages/chenbao/1204.md',
    '古法造纸的第七代传人',
    '2021-07-02',
    '晨报',
    'https://news.chenbao.example/2021/7/2/1204.html',
    'zh-Hans',
  ],
  [
    'pages/chenbao/1301.md',
    '湿地学校的第一课',
    '2021-07-16',
    '晨报',
    'https://news.chenbao.example/2021/7/16/1301.html',
    'zh-Hans',
  ],
  [
    'pages/chenbao/1302.md',
    '两村渔家会谈 约定休渔日子',
    '2021-08-03',
    '晨报',
    'https://news.chenbao.example/2021/8/3/1302.html',
    'zh-Hans',
  ],
  [
    'pages/chenbao/1303.md',
    '山顶气象站的一天',
    '2021-08-20',
    '晨报',
    'https://news.chenbao.example/2021/8/20/1303.html',
    'zh-Hans',
  ],
  ['pages/hot/1201.md', '白鹭回到江心洲', '2021-06-16', '晨报', 'https://news.chenbao.example/2021/6/16/1201.html', 'zh-Hans'],
  [
    'pages/weekly/5001.md',
    '芦苇荡里的观察屋',
    '2021-05-07',
    '江海周报',
    'http://www.jianghai.example/mh/articles/2021/5/7/芦苇荡里的观察屋-5001.html',
    'zh-Hans',
  ],
  [
    'pages/weekly/5002.md',
    '两县水利员会谈 共管一条渠',
    '2021-05-14',
    '江海周报',
    'http://www.jianghai.example/mh/articles/2021/5/14/两县水利员会谈-共管一条渠-5002.html',
    'zh-Hans',
  ],
  [
    'pages/weekly/5003.md',
    '走完一条河',
    '2021-05-21',
    '江海周报',
    'http://www.jianghai.example/mh/articles/2021/5/21/走完一条河-5003.html',
    'zh-Hans',
  ],
  [
    'pages/weekly/5004.md',
    '豆腐坊的石磨',
    '2021-06-04',
    '江海周报',
    'http://www.jianghai.example/mh/articles/2021/6/4/豆腐坊的石磨-5004.html',
    'zh-Hans',
  ],
  [
    'pages/jianghai/407788.md',
    '兩鎮代表會談 共修一條古道',
    '2020-06-27',
    '江海週報',
    'http://www.jianghai.example/mh/articles/2020/6/27/兩鎮代表會談-共修一條古道-407788.html',
    'zh-Hant',
  ],
  [
    'pages/shancheng/n13053301.md',
    '濕地步道開放 木棧橋長三公里',
    '2021-06-11',
    '山城日報',
    'https://www.shancheng.example/gb/21/6/11/n13053301.htm',
    'zh-Hant',
  ],
  [
    'pages/shancheng/n13053302.md',
    '兩鄉茶農會談 訂下採茶日',
    '2021-06-14',
    '山城日報',
    'https://www.shancheng.example/gb/21/6/14/n13053302.htm',
    'zh-Hant',
  ],
  [
    'pages/shancheng/n13053303.md',
    '屋頂上的菜園',
    '2021-06-28',
    '山城日報',
    'https://www.shancheng.example/gb/21/6/28/n13053303.htm',
    'zh-Hant',
  ],
  [
    'pages/shancheng/n13053304.md',
    '修傘的師傅',
    '2021-06-18',
    '山城日報',
    'https://www.shancheng.example/gb/21/6/18/n13053304.htm',
    'zh-Hant',
  ],
  [
    'pages/shancheng/n13053305.md',
    '石階一千零八級',
    '2021-06-21',
    '山城日報',
    'https://www.shancheng.example/gb/21/6/21/n13053305.htm',
    'zh-Hant',
  ],
  [
    'pages/shancheng/n13053306.md',
    '夜市的銅鍋',
    '2021-06-24',
    '山城日報',
    'https://www.shancheng.example/gb/21/6/24/n13053306.htm',
    'zh-Hant',
  ],
  [
    'pages/morning/n11922496.md',
    'Owls are back in the tower',
    '2020-03-07',
    'Morning Post',
    'https://www.morningpost.example/gb/20/3/7/n11922496.htm',
    'en',
  ],
  [
    'pages/morning/n11922601.md',
    'The wetland behind the station',
    '2021-06-05',
    'Morning Post',
    'https://www.morningpost.example/gb/21/6/5/n11922601.htm',
    'en',
  ],
  [
    'pages/morning/n11922602.md',
    'A year on the wetland path',
    '2021-07-03',
    'Morning Post',
    'https://www.morningpost.example/gb/21/7/3/n11922602.htm',
    'en',
  ],
  [
    'pages/morning/n11922603.md',
    'How to read a tide table',
    '2021-05-21',
    'Morning Post',
    'https://www.morningpost.example/gb/21/5/21/n11922603.htm',
    'en',
  ],
  ['posts/2021-06-05-a-small-observatory.md', 'A small observatory', '2021-06-05', null, null, 'en'],
  ['posts/2021-09-12-旅行清单.md', '旅行清单', '2021-09-12', null, null, 'zh-Hans'],
  ['posts/2022-02-02-hugo.md', 'A page of short codes', '2022-02-02', null, null, 'en'],
  ['posts/河边札记.md', '河边札记', '2022-03-03', null, null, 'zh-Hans'],
  ['docs/01-安装指南.md', '安装指南', '2022-03-01', null, null, 'zh-Hans'],
  ['docs/configuration.md', 'Configuration', '2022-03-01', null, null, 'en'],
  ['docs/components.mdx', '组件与标签 Components', '2022-03-01', null, null, 'en'],
  ['vault/Water levels.md', 'Water levels', '2022-03-01', null, null, 'en'],
  ['book/chapter-04.md', 'The Gate', '2022-03-01', null, null, 'en'],
];

export const fixtureFacts = {
  pages: new Map<string, PageFacts>(
    factRows.map(([path, title, publishedOn, source, originalUrl, language]) => [
      path,
      { title, publishedOn, source, originalUrl, language },
    ]),
  ) as ReadonlyMap<string, PageFacts>,
  /** Of version 1. `guide/README.md` is counted as an article and as an index. */
  articleCount: 89,
  indexCount: 14,
} as const;
