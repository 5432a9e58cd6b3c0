import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from '../runtime/lock.mjs';
import { projectRoot } from '../runtime/places.mjs';
import { MissingPiece } from '../runtime/step.mjs';
import { fingerprint } from './fingerprint.mjs';

const distFolder = join(projectRoot, 'dist');
const workFolder = join(projectRoot, '.cache', 'build');
const stampName = 'built-from';
const lockLimitMs = 5 * 60 * 1_000;

/**
 * Builds `dist` when the sources are not what it was built from. Safe when started many times at once: one process builds, beside
 * `dist`, the others wait for it.
 * @param {import('../runtime/step.mjs').Reporter} reporter
 * @param {{ isForced?: boolean }} [options]
 */
export async function ensureBuild(reporter, { isForced = false } = {}) {
  await reporter.run('build', async () => {
    if (!isForced && isFresh()) return { outcome: { detail: 'dist is fresh', hasActed: false } };
    const hasActed = await withLock(join(workFolder, 'lock'), lockLimitMs, async () => {
      const isNeeded = isForced || !isFresh();
      if (isNeeded) await rebuild();
      return isNeeded;
    });
    return { outcome: { detail: hasActed ? 'main, preload, renderer' : 'another process has just built dist', hasActed } };
  });
}

function isFresh() {
  try {
    return readFileSync(join(distFolder, stampName), 'utf8') === fingerprint(projectRoot);
  } catch {
    return false;
  }
}

/** The fingerprint is taken first: what is written during the build makes `dist` stale again. */
async function rebuild() {
  await mkdir(workFolder, { recursive: true });
  const work = await mkdtemp(join(workFolder, 'dist-'));
  const made = join(work, 'new');
  try {
    await mkdir(made);
    const madeFrom = fingerprint(projectRoot);
    const { buildInto } = await import('./bundles.mjs');
    await buildInto(made).catch((/** @type {unknown} */ error) => {
      throw new MissingPiece(`The build failed.\n${error instanceof Error ? error.message : String(error)}`);
    });
    await writeFile(join(made, stampName), madeFrom);
    await rename(distFolder, join(work, 'old')).catch(() => undefined);
    await rename(made, distFolder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
