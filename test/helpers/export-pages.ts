/** Everything that is hard to print: one of them stands in each article, in turn. */
const hardParts: readonly string[] = [
  '生僻字：龘䶮㐂㙍𠝹，𠮷野家的“𠮷”，𠀀、𡃁、𤭢、𠜎、𪚥、𨭎、𠱸、𣎴；丷亍兀囧。',
  '繁體：國學、鬱金香、龍龜、臺灣、憂鬱的烏龜；『引號』與「引號」。',
  'Latin words in between 中文 and 日本語のかな、カタカナ; naïve café, Ångström, œuvre — Ελληνικά, Кириллица, Tiếng Việt.',
  '表情：😀👍❤️🎉🚀🐢，符号：☑ ★ → ① ㎡ ℃ ½ × ÷ ≤ ∞ ♪ ☂ ⚠。',
  '| 年份 | 说明 | 数 |\n| --- | --- | ---: |\n| 2020 | 很长很长的说明文字需要换行才能放得下，而且还要再长一些，好让表格里的一格有好几行 | 12,345.67 |\n| 2021 | short words and aVeryLongWordThatHasNoBreakAnywhereInItAndGoesOnAndOnAndOnUntilItIsOver | 2 |',
  '```\nconst address = "https://example.org/a/very/long/address/that/has/to/be/wrapped/somewhere/because/it/does/not/fit/on/one/line";\nif (a < b && b > c) { return `x`; } // 注释与代码\n```',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsdonaudampfschifffahrtsgesellschaftskapitän 然后是中文。',
  '灯塔建于一八七三年。<sup>1</sup> 一九三五年重修。<sup>2</sup>\n\n<sup>1</sup> 《港口志》卷三，第四十二页。\n\n<sup>2</sup> 同上，第五十页；水的化学式是 H<sub>2</sub>O。',
  '希伯来文：שלום עולם，阿拉伯文：مرحبا，韩文：안녕하세요。',
  '> 引文第一行：“看，那边！”\n>\n> 引文第二行。\n\n1. 第一项\n2. 第二项\n   - 内层甲\n   - 内层乙\n\n**粗体的字**与*强调的字*，还有`代码`。',
];

const sentences: readonly string[] = [
  '灯塔在黄昏时分点亮，“渔船”（一共七艘）沿着海岸线返回；孩子们说：“看，那边！”于是所有人都望向远处，直到天色完全暗下来为止。',
  '老人坐在门口修补渔网，一边说起《旧港纪事》里的往事，一边数着归来的船只……“少了一艘吗？”“没有，都在。”',
  '第二天清晨，雾气还没有散去，市场上已经有人叫卖：鱼、虾、蟹，应有尽有！价钱比去年（2019年）贵了百分之三十左右。',
];

const prose = (seed: number, count: number): string =>
  Array.from({ length: count }, (_, at) => (sentences[(seed + at) % sentences.length] ?? '').repeat(1 + ((seed + at) % 3))).join(
    '\n\n',
  );

/** The Markdown of so many articles of an archive, by path; `pictureUrl` is shown, with a caption, in each tenth. */
export function exportPages(count: number, pictureUrl: (number: number) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const number = at + 1;
      const hard = hardParts[at % hardParts.length] ?? '';
      const picture = number % 10 === 0 ? `\n\n![图${number}：港口](${pictureUrl(number)})\n\n图${number}：清晨的港口` : '';
      const links = `[外面](https://example.org/outside/${number}) 与 [另一处](https://example.org/shared?a=1&b=2)`;
      const body = [prose(at, 2 + (at % 4)), '## 小标题', hard, prose(at + 1, 2 + (at % 5)), links].join('\n\n');
      return [`pages/${number}.md`, `# 第${number}篇：灯塔与“渔船”\n\n${body}${picture}\n`];
    }),
  );
}
