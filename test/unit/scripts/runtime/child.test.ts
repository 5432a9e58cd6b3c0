import { expect, test } from 'vitest';
import { lastWords, run } from '#scripts/runtime/child.mjs';

const limitMs = 20_000;

test('output and exit code come back', async () => {
  const ending = await run(process.execPath, ['-e', 'console.log("out"); console.error("err"); process.exitCode = 3'], {
    limitMs,
  });
  expect(ending).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n', isTimedOut: false });
});

test('a program that does not exist is an ending, not an exception', async () => {
  expect((await run('no-such-program-anywhere', [], { limitMs })).code).toBe(127);
});

// What the program started holds the other end of its output: the run ends only when that has ended too.
test.skipIf(process.platform === 'win32')('a program that takes too long is stopped together with what it started', async () => {
  const source =
    "require('node:child_process').spawn('sleep', ['600'], { stdio: 'inherit' }); setInterval(() => undefined, 1000);";
  const ending = await run(process.execPath, ['-e', source], { limitMs: 2_000 });
  expect(ending.isTimedOut).toBe(true);
  expect(ending.code).toBeGreaterThan(128);
});

test('last words leave out empty lines and stack traces', () => {
  const ending = { code: 1, stdout: '', stderr: 'TypeError: fetch failed\n    at somewhere (file.js:1:2)\n\n', isTimedOut: true };
  expect(lastWords(ending)).toBe('    (stopped: it took too long)\n    TypeError: fetch failed');
});
