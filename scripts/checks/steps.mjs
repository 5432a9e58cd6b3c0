/**
 * One step of the checks. `reporter` says whose JSON report holds its count; without one the step counts as a single check.
 * @typedef {object} Step
 * @property {string} name
 * @property {'check' | 'component' | 'e2e' | 'leaks'} group
 * @property {string} program a name in node_modules/.bin
 * @property {readonly string[]} args
 * @property {'vitest' | 'playwright' | undefined} reporter
 * @property {boolean} needsElectron a built application and an Electron with a display
 * @property {boolean} isInOwnNetwork runs where every packet is counted, as far as this system lets it
 * @property {number} limitMs
 */

const minuteMs = 60 * 1_000;

/** @type {readonly Step[]} */
export const steps = [
  check('types', 'tsc', ['--build']),
  check('lint', 'oxlint', ['--type-aware', '--deny-warnings']),
  check('format', 'prettier', ['--check', '--log-level=warn', '.']),
  check('dead-code', 'knip', []),
  {
    name: 'unit',
    group: 'check',
    program: 'vitest',
    args: ['run'],
    reporter: 'vitest',
    needsElectron: false,
    isInOwnNetwork: false,
    limitMs: 20 * minuteMs,
  },
  playwright('component', 20 * minuteMs),
  playwright('e2e', 40 * minuteMs),
  { ...playwright('leaks', 20 * minuteMs), isInOwnNetwork: true },
];

/**
 * The steps that the words name, in their fixed order; a group's name stands for all of its steps.
 * @param {readonly string[]} words none means every step
 * @returns {{ selected: readonly Step[], unknown: readonly string[] }}
 */
export function selectSteps(words) {
  const unknown = words.filter((word) => !steps.some(({ name, group }) => name === word || group === word));
  return {
    selected: steps.filter(({ name, group }) => words.length === 0 || words.includes(name) || words.includes(group)),
    unknown,
  };
}

/**
 * @param {string} name
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Step}
 */
function check(name, program, args) {
  return {
    name,
    group: 'check',
    program,
    args,
    reporter: undefined,
    needsElectron: false,
    isInOwnNetwork: false,
    limitMs: 10 * minuteMs,
  };
}

/**
 * @param {'component' | 'e2e' | 'leaks'} name the project's name in playwright.config.ts
 * @param {number} limitMs
 * @returns {Step}
 */
function playwright(name, limitMs) {
  return {
    name,
    group: name,
    program: 'playwright',
    args: ['test', `--project=${name}`],
    reporter: 'playwright',
    needsElectron: true,
    isInOwnNetwork: false,
    limitMs,
  };
}
