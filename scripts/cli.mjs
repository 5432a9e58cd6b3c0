/** The command line from the sources: makes ready what it needs, says nothing when all is ready, and becomes the command. */
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { ensureBuild } from './build/ensure-build.mjs';
import { ensureNative, nodeRuntime } from './runtime/native.mjs';
import { projectRoot } from './runtime/places.mjs';
import { needsPrinting, runWherePrinting } from './runtime/printing.mjs';
import { refuseOldNode } from './runtime/prepare.mjs';
import { createReporter, runScript } from './runtime/step.mjs';

let isReady = false;
await runScript(async () => {
  refuseOldNode();
  const reporter = createReporter({ isSilentWhenIdle: true });
  const argv = process.argv.slice(2);
  if (needsPrinting(argv)) return runWherePrinting(argv, reporter);
  await ensureNative([nodeRuntime()], reporter);
  await ensureBuild(reporter);
  isReady = true;
  return 0;
});

if (isReady) {
  const program = join(projectRoot, 'dist', 'main', 'cli.js');
  process.argv[1] = program;
  await import(pathToFileURL(program).href);
}
