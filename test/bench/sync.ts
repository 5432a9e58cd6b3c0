import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SyncReport } from '#preload/contract/library-types.ts';
import { createGitRepository, type GitRepository, hermeticGitEnvironment } from '#test/helpers/git-repository.ts';
import { startGitServer } from '#test/helpers/git-server.ts';
import { type Figure, figure, median } from './figure.ts';
import { type MeasuredProcess, runMeasured } from './measured-process.ts';
import { createMirrorPages, type MirrorPages } from './mirror-pages.ts';

const pageCount = 1_500;
const clones = 3;
const commits = 10;
const pagesPerCommit = 2;
/** What a sync may need more than Git, where a ratio of a few hundred bytes says nothing. */
const allowedExtraBytes = 20_000;

/** Where the archive is. `servedBytes` counts what the server has sent so far, whoever asked; null for a server not ours. */
interface Place {
  readonly url: string;
  readonly folder: string;
  readonly servedBytes: (() => number) | null;
}

interface Synced extends MeasuredProcess {
  readonly report: SyncReport;
  readonly bytes: number;
}

/** The command line against Git, over the same server in the same run. */
export async function benchSync(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-sync-'));
  try {
    const given = process.env['OFFPRINT_BENCH_ARCHIVE'];
    return given ? await benchGiven({ url: given, folder, servedBytes: null }) : await benchGenerated(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function benchGiven(place: Place): Promise<readonly Figure[]> {
  process.stderr.write('sync: no figures of small syncs for an archive that is not ours to change\n');
  const figures = await benchFirstSync(place);
  const { bytes } = await syncOnce(place);
  return [...figures, figure({ name: 'sync with nothing new, bytes', value: bytes, unit: 'B' })];
}

async function benchGenerated(folder: string): Promise<readonly Figure[]> {
  const repository = createGitRepository(join(folder, 'served', 'archive.git'));
  const pages = createMirrorPages(1);
  repository.commit(pages.archive(pageCount));
  repository.git('repack', '-a', '-d', '-q', '-f');
  const server = await startGitServer(join(folder, 'served'));
  const place = { url: server.urlOf('archive.git'), folder, servedBytes: () => server.count.bytesOut };
  try {
    return [...(await benchFirstSync(place)), await benchNothingNew(place), await benchFewChanges(place, repository, pages)];
  } finally {
    await server.close();
  }
}

async function benchFirstSync(place: Place): Promise<Figure[]> {
  const references: { seconds: number; bytes: number }[] = [];
  const clone = async (): Promise<unknown> => references.push(await cloneOnce(place, references.length));
  await clone();
  const archiveId = await addArchive(place);
  const { report, bytes, seconds, peakMegabytes } = await syncOnce(place);
  while (references.length < clones) await clone();
  if (report.failed.length > 0) process.stderr.write(`sync: ${report.failed.length} pages could not be read\n`);
  const wall = median(references.map((reference) => reference.seconds));
  const libraryBytes = (await stat(join(libraryDir(place), 'archive.db'))).size;
  const { articles, textBytes } = await measureTexts(place, archiveId);
  return [
    figure({
      name: 'first sync, bytes',
      value: bytes,
      unit: 'B',
      reference: median(references.map((one) => one.bytes)),
      atMost: 1.02,
    }),
    figure({ name: 'first sync, parsed and indexed, wall', value: seconds, unit: 's', reference: wall, atMost: 3 }),
    figure({ name: 'first sync, articles per second', value: articles / seconds, unit: 'articles/s' }),
    ...(peakMegabytes === null
      ? []
      : [figure({ name: 'first sync, peak memory', value: peakMegabytes, unit: 'MB', atMost: 200 })]),
    figure({ name: 'archive.db, over size of the texts', value: libraryBytes, unit: 'B', reference: textBytes }),
  ];
}

async function benchNothingNew(place: Place): Promise<Figure> {
  const reference = await countingBytes(place, () => git('ls-remote', place.url));
  const { bytes } = await syncOnce(place);
  return figure({ name: 'sync with nothing new, bytes', value: bytes, unit: 'B', reference, atMost: 1.2 });
}

async function benchFewChanges(place: Place, repository: GitRepository, pages: MirrorPages): Promise<Figure> {
  for (let commit = 0; commit < commits; commit++) {
    const numbers = Array.from({ length: pagesPerCommit }, (_, page) => (commit * pagesPerCommit + page) * 71);
    repository.commit(Object.fromEntries(numbers.map((number) => pages.rewritten(number))));
  }
  const fetched = await countingBytes(place, () =>
    git('-C', cloneDir(place, 0), 'fetch', '--quiet', '--depth=1', place.url, 'HEAD'),
  );
  const { report, bytes } = await syncOnce(place);
  if (report.changed !== commits * pagesPerCommit) throw new Error(`${report.changed} pages were taken for changed`);
  const reference = Math.max(1.2 * fetched, fetched + allowedExtraBytes);
  process.stderr.write(`sync: git fetch --depth=1 took ${fetched} B for the same changes\n`);
  return figure({ name: 'sync after 10 commits, bytes against allowance', value: bytes, unit: 'B', reference, atMost: 1 });
}

const libraryDir = ({ folder }: Place): string => join(folder, 'library');
const cloneDir = ({ folder }: Place, number: number): string => join(folder, `clone-${number}.git`);

const git = (...words: readonly string[]): Promise<MeasuredProcess> => runMeasured('git', words, { ...hermeticGitEnvironment });

function offprint(place: Place, ...words: readonly string[]): Promise<MeasuredProcess> {
  const program = join(process.cwd(), 'dist', 'main', 'cli.js');
  return runMeasured(process.execPath, [program, ...words, '--library', libraryDir(place)], process.env);
}

async function countingBytes({ servedBytes }: Place, work: () => Promise<unknown>): Promise<number> {
  const before = servedBytes?.() ?? 0;
  await work();
  return (servedBytes?.() ?? 0) - before;
}

async function cloneOnce(place: Place, number: number): Promise<{ readonly seconds: number; readonly bytes: number }> {
  const target = cloneDir(place, number);
  let seconds = 0;
  const served = await countingBytes(place, async () => {
    ({ seconds } = await git('clone', '--quiet', '--depth', '1', '--bare', place.url, target));
  });
  return { seconds, bytes: place.servedBytes ? served : await packBytes(target) };
}

/** Nearly all that a clone transfers is the pack that it keeps. */
async function packBytes(repository: string): Promise<number> {
  const folder = join(repository, 'objects', 'pack');
  const packs = (await readdir(folder)).filter((name) => name.endsWith('.pack'));
  const sizes = await Promise.all(packs.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function addArchive(place: Place): Promise<string> {
  const { stdout } = await offprint(place, 'add', place.url, '--json');
  return (JSON.parse(stdout) as { readonly id: string }).id;
}

async function syncOnce(place: Place): Promise<Synced> {
  let measured: MeasuredProcess | undefined;
  const served = await countingBytes(place, async () => {
    measured = await offprint(place, 'sync', '--no-pictures', '--json');
  });
  const [report] = JSON.parse(measured?.stdout ?? '[]') as readonly SyncReport[];
  if (measured === undefined || report === undefined) throw new Error('the sync reported nothing');
  return { ...measured, report, bytes: place.servedBytes ? served : report.bytesDown };
}

async function measureTexts(place: Place, archiveId: string): Promise<{ readonly articles: number; readonly textBytes: number }> {
  const { stdout } = await offprint(place, 'dump', archiveId);
  const lines = stdout.trimEnd().split('\n');
  const sizes = lines.map((line) => Buffer.byteLength((JSON.parse(line) as { readonly text: string }).text));
  return { articles: lines.length, textBytes: sizes.reduce((sum, size) => sum + size, 0) };
}
