/** Pictures of every screen in every theme, language and width, written to `artifacts/`: `node scripts/screenshots.mjs [FILE...]`. */
import { join } from 'node:path';
import process from 'node:process';
import { run } from './runtime/child.mjs';
import { projectRoot } from './runtime/places.mjs';
import { prepareElectron, refuseOldNode } from './runtime/prepare.mjs';
import { createReporter, runScript } from './runtime/step.mjs';

const limitMs = 60 * 60 * 1_000;
const playwright = join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js');

await runScript(async () => {
  refuseOldNode();
  const runtime = await prepareElectron(createReporter(), { mayInstallFonts: false, needsBuild: false });
  try {
    const machine = { OFFPRINT_ELECTRON: runtime.electronPath, OFFPRINT_ELECTRON_ARGS: JSON.stringify(runtime.args) };
    const env = { ...process.env, ...runtime.env, ...machine };
    const wanted = process.argv.slice(2);
    const args = [playwright, 'test', '--project=screenshots', ...(wanted.length > 0 ? wanted : ['every-screen'])];
    const { code } = await run(process.execPath, args, { limitMs, isShown: true, env, cwd: projectRoot });
    return code;
  } finally {
    runtime.stop();
  }
});
