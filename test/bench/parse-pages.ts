import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isPagePath } from '#main/parse/page-path.ts';
import type { PageInput } from '#main/parse/parsed-page.ts';
import { makeRandom, pick } from '#test/helpers/generated-text.ts';
import { createProse, type Prose } from './generated-prose.ts';
import { createMirrorPages } from './mirror-pages.ts';

export interface BenchPage {
  readonly path: string;
  readonly text: string;
}

const largeSize = 2_000_000;
export const fallbackDay = '2022-03-01';

/** As a mirror of news sites publishes them: markup of the publisher between rows of the mirror. */
export function mirrorPages(count: number): readonly BenchPage[] {
  return Object.entries(createMirrorPages(1).archive(count))
    .filter(([path]) => path.startsWith('pages/'))
    .map(([path, text]) => ({ path, text }));
}

/** As a weekly in plain Markdown has them: headings, numbered paragraphs, pictures, links, quotations; of about so many bytes. */
export function weeklyPages(count: number, bytes: number): readonly BenchPage[] {
  const random = makeRandom(2);
  const prose = createProse(2);
  return Array.from({ length: count }, (_unused, number) => {
    const parts = [`# ${prose.title()}\n`];
    let size = 0;
    for (let part = 1; size < bytes; part++) {
      const text = weeklyPart(prose, random, part);
      size += Buffer.byteLength(text);
      parts.push(text);
    }
    return { path: `docs/issue-${number}.md`, text: parts.join('\n') };
  });
}

function weeklyPart(prose: Prose, random: () => number, part: number): string {
  const address = `https://site.example/${prose.latin[part % prose.latin.length] ?? ''}/${part}_${Math.floor(random() * 1e6)}.html`;
  const [text = '', other = ''] = prose.paragraphs(160);
  const kinds = [
    `${part}、[${prose.title()}](${address})（中文）\n\n${text}\n`,
    `![](https://img.example/2021/bg${part}.jpg)\n\n${text}\n`,
    `- ${text}\n- **${prose.title()}**：${other}\n`,
    `> ${text}\n>\n> -- [${prose.title()}](${address})\n`,
    `${text}\`code_${part}\`，${other}\n`,
  ];
  return part % 9 === 0 ? `## ${prose.title()}\n` : pick(random, kinds);
}

/** Two megabytes each, of five kinds. */
export function largePages(): Readonly<Record<string, BenchPage>> {
  const markup = mirrorPages(40)
    .map(({ text }) => text.slice(text.indexOf('<div>'), text.indexOf('分享本文')))
    .join('\n');
  const chinese = createProse(3).paragraphs(40_000).join('\n\n');
  const sentence = 'The ferry was late that morning, and the lamps along the harbour were still lit when it came in. ';
  return {
    'markup of a mirror': largePage('pages/a/1.md', markup),
    'an HTML page': largePage('pages/a/1.html', `<!doctype html><title>One</title><body>\n${markup}`),
    'Markdown of a weekly': largePage('docs/a.md', weeklyPages(1, 200_000)[0]?.text ?? ''),
    'Chinese prose': largePage('docs/b.md', chinese),
    'English prose': largePage('docs/c.md', sentence.repeat(12)),
  };
}

function largePage(path: string, piece: string): BenchPage {
  const copies = Math.ceil(largeSize / (Buffer.byteLength(piece) + 2));
  const text = Array.from({ length: copies }, () => piece).join('\n\n');
  return { path, text: Buffer.from(text).subarray(0, largeSize).toString('utf8') };
}

/** The pages of the fixture archive as they lie in this repository, from whose root benchmarks run. */
export async function fixturePages(): Promise<readonly PageInput[]> {
  const folder = join(process.cwd(), 'test', 'fixtures', 'news-archive');
  const paths = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/')).filter(isPagePath);
  return Promise.all(paths.toSorted().map(async (path) => ({ path, bytes: await readFile(join(folder, path)), fallbackDay })));
}
