import { defineConfig } from '@playwright/test';
import type { ReporterDescription } from '@playwright/test';

const reportPath = process.env['OFFPRINT_PLAYWRIGHT_REPORT'];
const reporters: ReporterDescription[] = reportPath ? [['list'], ['json', { outputFile: reportPath }]] : [['list']];

const displays = (process.env['OFFPRINT_DISPLAYS'] ?? '').split(' ').filter((display) => display !== '');
const workerDisplay = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)];
if (workerDisplay !== undefined) process.env['DISPLAY'] = workerDisplay;

/** Real Electron in both projects. No retries: a test that passes only the second time is a fault. */
export default defineConfig({
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Windows on one display take the focus from each other: each worker has a display of its own.
  workers: Math.max(1, displays.length),
  retries: 0,
  forbidOnly: true,
  outputDir: 'test-results',
  reporter: reporters,
  projects: [
    { name: 'component-build', testDir: 'test/component', testMatch: 'build.setup.ts', timeout: 120_000 },
    { name: 'component', testDir: 'test/component', testMatch: '*.test.ts', dependencies: ['component-build'] },
    { name: 'package', testDir: 'test/package', testMatch: '*.test.ts', timeout: 180_000 },
    { name: 'e2e', testDir: 'test/e2e', testMatch: '**/*.test.ts', timeout: 120_000 },
    { name: 'leaks', testDir: 'test/leaks', testMatch: '**/*.test.ts', timeout: 120_000 },
    {
      name: 'screenshots',
      testDir: 'test/component',
      testMatch: '*screenshots.ts',
      dependencies: ['component-build'],
      timeout: 180_000,
    },
  ],
});
