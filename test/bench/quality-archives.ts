import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPagePath } from '#main/parse/page-path.ts';
import type { PageInput } from '#main/parse/parsed-page.ts';
import { hermeticGitEnvironment } from '#test/helpers/git-repository.ts';
import { fixturePages } from './parse-pages.ts';

export interface QualityArchive {
  readonly name: string;
  readonly pages: readonly PageInput[];
}

/** The archive of this project's own fixtures and, where one is named, one more. */
export async function readQualityArchives(): Promise<readonly QualityArchive[]> {
  const given = process.env['OFFPRINT_BENCH_ARCHIVE'];
  const fixtures = { name: 'fixtures', pages: await fixturePages() };
  return given ? [fixtures, { name: 'given', pages: await readGiven(given) }] : [fixtures];
}

/** A bare repository, a bundle, an address, or a work tree, with or without Git. */
async function readGiven(place: string): Promise<readonly PageInput[]> {
  if (existsSync(join(place, 'README.md')) && !existsSync(join(place, '.git')))
    return readFolder(place, new Date().toISOString().slice(0, 10));
  return inTemporaryFolder(async (folder) => {
    git('clone', '--quiet', '--no-checkout', place, folder);
    const [branch = ''] = git('-C', folder, 'for-each-ref', '--format=%(refname)', 'refs/remotes').split('\n');
    git('-C', folder, 'checkout', '--quiet', '--detach', branch);
    return readFolder(folder, git('-C', folder, 'log', '-1', '--format=%cs').trim());
  });
}

function git(...words: readonly string[]): string {
  return execFileSync('git', words, { env: { ...hermeticGitEnvironment }, encoding: 'utf8' });
}

async function readFolder(folder: string, fallbackDay: string): Promise<readonly PageInput[]> {
  const names = await readdir(folder, { recursive: true });
  const paths = names
    .map((name) => name.replaceAll('\\', '/'))
    .filter(isPagePath)
    .toSorted();
  return Promise.all(
    paths.map(async (path) => ({ path, bytes: new Uint8Array(await readFile(join(folder, path))), fallbackDay })),
  );
}

async function inTemporaryFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-quality-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
