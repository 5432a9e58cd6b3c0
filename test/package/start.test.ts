import { test } from '@playwright/test';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { electronForAnyone } from '#test/helpers/electron-for-anyone.ts';
import { openWindow, placePackage } from './packaged.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const rounds = 7;

/** Only shown: how fast this machine is at the moment is no fault of the package. In turn, so that both meet the same load. */
test('the package starts about as fast as the checkout', async () => {
  const place = placePackage();
  const electron = electronForAnyone(process.env['OFFPRINT_ELECTRON'] ?? '');
  const times: Record<'package' | 'checkout', number[]> = { package: [], checkout: [] };
  try {
    for (let round = 0; round < rounds; round++) {
      const library = `--library=${join(place.home, 'timed')}`;
      for (const [kind, program, args] of [
        ['package', join(place.programFolder, 'offprint'), [library]],
        ['checkout', electron.path, [projectRoot, library]],
      ] as const) {
        const run = await openWindow({ program, home: place.home, args });
        await run.close();
        if (round > 0) times[kind].push(run.startMs);
      }
    }
  } finally {
    place.remove();
    electron.remove();
  }
  const [packaged, checkout] = [median(times.package), median(times.checkout)];
  process.stdout.write(
    `  start: package ${packaged.toFixed(0)} ms, checkout ${checkout.toFixed(0)} ms, ratio ${(packaged / checkout).toFixed(2)}\n`,
  );
});

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
