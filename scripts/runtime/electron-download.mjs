import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { forgetFailure, rememberFailure } from './attempts.mjs';
import { lastWords, run } from './child.mjs';
import { withLock } from './lock.mjs';
import { stampFolder } from './places.mjs';

const limitMs = 10 * 60 * 1_000;
const connectLimitMs = 15_000;

/**
 * Lets Electron's own package fetch its binary, as it does on any machine that reaches its hosts or a mirror. Unreachable hosts fail
 * within seconds: connecting has a short limit of its own.
 * @param {import('./step.mjs').Reporter} reporter
 * @param {string} memoryName under which a failure is remembered
 * @returns {Promise<string[]>} what went wrong; empty after a success
 */
export async function downloadElectron(reporter, memoryName) {
  const installer = join(dirname(createRequire(import.meta.url).resolve('electron/package.json')), 'install.js');
  reporter.note('electron: trying its own download');
  const ending = await withLock(join(stampFolder, 'electron.lock'), limitMs, () =>
    run(process.execPath, ['--import', connectLimitModule(), installer], {
      limitMs,
      env: { ...process.env, ELECTRON_GET_NO_PROGRESS: '1' },
    }),
  );
  if (ending.code === 0) {
    await forgetFailure(memoryName);
    return [];
  }
  await rememberFailure(memoryName);
  return ['  - its own download failed:', lastWords(ending)];
}

/**
 * Ends the download when its first request gets no connection in time. `fetch` waits ten seconds for each address of a host, so a
 * network that swallows packets would otherwise hold up the run.
 */
function connectLimitModule() {
  const source = `
    import { subscribe } from 'node:diagnostics_channel';
    let timer;
    const giveUp = () => { console.error('no connection within ${connectLimitMs / 1_000} s'); process.exit(1); };
    subscribe('undici:request:create', () => { timer ??= setTimeout(giveUp, ${connectLimitMs}); });
    subscribe('undici:client:connected', () => clearTimeout(timer));`;
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
