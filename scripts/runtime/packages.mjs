import { delimiter, join } from 'node:path';
import { accessSync, constants } from 'node:fs';
import { lastWords, run } from './child.mjs';
import { MissingPiece } from './step.mjs';

const queryLimitMs = 20_000;
const installLimitMs = 15 * 60 * 1_000;
const installArguments = ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];

/**
 * A system package under the names it has had; the newest name first.
 * @typedef {readonly string[]} Names
 */

/** @param {string} program */
export function isOnPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return folder !== '';
    } catch {
      return false;
    }
  });
}

/**
 * One name for each package: the newest that this release knows. Where none is known (no package lists yet) the oldest: a newer
 * release still understands it.
 * @param {readonly Names[]} packages
 * @param {ReadonlySet<string>} known
 */
export function choosePackages(packages, known) {
  return [...new Set(packages.map((names) => names.find((name) => known.has(name)) ?? names.at(-1) ?? ''))];
}

/**
 * The names with a candidate in what `apt-cache policy` prints: a block per known package, its name flush left.
 * @param {string} policy
 */
export function installablePackages(policy) {
  const blocks = policy.split(/^(?=\S)/mu).filter((block) => /^ {2}Candidate: (?!\(none\))/mu.test(block));
  return new Set(blocks.map((block) => block.slice(0, block.indexOf(':'))));
}

/**
 * Installs system packages on Debian and its relatives, as root or through a sudo that asks nothing.
 * @param {readonly Names[]} packages
 * @param {string} missing what they are for, in words: begins the message when they cannot be installed
 * @param {import('./step.mjs').Reporter} reporter
 */
export async function installPackages(packages, missing, reporter) {
  if (!isOnPath('apt-get')) {
    throw new MissingPiece(
      `${missing}\nInstall them with this system's package manager; on Debian they are: ${choosePackages(packages, new Set()).join(' ')}`,
    );
  }
  const names = choosePackages(packages, await askForNames(packages));
  const leading = await privilege();
  if (leading === undefined) throw new MissingPiece(`${missing}\nRun this, then the same command again:\n${commandFor(names)}`);
  const apt = (/** @type {readonly string[]} */ args) =>
    run(leading.command, [...leading.args, ...args], {
      limitMs: installLimitMs,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  reporter.note(`installing ${names.join(' ')}`);
  let ending = await apt([...installArguments, ...names]);
  if (ending.code !== 0) {
    await apt(['update', '-o', 'Acquire::Retries=1']);
    ending = await apt([...installArguments, ...choosePackages(packages, await askForNames(packages))]);
  }
  if (ending.code !== 0) throw new MissingPiece(`${missing}\nThis did not work:\n${commandFor(names)}\n${lastWords(ending)}`);
}

/** @param {readonly string[]} names */
function commandFor(names) {
  return `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

/** @param {readonly Names[]} packages */
async function askForNames(packages) {
  const { stdout } = await run('apt-cache', ['policy', ...packages.flat()], {
    limitMs: queryLimitMs,
    env: { ...process.env, LC_ALL: 'C' },
  });
  return installablePackages(stdout);
}

/** How apt-get is called by us; undefined when we may not install. */
async function privilege() {
  if (process.getuid?.() === 0) return { command: 'apt-get', args: [] };
  const sudo = await run('sudo', ['-n', 'true'], { limitMs: queryLimitMs });
  return sudo.code === 0 ? { command: 'sudo', args: ['-n', '--preserve-env=DEBIAN_FRONTEND', 'apt-get'] } : undefined;
}

/** Whether `installPackages` may try: it would not have to ask anyone. */
export async function mayInstallPackages() {
  return isOnPath('apt-get') && (await privilege()) !== undefined;
}
