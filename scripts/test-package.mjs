/**
 * Packs the application and tries the package as a reader would get it: `npm run test:package`. Apart from `npm test`, because it
 * takes minutes. The application is built and packed twice: the same sources must give the same bytes.
 */
import { dirname, join } from 'node:path';
import process from 'node:process';
import { ensureBuild } from './build/ensure-build.mjs';
import { packApplication } from './package/pack.mjs';
import { hashFile } from './release/describe-files.mjs';
import { run } from './runtime/child.mjs';
import { projectRoot } from './runtime/places.mjs';
import { prepareElectron, refuseOldNode } from './runtime/prepare.mjs';
import { ensureElectron } from './runtime/electron.mjs';
import { createReporter, MissingPiece, runScript } from './runtime/step.mjs';

const limitMs = 30 * 60 * 1_000;

await runScript(async () => {
  refuseOldNode();
  if (process.platform !== 'linux') throw new MissingPiece('The tests of the package know Linux alone so far.');
  const reporter = createReporter();
  const electron = await ensureElectron(reporter);
  const runtime = await prepareElectron(reporter, { mayInstallFonts: false, needsBuild: true });
  try {
    const wish = { electron, targets: ['dir'], arch: process.arch, isForTests: false };
    const [folder = ''] = await packApplication(reporter, wish);
    const first = await hashFile(join(folder, 'resources', 'app.asar'), 'sha256', 'hex');
    await ensureBuild(reporter, { isForced: true });
    await packApplication(reporter, wish);
    const second = await hashFile(join(folder, 'resources', 'app.asar'), 'sha256', 'hex');
    if (first !== second) throw new MissingPiece(`app.asar is not reproducible: ${first} and then ${second}`);
    reporter.note(`app.asar is the same after a second build: ${first}`);
    const machine = {
      OFFPRINT_PACKAGE: folder,
      OFFPRINT_PACKAGE_ELECTRON: dirname(electron.path),
      OFFPRINT_ELECTRON: runtime.electronPath,
      OFFPRINT_ELECTRON_ARGS: JSON.stringify(runtime.args),
    };
    const playwright = join(projectRoot, 'node_modules', '.bin', 'playwright');
    const env = { ...process.env, ...runtime.env, ...machine };
    const { code } = await run(playwright, ['test', '--project=package', ...process.argv.slice(2)], {
      limitMs,
      isShown: true,
      env,
    });
    return code;
  } finally {
    runtime.stop();
  }
});
