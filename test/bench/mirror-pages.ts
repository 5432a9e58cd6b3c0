import { makeRandom } from '#test/helpers/generated-text.ts';
import { createProse, type Prose } from './generated-prose.ts';

/** Pages in the shape that mirrors of news sites publish: the article is the smaller part of its page. */
const meanTextLength = 1_500;
const sectionNames = ['山河', '城鎮', '手艺', '园林', '热点', '自然'];
const rule = '-'.repeat(24);
const navigation = [
  '[首页](../../README.md)',
  ...sectionNames.map((name) => `[${name}](../../indexes/${name}.md)`),
  '[使用说明](https://git.example/guides/blob/master/README.md?n1)',
].join('  &nbsp;&nbsp;|&nbsp;&nbsp; ');
const promotion = ['看花市', '换旧书', '听河声']
  .map(
    (name, number) =>
      `#### [ 🌻 ${name}](https://promo.example/${number}) &nbsp; | &nbsp;[${name}之二](https://promo.example/${number}/2)`,
  )
  .join('\n\n');

const pagePath = (number: number): string => `pages/site${number % 5}/${10_000 + number}.md`;

export interface MirrorPages {
  /** The whole archive: README, section indexes and so many pages. */
  archive(count: number): Record<string, string>;
  /** The same page with another text. */
  rewritten(number: number): readonly [path: string, content: string];
}

export function createMirrorPages(seed: number): MirrorPages {
  const random = makeRandom(seed);
  const prose = createProse(seed);
  return {
    archive(count) {
      const files: Record<string, string> = {};
      const titles: string[] = [];
      for (let number = 0; number < count; number++) {
        const title = prose.title();
        titles.push(title);
        files[pagePath(number)] = mirrorPage(prose, random, title, number);
      }
      sectionNames.forEach((name, section) => (files[`indexes/${name}.md`] = sectionIndex(titles, section)));
      files['README.md'] = frontPage();
      return files;
    },
    rewritten: (number) => [pagePath(number), mirrorPage(prose, random, prose.title(), number)],
  };
}

function mirrorPage(prose: Prose, random: () => number, title: string, number: number): string {
  const path = pagePath(number);
  const own = `https://git.example/reading/archive/blob/master/${path}`;
  const day = new Date(Date.UTC(2019, 0, 1) + number * 43_200_000).toISOString().slice(0, 10);
  const body = prose.paragraphs(meanTextLength * (0.3 + random() * 1.4)).map((text) => ` <p>\n  ${text}\n </p>`);
  return `### ${title}
${rule}

#### ${navigation}

<div><img alt="${title}" src="https://img.example/${day.slice(0, 7)}/${number}.jpeg"/></div><hr/>

${promotion}

<div><div class="content__wrapper sc-1bvya0-0">
 <p class="meta-top">
  <span class="meta">【河灯社${day}】</span>
 </p>
${body.join('\n')}
</div>
</div>
<hr/>
分享本文：<br/>
${own} <br/>
<a href='${own}'><img src='https://img.example/${path}.png'/></a> <br/>
原文地址：https://news.example/${day.replaceAll('-', '/')}/${number}

${rule}
#### ${navigation}

<img src='https://count.example/${path}' width='0px' height='0px'/>
`;
}

function sectionIndex(titles: readonly string[], section: number): string {
  const entries = titles.flatMap((title, number) =>
    number % sectionNames.length === section ? [`#### [${title}](../${pagePath(number)}) `] : [],
  );
  return `### ${sectionNames[section] ?? ''}\n\n${entries.join('\n\n')}\n`;
}

function frontPage(): string {
  const links = sectionNames.map((name) => `[${name}](indexes/${name}.md)`);
  return `### 山河档案\n\n####  分类：${links.join(' &nbsp;|&nbsp; ')}\n`;
}
