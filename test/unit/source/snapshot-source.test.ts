import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createGitRepository } from '#test/helpers/git-repository.ts';
import { createMemoryLibrary } from '#test/helpers/memory-library.ts';
import { longPage } from './git-test-bed.ts';
import { readSource } from './read-source.ts';
import { paxRecord, tarFile } from './tar-file.ts';
import { useTemporaryFolder } from './temporary-folder.ts';
import { zipFile } from './zip-file.ts';

const folder = useTemporaryFolder();
const files = {
  'README.md': '# Hello',
  'pages/a/1.md': longPage(1, 30),
  'pages/新闻/二.md': '二',
  'pages/a/1.md.png': 'not a page',
  [`pages/${'long/'.repeat(50)}name.md`]: 'deep',
};

function archiveOf(format: string, prefix: string): { readonly path: string; readonly repositoryPath: string } {
  const repositoryPath = join(folder.path, 'repository.git');
  const repository = createGitRepository(repositoryPath);
  repository.commit({ ...files, 'link.md': { symlink: 'README.md' } }, { atSeconds: 1_600_000_000 });
  const path = join(folder.path, `archive.${format}`);
  repository.git('archive', `--format=${format}`, `--prefix=${prefix}`, `--output=${path}`, 'HEAD');
  return { path, repositoryPath };
}

