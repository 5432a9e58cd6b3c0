import { describe, expect, it } from 'vitest';
import { numberOf } from '#main/parse/chinese-number.ts';
import { dayIn, dayInAddress, dayInPath, yearlessDayIn } from '#main/parse/find-days.ts';
import { publishDayOf } from '#main/parse/publish-day.ts';

describe('a day in a text', () => {
  it.each([
    ['【晨报2021年6月16日】', '2021-06-16'],
    ['【晨报 2021 年 06 月 6 日讯】', '2021-06-06'],
    ['【江海週報二零二零年六月二十日】', '2020-06-20'],
    ['【江海周报二〇一九年十二月三十一日】', '2019-12-31'],
    ['二○二一年二月七日', '2021-02-07'],
    ['二零二零年十月十日', '2020-10-10'],
    ['二零二一年廿一月一日', null],
    ['一九九九年四月廿五日', '1999-04-25'],
    ['２０２１年６月１６日', '2021-06-16'],
    ['2021-06-16 08:30', '2021-06-16'],
    ['2021/6/1', '2021-06-01'],
    ['2021.06.16', '2021-06-16'],
    ['June 16, 2021', '2021-06-16'],
    ['Sept. 3rd, 2020', '2020-09-03'],
    ['16 June 2021', '2021-06-16'],
    ['版本 1.2021.6.16', null],
    ['2021年2月29日', null],
    ['2020年2月29日', '2020-02-29'],
    ['2021-13-01', null],
    ['0021年6月16日', null],
    ['二Ｏ二一年六月十六日', '2021-06-16'],
    ['民國一百一十年六月十六日', '2021-06-16'],
    ['民國110年6月16日', '2021-06-16'],
    ['令和元年6月16日', '2019-06-16'],
    ['2021년 6월 16일', '2021-06-16'],
    ['16. Juni 2021', '2021-06-16'],
    ['1er août 2021', '2021-08-01'],
    ['16 de junio de 2021', '2021-06-16'],
    ['16 marzo 2021', '2021-03-16'],
    ['16 мая 2021 г.', '2021-05-16'],
    ['Room 12, October 3, 2021', '2021-10-03'],
    ['Chapter 5 2021', null],
    ['没有日子', null],
  ])('%s is %s', (text, day) => {
    expect(dayIn(text)).toBe(day);
  });

  it.each([
    ['九', 9],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['三十一', 31],
    ['廿六', 26],
    ['卅', 30],
    ['二零二一', 2021],
    ['07', 7],
    ['一百', 100],
    ['一百零三', 103],
    ['两百二十', 220],
    ['一千零五', 1005],
    ['零', 0],
  ])('%s counts %i', (text, value) => {
    expect(numberOf(text)).toBe(value);
  });

  it.each(['', '年', '第十', '12a'])('%j is no number', (text) => {
    expect(numberOf(text)).toBeNaN();
  });

  it.each([
    ['9月17日', '2020-09-20', '2020-09-17'],
    ['12月31日', '2021-01-02', '2020-12-31'],
    ['1月2日', '2020-12-30', '2021-01-02'],
    ['九月十七日', '2020-10-01', '2020-09-17'],
    ['2月30日', '2020-10-01', null],
  ])('%s near %s is %s', (text, near, day) => {
    expect(yearlessDayIn(text, near)).toBe(day);
  });

  it.each([
    ['https://news.example/2020/6/20/a.html', '2020-06-20'],
    ['https://news.example/gb/20/3/7/n1.htm', '2020-03-07'],
    ['https://news.example/2020-06-20/a', '2020-06-20'],
    ['https://news.example/news/20210109/t1.shtml', '2021-01-09'],
    ['https://news.example/2021/0109/1.html', '2021-01-09'],
    ['https://news.example/china/2021/01/202101090123.shtml', '2021-01-09'],
    ['https://news.example/a/bridge-20210109/1.html', '2021-01-09'],
    ['https://news.example/mandarin/yl-01092021051234.html', '2021-01-09'],
    ['https://news.example/2021/13/1/a', null],
    ['https://news.example/post/20213', null],
    ['https://news.example/id/120210109', null],
    ['https://news.example/post/516449', null],
    ['https://news.example/a?d=/2020/1/1/', null],
  ])('the address %s says %s', (address, day) => {
    expect(dayInAddress(address)).toBe(day);
  });

  it.each([
    ['posts/2021-03-04-first.md', '2021-03-04'],
    ['2021/03/04/first.md', '2021-03-04'],
    ['posts/20210304-first.md', '2021-03-04'],
    ['posts/2021-13-45-bad.md', null],
    ['pages/1201.md', null],
  ])('the path %s says %s', (path, day) => {
    expect(dayInPath(path)).toBe(day);
  });
});

