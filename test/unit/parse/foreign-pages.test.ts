import { beforeAll, describe, expect, it } from 'vitest';
import type { PageInput, ParsedArticle } from '#main/parse/parsed-page.ts';
import { pageOf, readFixturePages } from './archive-pages.ts';

/** Everything that a reader of the built site, book or note would read, code marked by the test's own reading of it. */
const bodies: Readonly<Record<string, readonly string[]>> = {
  'docs/01-安装指南.md': [
    '先读这里',
    '安装之前请先备份，再看常见问题。',
    '::: 这一行是代码\nexport PATH="{{ home }}/bin"',
    '准备',
    'Warning',
    '电源要接好。',
    '展开看看',
    '折叠的内容也不能丢。',
    'npm install weir',
    '回到准备，或者按 ctrl+r 重来。这一步“很重要。”请别跳过。',
    'Important',
    '断电会丢失没有保存的笔记。',
    '数量用 n_1 + n_2 表示，门票 $5，茶水 $6。',
    'E = m_1 * c^2',
  ],
  'docs/configuration.md': [
    'Before you begin',
    'Every setting has a default.',
    'depth',
    'width',
    'Tip',
    'The defaults are good.',
    'Linux',
    'weir --depth 3',
    'Windows',
    'Open the window first.',
    'This one has no title.',
    'Depth',
    'How far the gate goes down, in hand widths.',
    'Width',
    'How far it opens',
    'and how long it stays open',
    'The gate is called sluice here.',
    'Next',
    'GATE: a door for water',
  ],
  'docs/components.mdx': [
    'Two ways to open it',
    'Both are safe.',
    'By hand',
    'Turn the wheel slowly.',
    'import Gate from \'./gate\';\nconst tag = <Gate level="low" />;',
    '用电机',
    '按下绿色按钮。',
    'Mind the water',
    'It rises fast.',
    'The gate at noon',
    'Questions The level is low today.',
  ],
  'posts/2022-02-02-hugo.md': [
    'The lock keeper keeps a list.',
    'The lock in March',
    'Slippery',
    'The steps are wet.',
    'fmt.Println("{{ not a tag }}")',
    'www.youtube.com',
    'More in the other note and Read all of it.',
  ],
  'posts/河边札记.md': [
    '堰坝',
    '上一篇见雨后的院子，英文版在这里，目录在首页。',
    'Info',
    '水位以石阶为准。',
    'puts "{{ level }}"',
    '写作 {{ level }} 的地方会换成水位。',
    '结尾一句。',
  ],
  'vault/Water levels.md': [
    'See Tide table and 大潮, or archive/Old notes.',
    '怎么读水尺',
    '先看红线。',
    'The lower mark is what the boatmen call the shoe.',
    '☐ read it again Marks',
    'Marks',
    'Red and white.',
  ],
  'book/chapter-04.md': [
    'How the gate is counted',
    '{{#include ../listings/gate.rs}}',
    'Info',
    'A gate that hangs is a gate that leaks.',
    '上游',
    '水慢。',
    '下游',
    '水快。',
    'https://gate.example/plan',
    'Back to the gate.',
  ],
};

let pages: readonly PageInput[];
beforeAll(async () => {
  pages = await readFixturePages();
});

function articleAt(path: string): ParsedArticle {
  const page = pages.find((candidate) => candidate.path === path);
  const article = page && pageOf(page).article;
  if (!article) throw new Error(`no article ${path}`);
  return article;
}

describe('a page of a manual, a blog, a book or a set of notes', () => {
  it.each(Object.entries(bodies))('%s gives its whole text and none of its syntax', (path, lines) => {
    expect(articleAt(path).text.split('\n')).toEqual(lines.join('\n').split('\n'));
  });

  it('keeps its pictures and the links between its pages', () => {
    expect(articleAt('vault/Water levels.md').links.map(({ url }) => url)).toContain('page:vault/Tide table.md#at-spring-tides');
    expect(articleAt('vault/Water levels.md').pictures).toEqual([{ url: 'vault/gauge.png', alt: '' }]);
    expect(articleAt('posts/河边札记.md').pictures).toEqual([{ url: 'posts/河边札记/weir.jpg', alt: '' }]);
    expect(articleAt('posts/2022-02-02-hugo.md').topics).toEqual(['tools', '水']);
  });
});
