import { expect, test } from '@playwright/test';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGitRepository } from '#test/helpers/git-repository.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const hasPoppler = spawnSync('pdffonts', ['-v']).status !== null;
const headless = process.platform === 'linux' ? ['--ozone-platform=headless', '--disable-gpu', '--log-level=3'] : [];

const rare = '生僻字：龘䶮㐂㙍𠝹；繁體：國學鬱；Latin words, naïve café — Ελληνικά, Кириллица。';
const symbols = '符号：☑ ★ → ① ㎡ ℃；表情：😀 👍 ❤️。';
const paragraph =
  '灯塔在黄昏时分点亮，“渔船”（一共七艘）沿着海岸线返回；孩子们说：“看，那边！”于是所有人都望向远处，直到天色完全暗下来为止。';
const table =
  '| 年份 | 说明 | 数 |\n| --- | --- | --- |\n| 2020 | 很长很长的说明文字需要换行才能放得下 | 1 |\n| 2021 | short | 2 |\n';
const code =
  '```\nconst address = "https://example.org/a/very/long/address/that/has/to/be/wrapped/somewhere/because/it/does/not/fit";\n// 注释\n```\n';

/** The pages of a small archive: the first with everything that is hard to print, the second with a link to it, the third Traditional. */
const pages: Readonly<Record<string, string>> = {
  'pages/1.md': `# 灯塔“第一”篇\n\n## 小标题\n\n${rare}\n\n${symbols}\n\n${`${paragraph}\n\n`.repeat(30)}\n\n${table}\n${code}\n[外面](https://example.org/outside)\n`,
  'pages/2.md': `# 第二篇\n\n${paragraph}\n\n[第一篇](1.md)\n\n${paragraph}\n`,
  'pages/3.md': `# 燈塔與漁船\n\n${'燈塔在黃昏時分點亮，「漁船」沿著海岸線返回；孩子們說：『看，那邊！』'.repeat(12)}\n`,
};

let folder: string;

/** The command as the package has it: the program itself, without a display. */
function run(...words: readonly string[]): { readonly status: number | null; readonly output: string } {
  const electron = process.env['OFFPRINT_ELECTRON'];
  if (!electron) throw new Error('OFFPRINT_ELECTRON is not set: run the tests with `npm test`');
  const machine = (JSON.parse(process.env['OFFPRINT_ELECTRON_ARGS'] ?? '[]') as readonly string[]).filter(
    (word) => word === '--no-sandbox',
  );
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    electron,
    [...headless, ...machine, projectRoot, '--library', path.join(folder, 'library'), ...words],
    { env: { ...env, LANG: 'en_US.UTF-8' }, encoding: 'utf8', timeout: 60_000 },
  );
  return { status, output: `${stdout}${stderr}` };
}

function exported(name: string, ...words: readonly string[]): string {
  const file = path.join(folder, name);
  const { status, output } = run('export', ...words, '-o', file);
  if (status !== 0) throw new Error(output);
  return file;
}

const tool = (name: string, ...words: readonly string[]): string => execFileSync(name, [...words], { encoding: 'utf8' });
const flat = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\uFE0E\uFE0F\u200D]+/gu, '');

