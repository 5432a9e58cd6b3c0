import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** A file's content; null takes the file away. */
export type RepositoryFile = string | Uint8Array | null | { readonly symlink: string } | { readonly submodule: string };

/** Paths are text; for names that are no text see `writeTree`. */
export type RepositoryFiles = Readonly<Record<string, RepositoryFile>>;

export interface RawTreeEntry {
  readonly mode: string;
  readonly name: string | Uint8Array;
  readonly oid: string;
}

export interface GitRepository {
  readonly directory: string;
  git(...words: string[]): string;
  /** Adds to the branch; returns the id of the commit. */
  commit(files: RepositoryFiles, options?: CommitOptions): string;
  writeBlob(content: string | Uint8Array): string;
  /** Takes any names, also those that Git refuses. */
  writeTree(entries: readonly RawTreeEntry[]): string;
  /** Moves the branch to a new commit of this tree. */
  commitTree(tree: string, atSeconds?: number): string;
}

export interface CommitOptions {
  readonly branch?: string;
  /** Start a history that has nothing to do with the one before. */
  readonly isUnrelated?: boolean;
  /** In place of the newest commit rather than after it. */
  readonly isAmending?: boolean;
  readonly atSeconds?: number;
}

export const hermeticGitEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_COUNT: '2',
  GIT_CONFIG_KEY_0: 'safe.directory',
  GIT_CONFIG_VALUE_0: '*',
  GIT_CONFIG_KEY_1: 'init.defaultBranch',
  GIT_CONFIG_VALUE_1: 'main',
  GIT_AUTHOR_NAME: 'Archive',
  GIT_AUTHOR_EMAIL: 'archive@example.org',
  GIT_COMMITTER_NAME: 'Archive',
  GIT_COMMITTER_EMAIL: 'archive@example.org',
};

/** 2024-01-02 00:00:00 UTC: the day of every commit that does not say otherwise. */
const defaultSeconds = 1_704_153_600;

/** Makes a bare repository with a branch `main` at a place that does not exist yet. */
export function createGitRepository(
  directory: string,
  options: { readonly objectFormat?: 'sha1' | 'sha256' } = {},
): GitRepository {
  mkdirSync(directory, { recursive: true });
  const run = (words: readonly string[], input?: Uint8Array, environment: Readonly<Record<string, string>> = {}): Buffer =>
    execFileSync('git', ['-C', directory, ...words], {
      env: { ...hermeticGitEnvironment, ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 1024 ** 3,
      ...(input && { input }),
    });
  const git = (...words: string[]): string => run(words).toString('utf8').trim();
  const write = (type: string, content: Uint8Array): string =>
    run(['hash-object', '-w', '--stdin', '--literally', '-t', type], content).toString('utf8').trim();
  git('init', '--quiet', '--bare', `--object-format=${options.objectFormat ?? 'sha1'}`, '.');
  git('config', 'uploadpack.allowFilter', 'true');

  return {
    directory,
    git,
    commit(files, { branch = 'main', isUnrelated = false, isAmending = false, atSeconds = defaultSeconds } = {}) {
      const reference = `refs/heads/${branch}`;
      const tip = git('for-each-ref', '--format=%(objectname)', reference);
      const parent = isAmending ? git('rev-list', '--skip=1', '--max-count=1', reference) : tip;
      const start = { parent: isUnrelated ? '' : parent, tree: isAmending ? git('rev-parse', `${tip}^{tree}`) : '' };
      run(['fast-import', '--quiet', '--force'], importStream(reference, files, start, atSeconds));
      return git('rev-parse', reference);
    },
    writeBlob: (content) => write('blob', Buffer.from(content as Uint8Array)),
    writeTree: (entries) => write('tree', Buffer.concat(entries.map(rawEntry))),
    commitTree(tree, atSeconds) {
      const date = atSeconds === undefined ? {} : { GIT_COMMITTER_DATE: `${atSeconds} +0000` };
      const oid = run(['commit-tree', '-m', 'archive', tree], undefined, date).toString('utf8').trim();
      git('update-ref', 'refs/heads/main', oid);
      return oid;
    },
  };
}

function rawEntry({ mode, name, oid }: RawTreeEntry): Buffer {
  return Buffer.concat([Buffer.from(`${mode} `), Buffer.from(name as Uint8Array), Buffer.from([0]), Buffer.from(oid, 'hex')]);
}

function quoted(path: string): string {
  return `"${path.replaceAll(/["\\]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)}"`;
}

/** What `git fast-import` reads. The files are put into `tree`, or into that of `parent` where it is empty. */
function importStream(
  reference: string,
  files: RepositoryFiles,
  start: { readonly parent: string; readonly tree: string },
  atSeconds: number,
): Buffer {
  const parts: Buffer[] = [];
  const line = (text: string): unknown => parts.push(Buffer.from(`${text}\n`));
  const data = (content: Uint8Array): void => {
    line(`data ${content.length}`);
    parts.push(Buffer.from(content), Buffer.from('\n'));
  };
  line(`reset ${reference}`);
  line(`commit ${reference}`);
  line(`committer Archive <archive@example.org> ${atSeconds} +0000`);
  data(Buffer.from(`archive of ${Object.keys(files).length} files`));
  if (start.parent !== '') line(`from ${start.parent}`);
  if (start.tree !== '') line(`M 040000 ${start.tree} ""`);
  for (const [path, file] of Object.entries(files)) {
    if (file === null) {
      line(`D ${quoted(path)}`);
    } else if (typeof file === 'string' || file instanceof Uint8Array) {
      line(`M 100644 inline ${quoted(path)}`);
      data(Buffer.from(file as Uint8Array));
    } else if ('symlink' in file) {
      line(`M 120000 inline ${quoted(path)}`);
      data(Buffer.from(file.symlink));
    } else {
      line(`M 160000 ${file.submodule} ${quoted(path)}`);
    }
  }
  line('');
  return Buffer.concat(parts);
}
