import type { LibraryOverview, NamedCount } from '#preload/contract/library-types.ts';

const named = (names: readonly string[], most: number): readonly NamedCount[] =>
  names.map((name, place) => ({ name, label: name, articles: Math.ceil(most / (place + 1)) }));

const sources = ['晨报', '江海周报', 'Morning Post'];
const topics = [
  '气候',
  '长江口',
  '湿地保护',
  '候鸟',
  '潮汐',
  '渔业',
  '水文',
  '测绘',
  '堤防',
  'A name of a topic that is longer than any pane is wide',
];

/** Sources, topics and months of a library that has articles; nothing of an empty one. */
export const fakeGroups = (total: number): Pick<LibraryOverview, 'sources' | 'topics' | 'months'> => {
  if (total < 10) return { sources: [], topics: [], months: [] };
  const months = [6, 5, 2].map((month) => ({ year: 2021, month, articles: 100 * month }));
  return {
    sources: named(sources, total / 3),
    topics: named(topics, 541),
    months: [...months, { year: 2020, month: 12, articles: 1_240 }],
  };
};
