/**
 * Packs the application: `npm run package [-- TARGET...] [--arch x64|arm64] [--for-tests]`. Targets are those of electron-builder
 * for this system; without any, a folder and an archive. `--for-tests`: one fuse is left open so that the tests can drive it.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { ensureBuild } from './build/ensure-build.mjs';
import { packApplication } from './package/pack.mjs';
import { ensureElectron } from './runtime/electron.mjs';
import { electronRuntime, ensureNative, nodeRuntime } from './runtime/native.mjs';
import { refuseOldNode } from './runtime/prepare.mjs';
import { createReporter, runScript } from './runtime/step.mjs';

await runScript(async () => {
  refuseOldNode();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { arch: { type: 'string' }, 'for-tests': { type: 'boolean', default: false } },
  });
  const reporter = createReporter();
  const electron = await ensureElectron(reporter);
  await ensureNative([nodeRuntime(), electronRuntime(electron)], reporter);
  await ensureBuild(reporter);
  const made = await packApplication(reporter, {
    electron,
    targets: positionals,
    arch: values.arch ?? process.arch,
    isForTests: values['for-tests'],
  });
  for (const path of made) process.stdout.write(`${path}\n`);
  return 0;
});