describe('a snapshot as an origin', () => {
  it.each(['zip', 'tar', 'tar.gz'])('(%s) has the pages of the repository under their paths and ids', async (format) => {
    const { path, repositoryPath } = archiveOf(format, 'repository-main/');
    const [snapshot, repository] = [await readSource(path), await readSource(repositoryPath)];
    expect(snapshot.pages.size).toBe(4);
    expect(Object.fromEntries(snapshot.pages)).toStrictEqual(Object.fromEntries(repository.pages));
    expect(Object.fromEntries(snapshot.oids)).toStrictEqual(Object.fromEntries(repository.oids));
    expect(snapshot.headDay).toBe('2020-09-13');
    expect(folder.leftovers()).toStrictEqual([]);
  });

  it('may have no folder at its top', async () => {
    const { pages } = await readSource(archiveOf('zip', '').path);
    expect(pages.get('README.md')).toBe('# Hello');
  });

  it('has the same head as another of the same pages, in whatever way they are packed', async () => {
    for (const [path, text] of Object.entries(files)) {
      const location = join(folder.path, 'plain', path);
      mkdirSync(dirname(location), { recursive: true });
      writeFileSync(location, text);
    }
    const heads = [
      await readSource(archiveOf('zip', 'repository-main/').path),
      await readSource(archiveOf('tar.gz', 'other-name/').path.replace('.tar.gz', '.zip')),
      await readSource(join(folder.path, 'plain')),
    ].map(({ head }) => head);
    expect(new Set(heads).size).toBe(1);
  });

  it('keeps the articles of a library that was synced from Git, and the other way round', async () => {
    const { path, repositoryPath } = archiveOf('tar.gz', 'repository-main/');
    const library = createMemoryLibrary();
    await library.sync(repositoryPath);
    expect((await library.sync(path)).batches.flat()).toStrictEqual([]);
    expect((await library.sync(repositoryPath)).batches.flat()).toStrictEqual([]);
    expect(library.files.size).toBe(4);
  });

  it('hands pages out in the order wanted, whatever their order in the file', async () => {
    const path = folder.write('a.tar', tarFile(['c', 'a', 'b'].map((name) => ({ name: `${name}.md`, content: name }))));
    expect([...(await readSource(path)).pages.keys()]).toStrictEqual(['a.md', 'b.md', 'c.md']);
  });

  it('reports a page that is too large, and one that Git LFS keeps elsewhere', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`;
    const members = [
      { name: 'a.md', content: 'one' },
      { name: 'large.md', content: longPage(1, 100) },
      { name: 'pointer.md', content: pointer },
    ];
    for (const path of [folder.write('a.zip', zipFile(members)), folder.write('a.tar', tarFile(members))]) {
      const { pages, skipped } = await readSource(path, { maximumFileBytes: 50_000 });
      expect([...pages.keys()]).toStrictEqual(['a.md']);
      expect(skipped).toMatchObject([
        { entry: { path: 'large.md' }, code: 'page-too-large' },
        { entry: { path: 'pointer.md' }, code: 'page-unreadable', message: expect.stringContaining('LFS') as unknown },
      ]);
    }
  });

  it('is told by what it holds, not by its name', async () => {
    const path = folder.write('archive.zip', gzipSync(tarFile([{ name: 'a.md', content: 'one' }])));
    expect((await readSource(path)).pages.get('a.md')).toBe('one');
    const other = folder.write('other.zip', '<p>not found</p>');
    await expect(readSource(other)).rejects.toMatchObject({ code: 'origin-not-understood' });
    await expect(readSource(join(folder.path, 'missing.zip'))).rejects.toMatchObject({ code: 'origin-not-found' });
  });
});

describe('names in a snapshot', () => {
  const gbk = Buffer.from([0xd0, 0xc2, 0xce, 0xc5, 0x2e, 0x6d, 0x64]);
  const unsafe = ['../up.md', 'a/../../up.md', '/absolute.md', 'C:/windows.md', 'a\0b.md', '.git/config.md', 'x/.GIT/y.md'];

  it('that lead elsewhere are passed over', async () => {
    const members = ['good.md', 'pages/good.md', ...unsafe].map((name) => ({ name, content: name }));
    const zip = await readSource(folder.write('a.zip', zipFile(members)));
    const tar = await readSource(folder.write('a.tar', tarFile(members.filter(({ name }) => !name.includes('\0')))));
    for (const { pages } of [zip, tar]) expect([...pages.keys()]).toStrictEqual(['good.md', 'pages/good.md']);
  });

  it('without end are passed over', async () => {
    const endless = `${'a/'.repeat(100_000)}b.md`;
    const tar = tarFile([
      { name: 'x', flag: 'L', content: endless },
      { name: 'cut', content: 'one' },
      { name: 'a.md', content: 'two' },
    ]);
    expect([...(await readSource(folder.write('a.tar', tar))).pages.keys()]).toStrictEqual(['a.md']);
  });

  it('are kept where only some system could not write them', async () => {
    const names = ['con.md', 'a\nb?:*.md', 'News.md', 'news.md', ' .md'];
    const members = names.map((name) => ({ name, content: name }));
    const zip = await readSource(folder.write('a.zip', zipFile(members)));
    const tar = await readSource(folder.write('a.tar', tarFile(members)));
    for (const { pages } of [zip, tar]) expect([...pages.keys()].toSorted()).toStrictEqual(names.toSorted());
  });

  it('may be of an old Chinese system', async () => {
    const members = [{ name: gbk, content: 'one' }];
    for (const path of [folder.write('a.zip', zipFile(members)), folder.write('a.tar', tarFile(members))])
      expect([...(await readSource(path)).pages.keys()]).toStrictEqual(['新闻.md']);
  });

  it('may be written with backslashes, but only on a system that does so', async () => {
    const windows = await readSource(
      folder.write(
        'a.zip',
        zipFile([
          { name: 'x\\a.md', content: '1' },
          { name: 'b.md', content: '2' },
        ]),
      ),
    );
    expect([...windows.pages.keys()]).toStrictEqual(['b.md', 'x/a.md']);
    const unix = await readSource(folder.write('b.zip', zipFile([{ name: 'x\\a.md', content: '1', mode: 0o100644 }])));
    expect([...unix.pages.keys()]).toStrictEqual(['x\\a.md']);
  });

  it('of links and devices are not files', async () => {
    const zip = zipFile([
      { name: 'a.md', content: 'one', mode: 0o100644 },
      { name: 'link.md', content: '/etc/passwd', mode: 0o120777 },
      { name: 'device.md', content: '', mode: 0o020666 },
    ]);
    const tar = tarFile([
      { name: 'a.md', content: 'one' },
      ...['1', '2', '3', '4', '6'].map((flag) => ({ name: `${flag}.md`, flag })),
    ]);
    for (const path of [folder.write('a.zip', zip), folder.write('a.tar', tar)])
      expect([...(await readSource(path)).pages.keys()]).toStrictEqual(['a.md']);
  });

  it('that come twice are those of the first', async () => {
    const members = ['first', 'second'].map((content) => ({ name: 'a.md', content }));
    for (const path of [folder.write('a.zip', zipFile(members)), folder.write('a.tar', tarFile(members))])
      expect((await readSource(path)).pages.get('a.md')).toBe('first');
  });

  it('may be too long for a tar header, in the way of GNU and of POSIX', async () => {
    const long = `${'folder/'.repeat(30)}新闻.md`;
    const tar = tarFile([
      { name: '././@LongLink', flag: 'L', content: `${long}\0` },
      { name: 'cut', content: 'one' },
      { name: 'pax', flag: 'x', content: paxRecord('path', `other/${long}`) + paxRecord('size', '3') },
      { name: 'cut', content: 'two', announcedBytes: 0 },
      { name: 'last.md', content: 'three' },
    ]);
    const { pages } = await readSource(folder.write('a.tar', tar));
    expect(pages).toStrictEqual(
      new Map([
        [long, 'one'],
        ['last.md', 'three'],
        [`other/${long}`, 'two'],
      ]),
    );
  });

  it('do not count as the folder at the top where a system added them', async () => {
    const members = ['news/a.md', '__MACOSX/news/._a.md', 'news/b.md'].map((name) => ({ name, content: name }));
    const { pages } = await readSource(folder.write('a.zip', zipFile(members)));
    expect([...pages.keys()]).toEqual(expect.arrayContaining(['a.md', 'b.md']));
  });
});
