import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';

/** As a fuse stands in the program: the characters 1 and 0. */
const [on, off] = [0x31, 0x30];

/**
 * How the program is closed against being used for anything else. `EnableNodeCliInspectArguments` alone differs in a package for
 * tests, which Playwright could not drive otherwise.
 * @param {boolean} isForTests
 * @returns {Readonly<Record<string, boolean>>} by the names of `FuseV1Options`
 */
export function wantedFuses(isForTests) {
  return {
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: isForTests,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  };
}

/**
 * @param {string} program the executable, or the .app of a Mac
 * @param {{ isForTests: boolean }} options
 */
export async function setFuses(program, { isForTests }) {
  const wanted = wantedFuses(isForTests);
  const settings = Object.fromEntries(Object.entries(wanted).map(([name, isOn]) => [optionOf(name), isOn]));
  await flipFuses(program, { version: FuseVersion.V1, resetAdHocDarwinSignature: true, ...settings });
  const wrong = await wrongFuses(program, wanted);
  if (wrong.length > 0) throw new Error(`fuses of ${program} are not as they must be: ${wrong.join(', ')}`);
}

/**
 * Fuses that are not as wanted, also those that this program has and nobody decided on.
 * @param {string} program
 * @param {Readonly<Record<string, boolean>>} wanted
 */
export async function wrongFuses(program, wanted) {
  const wire = /** @type {Record<string, unknown>} */ (await getCurrentFuseWire(program));
  const known = Object.entries(wanted).filter(([name, isOn]) => wire[optionOf(name)] !== (isOn ? on : off));
  return known.map(([name]) => name);
}

/** @param {string} name */
function optionOf(name) {
  return FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (name)];
}
