import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureFiles, fixtureUpdate } from '#test/helpers/fixture-archive.ts';
import { createGitRepository, type GitRepository, hermeticGitEnvironment } from '#test/helpers/git-repository.ts';

/** The built command line, as `npm run cli` and the package run it: the checks build it before the unit tests. */
const program = fileURLToPath(new URL('../../../dist/main/cli.js', import.meta.url));
const changedId = 'news:pages/chenbao/1202.md';

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let folder: string;
let repository: GitRepository;

function run(library: string, ...words: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, '--library', path.join(folder, library), ...words], {
      env: { PATH: process.env['PATH'] ?? '', HOME: folder, LANG: 'en_US.UTF-8' },
      cwd: folder,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
}

async function done(library: string, ...words: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await run(library, ...words);
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

const git = (...words: readonly string[]): string =>
  execFileSync('git', [...words], { env: hermeticGitEnvironment, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString();

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'share-command-'));
  repository = createGitRepository(path.join(folder, 'news.git'));
  repository.commit(Object.fromEntries(await fixtureFiles()));
  await done('mine', 'add', repository.directory);
  await done('mine', 'sync', '--no-pictures');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('share', () => {
  it('writes an archive into one file that Git verifies and clones', async () => {
    const report: unknown = JSON.parse(await done('mine', 'share', 'news', '-o', 'news.bundle', '--json'));
    expect(report).toMatchObject({ path: path.join(folder, 'news.bundle'), leftOut: [] });
    expect(git('-C', 'news.git', 'bundle', 'verify', path.join(folder, 'news.bundle'))).toContain('refs/heads/main');
    git('clone', '-q', 'news.bundle', 'clone');
    expect(git('-C', 'clone', 'fsck', '--strict', '--full')).toBe('');
    expect(git('-C', 'clone', 'log', '--format=%s').trim()).toBe('news');
  });

  it('makes a file that another library adds: the same articles under the same ids, with the same text', async () => {
    expect(await done('theirs', 'add', 'news.bundle')).toContain('as news.');
    await done('theirs', 'sync', '--no-pictures');
    const [mine, theirs] = [await done('mine', 'dump'), await done('theirs', 'dump')];
    expect(mine.split('\n').length).toBeGreaterThan(20);
    expect(theirs).toBe(mine);
  });

  it('says in words what it wrote', async () => {
    expect(await done('mine', 'share', 'news', '-o', 'again.bundle')).toMatch(
      /Wrote “news” to .*again\.bundle: \d+ pages, \d+ kB\./u,
    );
  });

  it('asks for the file, for an archive that is there, and for a place that can be written to', async () => {
    expect(await run('mine', 'share', 'news')).toMatchObject({ status: 2, stdout: '' });
    expect(await run('mine', 'share', 'other', '-o', 'x.bundle')).toMatchObject({ status: 1, stdout: '' });
    const { status, stderr } = await run('mine', 'share', 'news', '-o', 'nowhere/x.bundle');
    expect({ status, says: stderr.includes('“x.bundle” cannot be written there') }).toEqual({ status: 1, says: true });
  });
});

describe('show --version', () => {
  it('prints what an article was before its archive changed it', async () => {
    const before = await done('mine', 'show', changedId);
    const published = await done('mine', 'show', changedId, '--original');
    repository.commit(Object.fromEntries(fixtureUpdate()));
    await done('mine', 'sync', '--no-pictures');
    const { earlierVersions } = JSON.parse(await done('mine', 'show', changedId, '--json')) as {
      readonly earlierVersions: readonly { readonly version: number }[];
    };
    expect(earlierVersions).toHaveLength(1);
    const version = String(earlierVersions[0]?.version);
    expect(await done('mine', 'show', changedId)).not.toBe(before);
    expect(await done('mine', 'show', changedId, '--version', version)).toBe(before);
    expect(await done('mine', 'show', changedId, '--version', version, '--original')).toBe(published);
  });

  it('refuses a version that there is not, and one that is no number', async () => {
    expect(await run('mine', 'show', changedId, '--version', '999')).toMatchObject({ status: 1, stdout: '' });
    expect(await run('mine', 'show', changedId, '--version', 'first')).toMatchObject({ status: 2, stdout: '' });
  });
});

it('a file that is no archive is refused by a sync, in words', async () => {
  writeFileSync(path.join(folder, 'photo.zip'), 'no zip at all');
  await done('mine', 'add', 'photo.zip');
  const { status, stderr } = await run('mine', 'sync', 'photo');
  expect({ status, isTold: stderr.length > 20 }).toEqual({ status: 1, isTold: true });
});
