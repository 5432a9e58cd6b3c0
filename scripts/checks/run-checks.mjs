import { ensureBuild } from '../build/ensure-build.mjs';
import { ensureNative, nodeRuntime } from '../runtime/native.mjs';
import { openSecondDisplay } from '../runtime/display.mjs';
import { prepareElectron, refuseOldNode } from '../runtime/prepare.mjs';
import { createReporter, MissingPiece } from '../runtime/step.mjs';
import { countOne, sumCounts } from './count.mjs';
import { runStep } from './run-step.mjs';
import { selectSteps, steps } from './steps.mjs';
import { summaryOf } from './summary.mjs';

/**
 * Runs the chosen steps one after the other, all of them even after a failure, and ends with the summary. What a step needs and
 * cannot have is a failed step of its own: nothing is left out in silence.
 * @param {readonly string[]} words names of steps or groups, then `--` and arguments for the runners
 * @returns {Promise<number>} the exit code
 */
export async function runChecks(words) {
  const end = words.indexOf('--');
  const [chosen, extraArgs] = end === -1 ? [words, []] : [words.slice(0, end), words.slice(end + 1)];
  const { selected, unknown } = selectSteps(chosen);
  if (unknown.length > 0) {
    process.stderr.write(`No such step: ${unknown.join(', ')}. There are: check ${steps.map(({ name }) => name).join(' ')}\n`);
    return 2;
  }
  refuseOldNode();
  /** @type {import('./run-step.mjs').StepResult[]} */
  const results = [];
  const reporter = createReporter();
  for (const step of selected.filter(({ group }) => group === 'check')) {
    const extra = step.reporter === undefined ? [] : extraArgs;
    if (step.name !== 'unit') results.push(await runStep(step));
    else results.push(...(await runUnitTests(step, extra, reporter)));
  }
  const inElectron = selected.filter(({ needsElectron }) => needsElectron);
  if (inElectron.length > 0) results.push(...(await runInElectron(inElectron, extraArgs, reporter)));
  process.stdout.write(`\n${summaryOf(results)}\n`);
  return sumCounts(results).failed === 0 ? 0 : 1;
}

/**
 * Some unit tests run the built command line, so the build comes first; its failure does not keep the tests from running.
 * @param {import('./steps.mjs').Step} step
 * @param {readonly string[]} extraArgs
 * @param {import('../runtime/step.mjs').Reporter} reporter
 */
async function runUnitTests(step, extraArgs, reporter) {
  const prepared = await attempt('build', async () => {
    await ensureNative([nodeRuntime()], reporter);
    await ensureBuild(reporter);
  });
  return [prepared.result, await runStep(step, { extraArgs })];
}

/**
 * @param {readonly import('./steps.mjs').Step[]} selected
 * @param {readonly string[]} extraArgs
 * @param {import('../runtime/step.mjs').Reporter} reporter
 */
async function runInElectron(selected, extraArgs, reporter) {
  const prepared = await attempt('runtime', () => prepareElectron(reporter, { mayInstallFonts: true, needsBuild: true }));
  const runtime = prepared.value;
  if (runtime === undefined) return [prepared.result, ...selected.map(({ name }) => ({ name, seconds: 0, ...countOne(false) }))];
  const env = { ...runtime.env, OFFPRINT_ELECTRON: runtime.electronPath, OFFPRINT_ELECTRON_ARGS: JSON.stringify(runtime.args) };
  const second = await openSecondDisplay(runtime.display);
  try {
    const results = [prepared.result];
    for (const step of selected) {
      const displays = step.isInOwnNetwork ? {} : displaysOf(runtime.display, second);
      results.push(await runStep(step, { env: { ...env, ...displays }, extraArgs }));
    }
    return results;
  } finally {
    second?.stop();
    runtime.stop();
  }
}

/**
 * Playwright runs as many tests at a time as there are displays here.
 * @param {import('../runtime/display.mjs').Display} first
 * @param {import('../runtime/display.mjs').Display | undefined} second
 * @returns {Readonly<Record<string, string>>}
 */
function displaysOf(first, second) {
  const name = first.env['DISPLAY'] ?? process.env['DISPLAY'];
  const other = second?.env['DISPLAY'];
  return name === undefined || other === undefined ? {} : { OFFPRINT_DISPLAYS: `${name} ${other}` };
}

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} action
 */
async function attempt(name, action) {
  process.stdout.write(`\n== ${name}\n`);
  const startedAtMs = performance.now();
  const result = (/** @type {boolean} */ hasPassed) => ({
    name,
    seconds: (performance.now() - startedAtMs) / 1_000,
    ...countOne(hasPassed),
  });
  try {
    const value = await action();
    return { value, result: result(true) };
  } catch (error) {
    const words = error instanceof MissingPiece ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${words}\n`);
    return { value: undefined, result: result(false) };
  }
}
