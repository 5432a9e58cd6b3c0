import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runExport } from '#main/export/run-export.ts';
import { defaultExportOptions } from '#preload/contract/export-types.ts';
import { exportTools, type SourceArticle, sourceOf } from '#test/helpers/export-source.ts';

const checker = '/usr/share/java/epubcheck.jar';
const hasChecker = existsSync(checker) && spawnSync('java', ['-version']).status === 0;
const webp = { type: 'webp', bytes: Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64') };

const articles: readonly SourceArticle[] = [
  {
    id: 'news:1.md',
    title: 'A & <B>\u0008',
    html:
      '<h2 id="at-x">开头</h2><p align="center">甲&nbsp;乙<br>丙 <big>大</big> <a href="#at-x">上面</a> <a href="page:2.md">下一篇</a> ' +
      '<a href="https://example.org/a|b#c#d">外面</a></p><p><img data-picture="0" alt="灯"></p>' +
      '<table><thead><tr><th align="right">数</th></tr></thead><tbody><tr><td colspan="1">1</td></tr></tbody></table>' +
      '<p><time datetime="昨天">昨天</time> <ruby>汉<rt>hàn</rt></ruby></p><p data-embed="video"><a href="https://v.example/1">影片</a></p>',
    pictures: [webp],
    links: { 'page:2.md': 'news:2.md' },
  },
  { id: 'news:2.md', title: '第二篇', language: 'zh-Hant', html: '<p>沒有圖片<img data-picture="9" alt=""></p>' },
  { id: 'news:3.md', title: 'Third', language: 'und', html: '<blockquote><p>Plain.</p></blockquote><hr>' },
];

async function writeBook(name: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'epub-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const target = path.join(folder, name);
  const options = defaultExportOptions('epub');
  await runExport(
    { selection: { kind: 'scope', scope: { kind: 'all' } }, options, target, fallbackTitle: '汇编' },
    exportTools(sourceOf(articles)),
  );
  return target;
}

const entry = (file: string, name: string): string => execFileSync('unzip', ['-p', file, name]).toString();

describe('EPUB', () => {
  it('begins with its kind, stored as it is, as readers of books look for it', async () => {
    const bytes = readFileSync(await writeBook('a.epub'));
    expect(bytes.subarray(30, 58).toString('latin1')).toBe('mimetypeapplication/epub+zip');
  });

  it('has the same bytes for the same articles', async () => {
    expect(readFileSync(await writeBook('a.epub')).equals(readFileSync(await writeBook('b.epub')))).toBe(true);
  });

  it.skipIf(spawnSync('unzip', ['-v']).status !== 0)('lists every article once, and nothing that would be fetched', async () => {
    const file = await writeBook('a.epub');
    expect([...entry(file, 'OEBPS/nav.xhtml').matchAll(/<li><a href="a\d\.xhtml"/gu)]).toHaveLength(3);
    expect(entry(file, 'OEBPS/package.opf')).not.toMatch(/href="https?:/u);
    expect(entry(file, 'OEBPS/a1.xhtml')).toContain('href="a2.xhtml"');
  });

  it.skipIf(!hasChecker)('is without fault to epubcheck', { timeout: 240_000 }, async () => {
    const { status, stdout, stderr } = spawnSync('java', ['-jar', checker, await writeBook('a.epub')], { encoding: 'utf8' });
    expect({ status, faults: `${stdout}${stderr}`.match(/(?:ERROR|WARNING|FATAL).*/gu) ?? [] }).toEqual({
      status: 0,
      faults: [],
    });
  });
});
