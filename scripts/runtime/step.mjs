/**
 * What a step did: `detail` follows the step's name on its line; `hasActed` is false when everything was there already.
 * @typedef {{ detail: string, hasActed: boolean }} Outcome
 * @typedef {{ run: <T extends { outcome: Outcome }>(name: string, action: () => Promise<T>) => Promise<T>, note: (text: string) => void }} Reporter
 */

/** Something the machine lacks. The message says what, and how to get it; it is printed without a stack. */
export class MissingPiece extends Error {}

const lineWidth = 72;

/**
 * @param {string} name
 * @param {string} detail
 * @param {number} milliseconds
 */
export function stepLine(name, detail, milliseconds) {
  const text = `${name} ${detail} `;
  return `${text}${'.'.repeat(Math.max(3, lineWidth - text.length))} ${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * Prints one line per step on stderr, so that stdout stays free for a command's own result.
 * @param {{ isSilentWhenIdle?: boolean, write?: (line: string) => void }} [options] `isSilentWhenIdle`: no line for a step that found nothing to do
 * @returns {Reporter}
 */
export function createReporter({ isSilentWhenIdle = false, write = (line) => process.stderr.write(`${line}\n`) } = {}) {
  return {
    note: (text) => write(`  ${text}`),
    run: async (name, action) => {
      const startedAtMs = performance.now();
      const result = await action();
      const { detail, hasActed } = result.outcome;
      if (hasActed || !isSilentWhenIdle) write(stepLine(name, detail, performance.now() - startedAtMs));
      return result;
    },
  };
}

/**
 * Runs a script's whole work; a missing piece or any other failure ends the process with 1.
 * @param {() => Promise<number | undefined>} work gives the exit code
 */
export async function runScript(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    process.stderr.write(`\n${error instanceof MissingPiece ? error.message : describe(error)}\n`);
    process.exitCode = 1;
  }
}

/** @param {unknown} error */
function describe(error) {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
