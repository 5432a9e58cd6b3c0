import { spawn } from 'node:child_process';
import { forwardSignals, signalCode } from './runtime/child.mjs';
import { projectRoot } from './runtime/places.mjs';
import { prepareElectron, refuseOldNode } from './runtime/prepare.mjs';
import { createReporter, runScript } from './runtime/step.mjs';

/**
 * Runs the application until it ends; signals go to it, its exit code comes back.
 * @param {import('./runtime/prepare.mjs').Runtime} runtime
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function runApplication({ electronPath, args: switches, env }, args) {
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(electronPath, [...switches, projectRoot, ...args], {
      cwd: projectRoot,
      env: { ...inherited, ...env },
      stdio: 'inherit',
    });
    const stopForwarding = forwardSignals((signal) => child.kill(signal));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      stopForwarding();
      resolve(code ?? signalCode(signal ?? 'SIGKILL'));
    });
  });
}

await runScript(async () => {
  refuseOldNode();
  const runtime = await prepareElectron(createReporter(), { mayInstallFonts: false, needsBuild: true });
  try {
    return await runApplication(runtime, process.argv.slice(2));
  } finally {
    runtime.stop();
  }
});
