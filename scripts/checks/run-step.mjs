import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findNetworkOfOurOwn } from '../leaks/namespace.mjs';
import { run } from '../runtime/child.mjs';
import { projectRoot } from '../runtime/places.mjs';
import { countOne, countPlaywright, countVitest, reconcile } from './count.mjs';

/** @typedef {import('./count.mjs').Count & { name: string, seconds: number }} StepResult */

/**
 * Runs one step, its output going straight to the terminal.
 * @param {import('./steps.mjs').Step} step
 * @param {{ env?: Readonly<Record<string, string>>, extraArgs?: readonly string[] }} [options]
 * @returns {Promise<StepResult>}
 */
export async function runStep(step, { env = {}, extraArgs = [] } = {}) {
  const reportPath = join(projectRoot, '.cache', 'reports', `${step.name}.json`);
  await mkdir(dirname(reportPath), { recursive: true });
  await rm(reportPath, { force: true });
  const program = join(projectRoot, 'node_modules', '.bin', process.platform === 'win32' ? `${step.program}.cmd` : step.program);
  const args = [...step.args, ...reporterArguments(step.reporter, reportPath), ...extraArgs];
  process.stdout.write(`\n== ${step.name}: ${step.program} ${step.args.join(' ')}\n`);
  if (!existsSync(program)) process.stdout.write(`${program} is missing: run npm ci\n`);
  const startedAtMs = performance.now();
  const [first = program, ...rest] = [...(await wordsBefore(step)), program, ...args];
  const { code, isTimedOut } = await run(first, rest, {
    limitMs: step.limitMs,
    isShown: true,
    env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportPath },
  });
  if (isTimedOut) process.stdout.write(`${step.name} was stopped after ${step.limitMs / 60_000} minutes\n`);
  const seconds = (performance.now() - startedAtMs) / 1_000;
  const count = step.reporter === undefined ? countOne(code === 0) : reconcile(readCount(step.reporter, reportPath), code === 0);
  return { name: step.name, seconds, ...count };
}

/**
 * What goes before the command of a step that wants a network of its own. Where there is none the step runs without, and says so.
 * @param {import('./steps.mjs').Step} step
 */
async function wordsBefore({ name, isInOwnNetwork }) {
  if (!isInOwnNetwork) return [];
  const words = await findNetworkOfOurOwn();
  if (words === null)
    process.stdout.write(`${name}: no network namespace here, so packets are not counted: Chromium's own log is read instead\n`);
  return words ?? [];
}

/**
 * @param {import('./steps.mjs').Step['reporter']} reporter
 * @param {string} reportPath
 */
function reporterArguments(reporter, reportPath) {
  if (reporter === 'vitest') return ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  return reporter === 'playwright' ? ['--reporter=list,json'] : [];
}

/**
 * @param {'vitest' | 'playwright'} reporter
 * @param {string} path
 */
function readCount(reporter, path) {
  try {
    /** @type {unknown} */
    const report = JSON.parse(readFileSync(path, 'utf8'));
    if (reporter === 'vitest') return countVitest(/** @type {import('./count.mjs').VitestReport} */ (report));
    return countPlaywright(/** @type {import('./count.mjs').PlaywrightReport} */ (report));
  } catch {
    return undefined;
  }
}
