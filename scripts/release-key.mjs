/**
 * Makes the pair of keys that releases are signed with: `npm run release:key -- FILE`. The private half goes into FILE, for the
 * owner's eyes only, outside the repository; the public half is added to those that the application trusts.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import process from 'node:process';
import { keyId, makeKeyPair } from './release/signature.mjs';
import { projectRoot } from './runtime/places.mjs';
import { MissingPiece, runScript } from './runtime/step.mjs';

const keysFile = join(projectRoot, 'main', 'update', 'trusted-keys.json');

await runScript(async () => {
  const [given] = process.argv.slice(2);
  if (given === undefined) throw new MissingPiece('Where to? npm run release:key -- FILE (outside the repository)');
  const path = resolve(given);
  const inside = relative(projectRoot, path);
  if (!inside.startsWith('..') && !isAbsolute(inside))
    throw new MissingPiece('A private key never lies in the repository: name a file outside.');
  const { privateKey, publicKey } = makeKeyPair();
  await writeFile(path, privateKey, { mode: 0o600, flag: 'wx' });
  const keys = JSON.parse(await readFile(keysFile, 'utf8'));
  await writeFile(keysFile, `${JSON.stringify([...keys, publicKey], null, 2)}\n`);
  process.stdout.write(`private key: ${path}\npublic key ${keyId(publicKey)}: added to main/update/trusted-keys.json\n`);
  return 0;
});
