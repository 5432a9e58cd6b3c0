import { beforeAll, describe, expect, it } from 'vitest';
import { readFixturePages, pageOf } from './archive-pages.ts';
import { unreadablePages } from '#test/helpers/fixture-archive.ts';

/** Read off the pages by eye: bylines, front matter, addresses and names. */
const stated = new Map([
  ['html/almanac.html', '2019-10-05'],
  ['notes/plain.html', '2021-03-18'],
  ['pages/broken/big5.md', '2021-05-05'],
  ['pages/broken/bom-crlf.md', '2021-05-03'],
  ['pages/broken/gbk.md', '2021-05-04'],
  ['pages/broken/hostile.md', '2021-05-02'],
  ['pages/broken/title-markup.md', '2021-05-06'],
  ['pages/broken/unclosed.md', '2021-05-01'],
  ['pages/chenbao/1201.md', '2021-06-16'],
  ['pages/chenbao/1202.md', '2021-06-17'],
  ['pages/chenbao/1203.md', '2021-06-18'],
  ['pages/chenbao/1204.md', '2021-07-02'],
  ['pages/chenbao/1205.md', '2021-07-09'],
  ['pages/chenbao/1206.md', '2021-08-12'],
  ['pages/chenbao/1207.md', '2021-09-03'],
  ['pages/chenbao/1208.md', '2021-09-20'],
  ['pages/chenbao/1209.md', '2021-04-06'],
  ['pages/chenbao/1210.md', '2021-10-11'],
  ['pages/chenbao/1301.md', '2021-07-16'],
  ['pages/chenbao/1302.md', '2021-08-03'],
  ['pages/chenbao/1303.md', '2021-08-20'],
  ['pages/hot/1201.md', '2021-06-16'],
  ['pages/hot/1211.md', '2021-11-05'],
  ['pages/hot/1212.md', '2021-11-12'],
  ['pages/jianghai/407787.md', '2020-06-20'],
  ['pages/jianghai/407788.md', '2020-06-27'],
  ['pages/jianghai/407789.md', '2020-07-04'],
  ['pages/jianghai/407790.md', '2019-12-31'],
  ['pages/jianghai/407791.md', '2021-02-07'],
  ['pages/jianghai/407792.md', '2021-02-26'],
  ['pages/jianghai/407793.md', '2020-11-15'],
  ['pages/jianghai/407794.md', '2020-04-12'],
  ['pages/jianghai/407795.md', '2018-03-21'],
  ['pages/jianghai/407797.md', '2021-01-18'],
  ['pages/morning/n11922496.md', '2020-03-07'],
  ['pages/morning/n11922497.md', '2020-03-14'],
  ['pages/morning/n11922498.md', '2020-04-02'],
  ['pages/morning/n11922499.md', '2020-05-09'],
  ['pages/morning/n11922500.md', '2020-06-01'],
  ['pages/morning/n11922501.md', '2020-06-20'],
  ['pages/morning/n11922502.md', '2020-07-11'],
  ['pages/morning/n11922601.md', '2021-06-05'],
  ['pages/morning/n11922602.md', '2021-07-03'],
  ['pages/morning/n11922603.md', '2021-05-21'],
  ['pages/shancheng/n13053301.md', '2021-06-11'],
  ['pages/shancheng/n13053302.md', '2021-06-14'],
  ['pages/shancheng/n13053303.md', '2021-06-28'],
  ['pages/shancheng/n13053304.md', '2021-06-18'],
  ['pages/shancheng/n13053305.md', '2021-06-21'],
  ['pages/shancheng/n13053306.md', '2021-06-24'],
  ['pages/shancheng/n13053307.md', '2021-06-30'],
  ['pages/weekly/5001.md', '2021-05-07'],
  ['pages/weekly/5002.md', '2021-05-14'],
  ['pages/weekly/5003.md', '2021-05-21'],
  ['pages/weekly/5004.md', '2021-06-04'],
  ['pages/yuanlin/t3001.md', '2021-01-09'],
  ['pages/yuanlin/t3002.md', '2020-09-17'],
  ['pages/yuanlin/t3003.md', '2021-03-02'],
  ['pages/yuanlin/t3004.md', '2020-11-21'],
  ['posts/2021-03-04-first-frost.md', '2021-03-04'],
  ['posts/2021-04-11-second-note.md', '2021-04-11'],
  ['posts/2021-05-20-雨后.md', '2021-05-20'],
  ['posts/2021-06-05-a-small-observatory.md', '2021-06-05'],
  ['posts/2021-07-01-no-title.md', '2021-07-01'],
  ['posts/2021-09-12-旅行清单.md', '2021-09-12'],
  ['posts/2022-02-02-hugo.md', '2022-02-02'],
  ['posts/winter-light.md', '2020-12-21'],
  ['posts/山中来信.md', '2019-08-09'],
  ['posts/河边札记.md', '2022-03-03'],
]);

describe('the day of a page of the fixture archive', () => {
  let estimated: ReadonlyMap<string, boolean>;
  let days: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const pages = (await readFixturePages()).filter(({ path }) => !Object.hasOwn(unreadablePages, path));
    const articles = pages.flatMap((page) => {
      const { article } = pageOf(page);
      return article === null ? [] : [[page.path, article] as const];
    });
    estimated = new Map(articles.map(([path, { isDateEstimated }]) => [path, isDateEstimated]));
    days = new Map(articles.map(([path, { publishedOn }]) => [path, publishedOn]));
  });

  it.each([...stated])('%s is %s', (path, day) => {
    expect([days.get(path), estimated.get(path)]).toEqual([day, false]);
  });

  it('is an estimate on every other page', () => {
    const certain = [...estimated].filter(([, isEstimated]) => !isEstimated).map(([path]) => path);
    expect(certain.toSorted()).toEqual([...stated.keys()].toSorted());
  });
});
