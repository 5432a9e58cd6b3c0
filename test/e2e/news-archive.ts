import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fixtureFiles, fixtureUpdate } from '#test/helpers/fixture-archive.ts';
import { createGitRepository } from '#test/helpers/git-repository.ts';

/** The project's own archive as a Git repository in a folder that a server can serve. */
export interface NewsArchive {
  /** The server's root; the repository is `news.git` in it. */
  readonly folder: string;
  /** Commits the second version: a few pages new, changed and gone. */
  publishUpdate(): void;
  remove(): Promise<void>;
}

export async function createNewsArchive(): Promise<NewsArchive> {
  const folder = await mkdtemp(path.join(tmpdir(), 'offprint-origin-'));
  const repository = createGitRepository(path.join(folder, 'news.git'));
  repository.commit(Object.fromEntries(await fixtureFiles()));
  return {
    folder,
    publishUpdate: () => {
      repository.commit(Object.fromEntries(fixtureUpdate()));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
