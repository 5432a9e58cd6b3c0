import { expect, it } from 'vitest';
import { parsePage } from '#main/parse/parse-page.ts';
import { readFixturePages } from './archive-pages.ts';
import { faultOf, mutatedPages } from './mutate-page.ts';

it('damaged pages are read without failing, hold nothing forbidden, and are the same when read again', async () => {
  const whole = await readFixturePages();
  const faults: string[] = [];
  let number = 0;
  for (const page of mutatedPages(whole, 1_500, 20_211_122)) {
    const fault = faultOf(page);
    if (fault !== null) faults.push(`${number} ${page.path}: ${fault.slice(0, 2_000)}`);
    number++;
  }
  expect(faults).toEqual([]);
});

it('they are the same pages each time, damaged for the most part, and most are still read', async () => {
  const whole = await readFixturePages();
  const once = [...mutatedPages(whole, 100, 7)];
  expect([...mutatedPages(whole, 100, 7)]).toEqual(once);
  const untouched = once.filter(({ bytes }) => whole.some((page) => Buffer.from(page.bytes).equals(bytes)));
  expect(untouched.length).toBeLessThan(5);
  expect(once.filter((page) => parsePage(page).ok).length).toBeGreaterThan(70);
});
