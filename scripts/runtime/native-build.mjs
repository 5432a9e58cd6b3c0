import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { lastWords, run } from './child.mjs';
import { installPackages, isOnPath } from './packages.mjs';
import { cacheFolder, stampFolder } from './places.mjs';
import { MissingPiece } from './step.mjs';

const limitMs = 15 * 60 * 1_000;
/**
 * The experimental Node-API version asks for no particular version, so any runtime loads the binding. The last flag keeps the
 * signatures of finalizers as they are outside the experiment.
 */
const compilerFlags = '-UNAPI_VERSION -DNAPI_VERSION=2147483647 -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';
const bindingName = 'better_sqlite3.node';
const require = createRequire(import.meta.url);

/** Where better-sqlite3 looks for a binding compiled here, before it looks at the published ones. */
export function compiledBinding() {
  return join(packageFolder(), 'build', 'Release', bindingName);
}

/** Puts a binding in place that another checkout of this user compiled. */
export async function useCachedBinding() {
  if (!existsSync(cachedBinding())) return false;
  await putInPlace(cachedBinding(), compiledBinding());
  return true;
}

/**
 * Compiles better-sqlite3 in a folder of its own and moves only the finished binding into place, so that a program using the
 * present one is not disturbed.
 * @param {import('./step.mjs').Reporter} reporter
 */
export async function buildBinding(reporter) {
  if (process.platform === 'win32')
    throw new MissingPiece('On Windows this needs Node 22 or newer: better-sqlite3 has no binary for older ones.');
  await ensureCompiler(reporter);
  await mkdir(stampFolder, { recursive: true });
  const work = await mkdtemp(join(stampFolder, 'compiling-'));
  try {
    await cp(packageFolder(), work, {
      recursive: true,
      filter: (path) => !['build', 'prebuilds'].some((name) => path === join(packageFolder(), name)),
    });
    const headers = headerFolder();
    const nodeGyp = join(dirname(require.resolve('node-gyp/package.json')), 'bin', 'node-gyp.js');
    const args = [
      'rebuild',
      '--release',
      '--force_build=1',
      '--jobs=max',
      ...(headers === undefined ? [] : [`--nodedir=${headers}`]),
    ];
    const ending = await run(process.execPath, [nodeGyp, ...args], {
      limitMs,
      cwd: work,
      env: { ...process.env, CXXFLAGS: compilerFlags },
    });
    if (ending.code !== 0) throw new MissingPiece(howToCompile(lastWords(ending), headers));
    const made = join(work, 'build', 'Release', bindingName);
    await putInPlace(made, compiledBinding());
    await putInPlace(made, cachedBinding()).catch(() => undefined);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {import('./step.mjs').Reporter} reporter */
async function ensureCompiler(reporter) {
  const missing = ['python3', 'make', 'g++'].filter((program) => !isOnPath(program));
  if (missing.length === 0 || (process.platform === 'darwin' && isOnPath('clang++'))) return;
  const packages = missing.map((program) => [program]);
  await installPackages(packages, `Missing: programs to compile better-sqlite3 with (${missing.join(', ')}).`, reporter);
}

/**
 * A folder whose `include/node` holds Node's headers: the running Node's own, or that of a system-wide one, for Node-API is the same
 * in all of them. Without any, node-gyp fetches them.
 */
function headerFolder() {
  const candidates = [dirname(dirname(process.execPath)), '/usr/local', '/usr'];
  return candidates.find((folder) => existsSync(join(folder, 'include', 'node', 'node_api.h')));
}

/**
 * @param {string} words
 * @param {string | undefined} headers
 */
function howToCompile(words, headers) {
  return [
    'Missing: a better-sqlite3 that works here. Compiling it failed:',
    words,
    ...(headers === undefined
      ? ["Node's headers are not on this machine and are fetched from nodejs.org, or from where npm_config_disturl points."]
      : []),
    'Node 22 or newer with a current Electron needs no compiling.',
  ].join('\n');
}

/**
 * @param {string} from
 * @param {string} to
 */
async function putInPlace(from, to) {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, `${to}.${process.pid}`);
  await rename(`${to}.${process.pid}`, to);
}

function cachedBinding() {
  const hash = createHash('sha256').update(compilerFlags).update(cLibrary()).digest('hex').slice(0, 12);
  return join(cacheFolder(), `better-sqlite3-${version()}-${process.platform}-${process.arch}-${hash}`, bindingName);
}

function cLibrary() {
  return process.platform === 'linux' && existsSync(`/lib/ld-musl-${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}.so.1`)
    ? 'musl'
    : 'usual';
}

function packageFolder() {
  return dirname(require.resolve('better-sqlite3/package.json'));
}

function version() {
  const description = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8'))
  );
  return description.version;
}