describe('the day of an article', () => {
  const evidence = {
    path: 'pages/1.md',
    title: '题',
    text: '正文',
    originalUrl: null,
    frontMatter: {},
    stated: null,
    fallbackDay: '2022-03-01',
  };
  const url = 'https://news.example/2019/1/5/a.html';

  it('comes from the byline before the address, and from the address before the path', () => {
    const text = '图：白鹭\n【晨报2019年1月6日】正文';
    expect(publishDayOf({ ...evidence, text, originalUrl: url })).toEqual({ publishedOn: '2019-01-06', isDateEstimated: false });
    expect(publishDayOf({ ...evidence, originalUrl: url, path: '2018-01-01-a.md' }).publishedOn).toBe('2019-01-05');
    expect(publishDayOf({ ...evidence, path: '2018-01-01-a.md' }).publishedOn).toBe('2018-01-01');
  });

  it('comes from the address or the file where the text gives a day more than 30 days from it', () => {
    const far = { ...evidence, text: '【晨报2019年2月5日讯】正文' };
    const near = { ...evidence, text: '【晨报2019年2月4日讯】正文' };
    expect(publishDayOf({ ...far, originalUrl: url })).toEqual({ publishedOn: '2019-01-05', isDateEstimated: false });
    expect(publishDayOf({ ...near, originalUrl: url }).publishedOn).toBe('2019-02-04');
    expect(publishDayOf({ ...far, path: 'posts/2019-01-05-a.md' }).publishedOn).toBe('2019-01-05');
    expect(publishDayOf({ ...evidence, text: '发布时间：2021-06-16', originalUrl: url }).publishedOn).toBe('2019-01-05');
  });

  it.each([
    ['【晨报2021年6月16日】正文', '2021-06-16'],
    ['【本报2021年6月16日讯】正文', '2021-06-16'],
    ['【2021年6月16日】正文', '2021-06-16'],
    ['【晨报记者林远2021年6月16日电】正文', '2021-06-16'],
    ['【晨報2021年6月16日綜合報導】正文', '2021-06-16'],
    ['[Morning Post, June 16, 2021] Text', '2021-06-16'],
    ['图：桥上的白鹭。【晨报2021年6月16日讯】正文', '2021-06-16'],
    ['图：桥上的白鹭。【晨報2021年6月16日】正文', '2021-06-16'],
    ['他写过一本书【讲的是2021年6月16日的事】，很少有人读。', null],
    ['河上有桥，【2021年6月16日】重修。', null],
    ['【2021年6月16日大水回顾】正文', null],
    ['【截至2021年6月16日】正文', null],
    ['【更新 2021年6月16日】正文', null],
    ['一\n二\n三\n四\n五\n六\n【2021年6月16日】桥修好了。\n正文', null],
    ['The bridge [retrieved June 16, 2021] is old.', null],
  ])('in brackets is that of the byline only: %j, %j', (text, day) => {
    expect(publishDayOf({ ...evidence, text })).toEqual({ publishedOn: day ?? '2022-03-01', isDateEstimated: day === null });
  });

  it('comes from front matter before everything', () => {
    const frontMatter = { date: '2017-07-07T10:00:00Z' };
    expect(publishDayOf({ ...evidence, frontMatter, path: '2018-01-01-a.md' }).publishedOn).toBe('2017-07-07');
  });

  it('takes the year of a byline without one from the address, else from the archive as an estimate', () => {
    const text = '【园林通讯12月30日电】正文';
    expect(publishDayOf({ ...evidence, text, originalUrl: url })).toEqual({ publishedOn: '2018-12-30', isDateEstimated: false });
    expect(publishDayOf({ ...evidence, text })).toEqual({ publishedOn: '2021-12-30', isDateEstimated: true });
  });

  it.each([
    ['发布时间：2021-06-16 08:00\n正文', '2021-06-16'],
    ['Posted on June 16, 2021\nText', '2021-06-16'],
    ['城里社2021年6月16日电（记者林远）正文', '2021-06-16'],
    ['2021年6月16日\n正文', '2021-06-16'],
    ['2021-06-16 08:30 作者：沈安\n正文', '2021-06-16'],
    ['正文。\n二零二一年六月十六日', '2021-06-16'],
    ['正文。\n沈安，2021-06-16\n', '2021-06-16'],
    ['写于河边。\n写于2021年6月16日', '2021-06-16'],
    ['Text.\nJune 16, 2021', '2021-06-16'],
    ['年表\n二、三\n四\n五\n2021年6月16日桥在大雨之后的第三天重新通车', null],
    ['2021年6月16日，白鹭回来了。\n正文', null],
    ['正文说到2021年6月16日的事。', null],
    ['（2021年6月16日 星期三）\n正文', '2021-06-16'],
    ['沈安 | 2021-06-16\n正文', '2021-06-16'],
    ['By Anna Wells, June 16, 2021\nText', '2021-06-16'],
    ['Wednesday, June 16, 2021 10:30 AM\nText', '2021-06-16'],
    ['Posted on Wednesday, June 16, 2021 by a friend\nText', '2021-06-16'],
    ['Le 16 juin 2021\nTexte', '2021-06-16'],
    ['On June 4, 1989 the bridge fell', null],
    ['June 4, 1989 the bridge fell\nText', null],
    ['On Sunday, June 4, 1989\nText', null],
    ['1989年6月4日的那座桥\n正文', null],
    ['1989年6月4日——桥上的一天\n正文', null],
    ['Date of the flood: June 4, 1989\nText', null],
    ['桥的故事。\n1989年6月4日的桥', null],
    ['The bridge.\nOn June 4, 1989 it fell', null],
  ])('is the day that lines of the text state: %j, %j', (text, day) => {
    expect(publishDayOf({ ...evidence, text })).toEqual({ publishedOn: day ?? '2022-03-01', isDateEstimated: day === null });
  });

  it.each([
    ['2021年6月16日', '2021-06-16'],
    ['每日新闻（2021.6.16）', '2021-06-16'],
    ['每日新闻 - 2021-06-16', '2021-06-16'],
    ['每日新闻｜2021年6月16日', '2021-06-16'],
    ['2021年6月16日新闻', null],
    ['每日新闻 2021-06-16', null],
    ['1989年6月4日的桥', null],
    ['On June 4, 1989', null],
    ['回看2021年6月16日', null],
    ['第 2021 期', null],
  ])('is the whole of a title, or its end behind a mark: %j, %j', (title, day) => {
    expect(publishDayOf({ ...evidence, title })).toEqual({ publishedOn: day ?? '2022-03-01', isDateEstimated: day === null });
    expect(publishDayOf({ ...evidence, title, path: '2018-01-01-a.md' }).publishedOn).toBe('2018-01-01');
  });

  it('takes the year of an agency line without one from the address, else from the archive as an estimate', () => {
    const text = '城里社12月30日电（记者林远）正文';
    expect(publishDayOf({ ...evidence, text, originalUrl: url })).toEqual({ publishedOn: '2018-12-30', isDateEstimated: false });
    expect(publishDayOf({ ...evidence, text })).toEqual({ publishedOn: '2021-12-30', isDateEstimated: true });
  });

  it('is not a day that the text only mentions', () => {
    const text = `${'很久以前的事。'.repeat(20)}一九五六年三月一日，他采下第一份稻种。`;
    expect(publishDayOf({ ...evidence, text })).toEqual({ publishedOn: '2022-03-01', isDateEstimated: true });
  });

  it('is the day of the archive where none is given, or one that lies ahead', () => {
    expect(publishDayOf(evidence)).toEqual({ publishedOn: '2022-03-01', isDateEstimated: true });
    expect(publishDayOf({ ...evidence, text: '【晨报2051年6月16日】' })).toEqual({
      publishedOn: '2022-03-01',
      isDateEstimated: true,
    });
  });
});