test.beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'export-pdf-'));
  const repository = createGitRepository(path.join(folder, 'harbour.git'));
  repository.commit(pages);
  for (const words of [
    ['add', repository.directory],
    ['sync', '--no-pictures'],
  ]) {
    const { status, output } = run(...words);
    if (status !== 0) throw new Error(output);
  }
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.describe('a PDF', () => {
  test.skip(!hasPoppler, 'poppler-utils are not here');

  test('has every character of the article, in order, in embedded fonts that are no drawings', () => {
    const file = exported('one.pdf', 'harbour:pages/1.md', '--no-header', '--no-footer');
    const printed = flat(tool('pdftotext', '-raw', file, '-'));
    const text = flat(run('show', 'harbour:pages/1.md').output);
    expect([...new Set(text)].filter((character) => !printed.includes(character))).toEqual([]);
    for (const line of [rare, paragraph]) expect(printed).toContain(flat(line));
    const fonts = tool('pdffonts', file).split('\n').slice(2).filter(Boolean);
    expect(fonts.filter((font) => font.includes('Type 3'))).toEqual([]);
    expect(fonts.filter((font) => !/\byes\s+(?:yes|no)\s+yes\s+\d+\s+\d+$/u.test(font.trim()))).toEqual([]);
  });

  test('says what it is, and nothing of the program’s version, the machine or the time', () => {
    const info = tool('pdfinfo', exported('one.pdf', 'harbour:pages/1.md'));
    expect(info).toMatch(/^Title:\s+灯塔“第一”篇$/mu);
    expect(info).toMatch(/^Tagged:\s+yes$/mu);
    expect(info).toMatch(/^Page size:.*A4/mu);
    expect(info).toMatch(/^Creator:\s+Offprint$/mu);
    expect(info).not.toMatch(/^(?:Producer|CreationDate|ModDate):/mu);
    expect(readFileSync(path.join(folder, 'one.pdf')).toString('latin1')).not.toMatch(/Mozilla|Skia|Electron/u);
    expect(tool('pdfinfo', exported('day.pdf', 'harbour:pages/1.md', '--with-day'))).toMatch(/^CreationDate:.* 00:00:00 /mu);
  });

  test('has the same bytes for the same article', () => {
    const [one, other] = ['a.pdf', 'b.pdf'].map((name) => readFileSync(exported(name, '--archive', 'harbour')));
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
  });

  test('comes on the paper that is wished', () => {
    for (const [paper, size] of [
      ['letter', /612 x 792/u],
      ['a5', /4(?:19\.\d+|20) x 59[45]/u],
      ['e-reader', /29[78](?:\.\d+)? x 39[67]/u],
    ] as const)
      expect(tool('pdfinfo', exported(`${paper}.pdf`, 'harbour:pages/2.md', '--paper', paper))).toMatch(size);
  });

  test('of several articles has a cover, contents with the right pages, and links that lead to the articles', () => {
    const file = exported('all.pdf', 'harbour:pages/1.md', 'harbour:pages/2.md', 'harbour:pages/3.md');
    const text = tool('pdftotext', '-layout', file, '-').split('\f');
    const pageOf = (title: string): number =>
      text.findIndex((page, at) => at > 1 && flat(page).includes(flat(title)) && /Sept|202\d/u.test(page)) + 1;
    const contents = text[1] ?? '';
    for (const title of ['灯塔“第一”篇', '第二篇', '燈塔與漁船']) {
      const line = contents.split('\n').find((one) => flat(one).startsWith(flat(title))) ?? '';
      expect(Number(/(\d+)\s*$/u.exec(line)?.[1])).toBe(pageOf(title));
    }
    const destinations = tool('pdfinfo', '-dests', file);
    expect(destinations.match(/"a\d"/gu)?.toSorted()).toEqual(['"a1"', '"a2"', '"a3"']);
    expect(tool('pdfinfo', '-url', file)).toContain('https://example.org/outside');
  });
});

test('an article that is not there is reported and the rest is written; nothing is left where nothing could be', () => {
  const { status, output } = run(
    'export',
    'harbour:pages/2.md',
    'harbour:gone.md',
    '--format',
    'pdf',
    '-o',
    path.join(folder, 'rest.pdf'),
  );
  expect(status).toBe(0);
  expect(output).toContain('harbour:gone.md');
  expect(existsSync(path.join(folder, 'rest.pdf'))).toBe(true);
  const none = run('export', 'harbour:gone.md', '--format', 'pdf', '-o', path.join(folder, 'none.pdf'));
  expect(none.status).toBe(1);
  expect(run('export', 'harbour:pages/2.md', '-o', path.join(folder, 'library', 'reader.db', 'x.pdf')).status).toBe(1);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part') || name === 'none.pdf')).toEqual([]);
});
