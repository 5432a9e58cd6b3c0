import { ensureBuild } from './build/ensure-build.mjs';
import { createReporter, runScript } from './runtime/step.mjs';

await runScript(async () => {
  await ensureBuild(createReporter(), { isForced: process.argv.includes('--force') });
  return 0;
});
