import { describe, expect, test } from 'vitest';
import { isRecent } from '#scripts/runtime/attempts.mjs';
import { chooseDisplay, localDisplayNumber } from '#scripts/runtime/display.mjs';
import { runtimesToProbe } from '#scripts/runtime/native.mjs';
import { cacheFolder } from '#scripts/runtime/places.mjs';
import { isNodeTooOld } from '#scripts/runtime/prepare.mjs';
import { sandboxArguments } from '#scripts/runtime/sandbox.mjs';
import { createReporter, stepLine } from '#scripts/runtime/step.mjs';

describe('display', () => {
  const bare = { platform: 'linux', hasRunningX: false, hasWayland: false, hasXvfb: false };

  test('a display that is there is used, X before Wayland, both before Xvfb', () => {
    expect(chooseDisplay({ ...bare, hasRunningX: true, hasWayland: true, hasXvfb: true })).toBe('running');
    expect(chooseDisplay({ ...bare, hasWayland: true, hasXvfb: true })).toBe('wayland');
    expect(chooseDisplay({ ...bare, hasXvfb: true })).toBe('xvfb');
  });

  test('without any the application runs headless', () => {
    expect(chooseDisplay(bare)).toBe('headless');
  });

  test('macOS and Windows bring their own', () => {
    expect(chooseDisplay({ ...bare, platform: 'darwin' })).toBe('native');
  });

  test('the number of a local display is read, a remote one has none', () => {
    expect(localDisplayNumber(':12.0')).toBe('12');
    expect(localDisplayNumber('unix:3')).toBe('3');
    expect(localDisplayNumber('workstation:0')).toBeUndefined();
  });
});

describe('sandbox', () => {
  test('it is switched off only on Linux for root or where namespaces are withheld', () => {
    expect(sandboxArguments({ platform: 'linux', isRoot: true, hasNamespaces: true })).toEqual(['--no-sandbox']);
    expect(sandboxArguments({ platform: 'linux', isRoot: false, hasNamespaces: false })).toEqual(['--no-sandbox']);
    expect(sandboxArguments({ platform: 'linux', isRoot: false, hasNamespaces: true })).toEqual([]);
    expect(sandboxArguments({ platform: 'darwin', isRoot: true, hasNamespaces: false })).toEqual([]);
  });
});

describe('binding of better-sqlite3', () => {
  const runtimes = [{ key: 'node v20' }, { key: 'electron 33' }];

  test('every runtime is probed when nothing is known', () => {
    expect(runtimesToProbe(runtimes, undefined, '13 published')).toEqual(runtimes);
  });

  test('only a runtime that has not been seen with this binding is probed', () => {
    expect(runtimesToProbe(runtimes, { binding: '13 published', good: ['node v20'] }, '13 published')).toEqual([
      { key: 'electron 33' },
    ]);
  });

  test('another binding makes what was known worthless', () => {
    expect(runtimesToProbe(runtimes, { binding: '13 published', good: ['node v20', 'electron 33'] }, '13 compiled')).toEqual(
      runtimes,
    );
  });
});

describe('small decisions', () => {
  test('a failure counts for an hour, one from the future not at all', () => {
    const nowMs = Date.UTC(2025, 0, 1);
    expect(isRecent(nowMs - 59 * 60_000, nowMs)).toBe(true);
    expect(isRecent(nowMs - 60 * 60_000, nowMs)).toBe(false);
    expect(isRecent(nowMs + 1, nowMs)).toBe(false);
  });

  test('Node older than 20.20 is refused', () => {
    expect(['18.20.4', '20.19.0', '20.20.0', '22.1.0'].map(isNodeTooOld)).toEqual([true, true, false, false]);
  });

  test('a relative cache folder in the environment is ignored', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/var/tmp/cache' })).toBe('/var/tmp/cache/offprint');
    expect(cacheFolder({ XDG_CACHE_HOME: 'cache' })).toMatch(/\.cache.offprint$/);
  });
});

describe('lines of steps', () => {
  test('name and detail, dots, cost', () => {
    expect(stepLine('electron', '33.2.1 stand-in, cached', 40)).toMatch(/^electron 33\.2\.1 stand-in, cached \.{3,} 0\.0 s$/);
  });

  test('a silent reporter speaks only of steps that did something', async () => {
    const lines: string[] = [];
    const reporter = createReporter({ isSilentWhenIdle: true, write: (line) => lines.push(line) });
    await reporter.run('idle', () => Promise.resolve({ outcome: { detail: 'fresh', hasActed: false } }));
    await reporter.run('busy', () => Promise.resolve({ outcome: { detail: 'made', hasActed: true } }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('busy made');
  });
});
