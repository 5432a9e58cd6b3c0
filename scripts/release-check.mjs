/**
 * Verifies a folder of packages as a reader's Offprint would, and more: `npm run release:check -- FOLDER [--partial] [--key PUBLIC]`.
 * Ends with 1 where anything is missing, unsigned or other than it says. `--partial`: a reader's folder, with the packages that were
 * fetched, and no others are missed.
 */
import { resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { checkRelease } from './release/check-release.mjs';
import { MissingPiece, runScript } from './runtime/step.mjs';

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string', multiple: true }, partial: { type: 'boolean', default: false } },
  });
  if (positionals[0] === undefined) throw new MissingPiece('npm run release:check -- FOLDER');
  const { good, problems } = await checkRelease(resolve(positionals[0]), { publicKeys: values.key, isPartial: values.partial });
  for (const line of good) process.stdout.write(`good: ${line}\n`);
  for (const line of problems) process.stderr.write(`BAD:  ${line}\n`);
  return problems.length === 0 ? 0 : 1;
});
