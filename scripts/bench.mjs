/** Measures the application against references on this machine: `npm run bench [-- NAME...] [--json]`. Only figures go to stdout. */
import { join } from 'node:path';
import process from 'node:process';
import { run } from './runtime/child.mjs';
import { projectRoot } from './runtime/places.mjs';
import { prepareElectron, refuseOldNode } from './runtime/prepare.mjs';
import { createReporter, runScript } from './runtime/step.mjs';

const limitMs = 60 * 60 * 1_000;
const program = join(projectRoot, '.cache', 'bench', 'run.mjs');

/** Beside the sources, so that what is external is found in the project's own node_modules. */
async function bundleBenchmarks() {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [join('test', 'bench', 'run.ts')],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    loader: { '.css': 'text' },
    sourcemap: 'inline',
    logLevel: 'warning',
    charset: 'utf8',
  });
}

await runScript(async () => {
  refuseOldNode();
  const runtime = await prepareElectron(createReporter(), { mayInstallFonts: false, needsBuild: true });
  try {
    await bundleBenchmarks();
    const machine = { OFFPRINT_ELECTRON: runtime.electronPath, OFFPRINT_ELECTRON_ARGS: JSON.stringify(runtime.args) };
    const env = { ...process.env, ...runtime.env, ...machine };
    const { code } = await run(process.execPath, [program, ...process.argv.slice(2)], { limitMs, isShown: true, env });
    return code;
  } finally {
    runtime.stop();
  }
});
