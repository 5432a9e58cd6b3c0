import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createGitRepository, type GitRepository } from '#test/helpers/git-repository.ts';
import { createMemoryLibrary } from '#test/helpers/memory-library.ts';
import { longPage, noise } from './git-test-bed.ts';
import { failureOf, readSource } from './read-source.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();

function makeRepository(objectFormat: 'sha1' | 'sha256' = 'sha1'): GitRepository {
  const repository = createGitRepository(join(folder.path, 'news.git'), { objectFormat });
  repository.commit({ 'old.md': 'gone since', 'pages/1.md': longPage(1, 40) });
  repository.commit(
    { 'old.md': null, 'pages/1.md': `${longPage(1, 40)} changed`, 'pages/二.md': '二' },
    { atSeconds: 1_600_000_000 },
  );
  return repository;
}

function bundleOf(repository: GitRepository, ...words: string[]): string {
  const path = join(folder.path, 'news.bundle');
  repository.git(
    'bundle',
    'create',
    '--quiet',
    ...words.filter((word) => word.startsWith('--version')),
    path,
    ...words.filter((word) => !word.startsWith('--version')),
  );
  return path;
}

describe('a Git bundle as an origin', () => {
  it.each([
    ['--version=2', 'sha1'],
    ['--version=3', 'sha1'],
    ['--version=3', 'sha256'],
  ] as const)('(%s, %s) gives the pages of its HEAD', async (version, objectFormat) => {
    const repository = makeRepository(objectFormat);
    const read = await readSource(bundleOf(repository, version, '--all', 'HEAD'));
    expect(read).toMatchObject({ head: repository.git('rev-parse', 'HEAD'), headDay: '2020-09-13' });
    expect(read.pages).toStrictEqual(
      new Map([
        ['pages/1.md', `${longPage(1, 40)} changed`],
        ['pages/二.md', '二'],
      ]),
    );
    expect(read.oids.get('pages/二.md')).toBe(repository.git('rev-parse', 'HEAD:pages/二.md'));
  });

  it('names a branch where it does not name HEAD', async () => {
    expect((await readSource(bundleOf(makeRepository(), 'main'))).pages.size).toBe(2);
  });

  it('goes on from a library that was synced from Git, and back', async () => {
    const repository = makeRepository();
    const library = createMemoryLibrary();
    await library.sync(repository.directory);
    expect((await library.sync(bundleOf(repository, '--all'))).changes).toBeNull();
    repository.commit({ 'new.md': 'new' });
    const { changes } = await library.sync(bundleOf(repository, '--all'));
    expect(changes).toMatchObject({ isComplete: false, present: [{ path: 'new.md' }] });
  });

  it('that holds only what came after an earlier state is refused in plain words', async () => {
    const failure = await failureOf(readSource(bundleOf(makeRepository(), 'main~1..main')));
    expect(failure.code).toBe('origin-not-understood');
    expect(failure.message).toMatch(/bundle of everything/);
  });

  it.each([100, 3000, -30])('that is cut short after %i bytes says so', async (length) => {
    const path = bundleOf(makeRepository(), '--all');
    expect((await failureOf(readSource(folder.write('cut.bundle', readFileSync(path).subarray(0, length))))).code).toBe(
      'damaged-transfer',
    );
  });

  it('with one wrong bit is refused', async () => {
    const bytes = readFileSync(bundleOf(makeRepository(), '--all'));
    bytes.writeUInt8(bytes.readUInt8(2000) ^ 1, 2000);
    expect((await failureOf(readSource(folder.write('flip.bundle', bytes)))).code).toBe('damaged-transfer');
  });

  it.each(['# v4 git bundle\n\n', '# v3 git bundle\n@object-format=md5\n\n', '# v3 git bundle\n@new-thing\n\n'])(
    'of a kind that is not known is refused: %j',
    async (text) => {
      expect((await failureOf(readSource(folder.write('other.bundle', text)))).code).toBe('origin-not-understood');
    },
  );

  it('whose head never ends is refused', async () => {
    const endless = Buffer.alloc(5_000_000, 'a');
    endless.write('# v2 git bundle\n');
    expect((await failureOf(readSource(folder.write('endless.bundle', endless)))).code).toBe('damaged-transfer');
  });

  it('reports a page that is too large without holding it', async () => {
    const repository = makeRepository();
    repository.commit({ 'large.md': noise(5_000_000) });
    const { pages, skipped } = await readSource(bundleOf(repository, '--all'), { maximumFileBytes: 100_000 });
    expect(pages.size).toBe(2);
    expect(skipped).toMatchObject([{ entry: { path: 'large.md' }, code: 'page-too-large' }]);
  });
});
