import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { lastWords, run } from '../runtime/child.mjs';
import { MissingPiece } from '../runtime/step.mjs';

const limitMs = 10 * 60 * 1_000;

/**
 * A `.tar.gz` of a folder, the same bytes for the same content: sorted, without dates, owners or the name of this machine.
 * electron-builder would do it with a program that it fetches.
 * @param {string} folder
 * @param {string} file
 * @param {string} topName the one folder in the archive
 */
export async function archiveFolder(folder, file, topName) {
  await mkdir(dirname(file), { recursive: true });
  const plain = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '--format=gnu'];
  const renamed = `--transform=s,^${basename(folder)},${topName},S`;
  const packing = ['--use-compress-program=gzip -n -6', ...plain, renamed, '-C', dirname(folder), '-cf', file, basename(folder)];
  const packed = await run('tar', packing, { limitMs, cwd: join(folder, '..') });
  if (packed.code !== 0) throw new MissingPiece(`Packing ${file} with tar failed:\n${lastWords(packed)}`);
  return file;
}
