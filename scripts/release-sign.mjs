/**
 * Writes the signed manifest of a folder of packages: `npm run release:sign -- FOLDER --key FILE [--key OLDER] --sequence NUMBER
 * [--notes FILE] [--mirror URL]...`. `--notes`: JSON of texts by language (`en`, `zh-Hans`, `zh-Hant`). Besides `SHA256SUMS`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { describeFiles, hashFile } from './release/describe-files.mjs';
import { manifestName } from './release/manifest-name.mjs';
import { signManifest } from './release/signature.mjs';
import { MissingPiece, runScript } from './runtime/step.mjs';

const usage = 'npm run release:sign -- FOLDER --key FILE --sequence NUMBER [--notes FILE] [--mirror URL]';

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string', multiple: true },
      sequence: { type: 'string' },
      notes: { type: 'string' },
      mirror: { type: 'string', multiple: true },
    },
  });
  const sequence = Number(values.sequence);
  if (positionals[0] === undefined || values.key === undefined || !Number.isSafeInteger(sequence) || sequence < 1)
    throw new MissingPiece(usage);
  const folder = resolve(positionals[0]);
  const described = await describeFiles(folder);
  const versions = [...new Set(described.map(({ version }) => version))];
  if (versions.length !== 1)
    throw new MissingPiece(`A release is of one version; ${folder} holds ${versions.join(', ') || 'none'}.`);
  const manifest = {
    format: 1,
    version: versions[0],
    sequence,
    issuedAt: new Date().toISOString(),
    mirrors: values.mirror ?? [],
    notes: values.notes === undefined ? {} : JSON.parse(await readFile(values.notes, 'utf8')),
    files: described.map(({ file }) => file),
  };
  const keys = await Promise.all(values.key.map((path) => readFile(path, 'utf8')));
  await writeFile(join(folder, manifestName), signManifest(manifest, keys));
  const names = [...described.map(({ file }) => file.name), manifestName];
  const sums = await Promise.all(names.map(async (name) => `${await hashFile(join(folder, name), 'sha256', 'hex')}  ${name}\n`));
  await writeFile(join(folder, 'SHA256SUMS'), sums.join(''));
  process.stdout.write(`${manifestName}: ${versions[0]}, sequence ${sequence}, ${described.length} packages\n`);
  return 0;
});
