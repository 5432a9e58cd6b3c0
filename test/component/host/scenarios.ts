import type { Failure } from '#preload/contract/failure.ts';
import type { ArchiveSummary, ArticleSummary, SectionSummary } from '#preload/contract/library-types.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import { fakeArticle } from './fake-articles.ts';

/** What the fake main side answers from. */
export interface Scenario {
  readonly archives: readonly ArchiveSummary[];
  readonly sections: readonly SectionSummary[];
  readonly total: number;
  readonly articleAt: (index: number) => ArticleSummary;
  readonly language: InterfaceLanguage;
  readonly removed: number;
}

const connectionFailed: Failure = {
  code: 'connection-failed',
  message: 'connect ECONNREFUSED',
  details: { host: 'git.example.org' },
};

const archive = (id: string, name: string, articles: number, lastFailure: Failure | null = null): ArchiveSummary => ({
  id,
  name,
  origin: `https://git.example.org/${id}.git`,
  mirrors: [],
  picturePolicy: 'opened',
  head: 'f00d',
  articles,
  lastSyncedAt: '2021-06-16T08:01:00Z',
  lastFailure,
});
const handbook: ArchiveSummary = { ...archive('handbook', '使用手册', 9), origin: 'offprint:handbook' };

const section = (archiveId: string, name: string, articles: number, group: string | null): SectionSummary => ({
  id: `${archiveId}:indexes/${name}.md`,
  archive: archiveId,
  name,
  group,
  articles,
});

const typical: Scenario = {
  archives: [archive('river', '江海周报', 418), archive('morning', '晨报镜像', 23_900, connectionFailed), handbook],
  sections: [
    section('morning', '頭條集錦', 2_140, null),
    section('morning', '自然与环境', 1_873, '栏目'),
    section('morning', '科技', 3_022, '栏目'),
    section('morning', '文史漫步', 906, '副刊'),
    section('morning', '专栏文集', 1_455, '副刊'),
  ],
  total: 24_318,
  articleAt: (index) => fakeArticle(index),
  language: 'zh-Hans',
  removed: 312,
};

const welcome = (index: number): ArticleSummary => ({
  ...fakeArticle(index, 'handbook'),
  id: `handbook:${['en', 'zh-Hans', 'zh-Hant'][index] ?? 'en'}/welcome.md`,
  path: `${['en', 'zh-Hans', 'zh-Hant'][index] ?? 'en'}/welcome.md`,
  title: ['Welcome to Offprint', '欢迎使用 Offprint', '歡迎使用 Offprint'][index] ?? '',
  titleLanguage: ['en', 'zh-Hans', 'zh-Hant'][index] ?? 'en',
  language: ['en', 'zh-Hans', 'zh-Hant'][index] ?? 'en',
  isBookmarked: false,
  isRemovedUpstream: false,
});

const scenarios: Readonly<Record<string, Scenario>> = {
  typical,
  traditional: { ...typical, language: 'zh-Hant' },
  english: { ...typical, language: 'en' },
  empty: { ...typical, archives: [], sections: [], total: 0, removed: 0 },
  one: { ...typical, archives: [archive('river', '江海周报', 1)], sections: [], total: 1, removed: 0 },
  first: { archives: [handbook], sections: [], total: 3, articleAt: welcome, language: 'zh-Hans', removed: 0 },
  /** Two of three articles have a picture, beginning with the first. */
  pictures: {
    ...typical,
    articleAt: (index) => ({
      ...fakeArticle(index),
      ...(index % 3 !== 1 && { firstPicture: { sha256: ((index * 37) % 256).toString(16).padStart(64, '0') } }),
    }),
  },
  many: { ...typical, total: 200_000 },
};

export const scenarioNamed = (name: string): Scenario => {
  const scenario = scenarios[name];
  if (!scenario) throw new Error(`no scenario ${name}`);
  return scenario;
};
