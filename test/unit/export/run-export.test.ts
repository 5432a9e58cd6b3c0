import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { runExport } from '#main/export/run-export.ts';
import { parsePage } from '#main/parse/parse-page.ts';
import {
  defaultExportOptions,
  type ExportFormat,
  type ExportOptions,
  type ExportReport,
} from '#preload/contract/export-types.ts';
import { exportTools, type SourceArticle, sourceOf } from '#test/helpers/export-source.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const picture = { type: 'png', bytes: png };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'export-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

interface Given extends Partial<ExportOptions> {
  readonly format: ExportFormat;
  readonly target?: string;
}

function run(articles: readonly SourceArticle[], { target = 'out', ...options }: Given): Promise<ExportReport> {
  return runExport(
    {
      selection: { kind: 'articles', ids: articles.map(({ id }) => id) },
      options: { ...defaultExportOptions(options.format), ...options },
      target: path.join(folder, target),
      fallbackTitle: '汇编',
    },
    exportTools(sourceOf(articles)),
  );
}

const written = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const many = (count: number): SourceArticle[] =>
  Array.from({ length: count }, (_, at) => ({ id: `news:${at + 1}.md`, title: `第${at + 1}篇` }));

describe('what is written', () => {
  it('splits a combined document into volumes of the same size', async () => {
    const { files } = await run(many(7), { format: 'text', target: 'all.txt', articlesPerVolume: 3 });
    expect(files.map((file) => path.basename(file))).toEqual(['all 1.txt', 'all 2.txt', 'all 3.txt']);
    expect(written('all 3.txt')).toContain('第7篇');
  });

  it('gives each article a file of its own, named after it and never twice', async () => {
    const articles = [
      { id: 'news:1.md', title: 'A/B' },
      { id: 'news:2.md', title: 'a/b' },
    ];
    await run(articles, { format: 'text', arrangement: 'separate', fileNames: '{date} {title}' });
    expect(readdirSync(path.join(folder, 'out')).toSorted()).toEqual(['2021-05-03 A／B.txt', '2021-05-03 a／b (2).txt']);
  });

  it('reports an article that cannot be read and writes the rest', async () => {
    const articles = [{ id: 'news:1.md' }, { id: 'news:2.md', title: '旧闻', isDamaged: true }, { id: 'news:3.md' }];
    const { articles: count, failed } = await run(articles, { format: 'text', target: 'all.txt' });
    expect(count).toBe(2);
    const failure = expect.objectContaining({ code: 'library-damaged' }) as unknown;
    expect(failed).toEqual([{ id: 'news:2.md', title: '旧闻', failure }]);
    expect(written('all.txt')).toContain('news:3.md');
  });

  it('leaves out an article that cannot be written, and numbers the others anew', async () => {
    const source = sourceOf(many(9));
    const broken = new Set(['news:3.md', 'news:8.md']);
    const failing: typeof source = {
      ...source,
      read: (id) => {
        const article = source.read(id);
        if (!broken.has(id)) return article;
        return {
          ...article,
          get text(): string {
            throw new Error(`${id} breaks the writer`);
          },
        };
      },
    };
    const request = {
      selection: { kind: 'articles', ids: many(9).map(({ id }) => id) },
      options: { ...defaultExportOptions('text') },
      target: path.join(folder, 'all.txt'),
      fallbackTitle: '汇编',
    } as const;
    const report = await runExport(request, exportTools(failing));
    expect(report).toMatchObject({ articles: 7, endedBy: null, failed: [{ id: 'news:3.md' }, { id: 'news:8.md' }] });
    expect(report.failed[0]?.failure.message).toBe('news:3.md breaks the writer');
    expect(written('all.txt')).toContain('第9篇');
    expect(written('all.txt')).not.toContain('第3篇');
    expect(readdirSync(folder)).toEqual(['all.txt']);
  });

  it('names the files that are whole where it is cancelled, and leaves nothing half-written', async () => {
    const stop = new AbortController();
    let passes = 0;
    const pass = (): Promise<void> => {
      passes += 1;
      if (passes === 5) stop.abort();
      return Promise.resolve();
    };
    const tools = exportTools(sourceOf(many(6)), { signal: stop.signal, pass });
    const request = {
      selection: { kind: 'articles', ids: many(6).map(({ id }) => id) },
      options: { ...defaultExportOptions('text'), arrangement: 'separate', fileNames: '{number}' },
      target: path.join(folder, 'out'),
      fallbackTitle: '汇编',
    } as const;
    const { files, endedBy } = await runExport(request, tools);
    expect(endedBy).toMatchObject({ code: 'cancelled' });
    expect(files.map((file) => path.basename(file))).toEqual(['1.txt', '2.txt']);
    expect(readdirSync(path.join(folder, 'out')).toSorted()).toEqual(['1.txt', '2.txt']);
  });

  it('fails where nothing at all can be written', async () => {
    await expect(run([{ id: 'news:1.md', isDamaged: true }], { format: 'text' })).rejects.toMatchObject({
      code: 'library-damaged',
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a place that takes nothing', () => {
  it('is named, and keeps no half file', async () => {
    mkdirSync(path.join(folder, 'taken.html'));
    await expect(run(many(2), { format: 'html', target: 'taken.html' })).rejects.toMatchObject({ code: 'place-not-writable' });
    expect(readdirSync(folder)).toEqual(['taken.html']);
  });

  it.skipIf(process.getuid?.() === 0)('is a folder without permission', async () => {
    chmodSync(folder, 0o500);
    await expect(run(many(1), { format: 'epub', target: 'a.epub' })).rejects.toMatchObject({ code: 'place-not-writable' });
  });

  it('leaves what stood there before a cancelled export', async () => {
    await run(many(1), { format: 'text', target: 'all.txt' });
    const before = written('all.txt');
    const controller = new AbortController();
    controller.abort();
    const request = {
      selection: { kind: 'articles', ids: ['news:1.md'] } as const,
      options: defaultExportOptions('text'),
      fallbackTitle: '',
    };
    const tools = exportTools(sourceOf(many(1)), { signal: controller.signal });
    await expect(runExport({ ...request, target: path.join(folder, 'all.txt') }, tools)).rejects.toThrow();
    expect(written('all.txt')).toBe(before);
    expect(readdirSync(folder)).toEqual(['all.txt']);
  });
});

const rich: SourceArticle = {
  id: 'news:rich.md',
  title: '一盏“灯” & <门>',
  html:
    '<h2>开头</h2><p>甲&nbsp;乙<a href="page:other.md">别处</a>和<a href="https://example.org/?a=1&amp;b=%">外面</a></p>' +
    '<figure><img data-picture="0" alt="灯"><figcaption>灯</figcaption></figure><ul><li>一</li><li>二</li></ul>' +
    '<pre><code>const a = 1;\nconst b = 2;</code></pre>',
  text: '开头\n甲\u00A0乙别处和外面\n灯\n一\n二\nconst a = 1;\nconst b = 2;',
  originalUrl: 'https://example.org/rich',
  pictures: [picture],
  links: { 'page:other.md': 'news:other.md' },
};
const other: SourceArticle = { id: 'news:other.md', title: '别处' };

describe('HTML', () => {
  it('is one file that loads nothing: pictures stand in it and its policy forbids requests', async () => {
    await run([rich, other], { format: 'html', target: 'a.html' });
    const html = written('a.html');
    const loaded = [...html.matchAll(/\s(?:src|srcset|data|poster)="([^"]*)"|url\(([^)]*)\)/gu)].map(
      ([, one, two]) => one ?? two ?? '',
    );
    expect(loaded).toHaveLength(1);
    expect(loaded[0]).toMatch(/^data:image\/png;base64,/u);
    expect(html).not.toMatch(/<(?:script|link|iframe|object|embed)\b/u);
    expect(html).toContain('default-src &#39;none&#39;'.replaceAll('&#39;', "'"));
  });

  it('leads from one article to another that is in the file, and out of it by the address', async () => {
    await run([rich, other], { format: 'html', target: 'a.html' });
    const html = written('a.html');
    expect(html).toContain('<a href="#a2">别处</a>');
    expect(html).toContain('<article id="a2"');
    expect(html).toContain('href="https://example.org/?a=1&amp;b=%25"');
  });

  it('keeps the words of a link whose article is not in the file', async () => {
    await run([rich], { format: 'html', target: 'a.html' });
    expect(written('a.html')).toContain('<a>别处</a>');
  });
});

describe('Markdown', () => {
  it('is read again as the same article', async () => {
    await run([rich], { format: 'markdown', target: 'a.md' });
    const bytes = readFileSync(path.join(folder, 'a.md'));
    const page = parsePage({ path: 'pages/a.md', bytes, fallbackDay: '2020-01-01' });
    expect(page).toMatchObject({ ok: true });
    const article = page.ok ? page.page.article : null;
    expect(article?.title).toBe(rich.title);
    expect(article?.publishedOn).toBe('2021-05-03');
    expect(article?.text.replaceAll(/\s+/gu, '')).toBe(rich.text?.replaceAll(/\s+/gu, ''));
  });

  it('has its pictures in a folder beside it, and no folder where there are none', async () => {
    await run([rich], { format: 'markdown', target: 'a b.md' });
    const name = /\((a%20b\.pictures\/[^)]+)\)/u.exec(written('a b.md'))?.[1] ?? '';
    expect(readFileSync(path.join(folder, decodeURI(name)))).toEqual(png);
    await run([other], { format: 'markdown', target: 'c.md' });
    expect(readdirSync(folder)).not.toContain('c.pictures');
  });
});

describe('plain text', () => {
  it('holds the title, what is known, the text and the address', async () => {
    await run([rich], { format: 'text', target: 'a.txt' });
    expect(written('a.txt')).toBe(`${rich.title}\n晨报 · 2021年5月3日\n\n${rich.text}\n\n原文： https://example.org/rich\n`);
  });
});
