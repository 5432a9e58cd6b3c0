import type { OutlineEntry } from '#preload/contract/library-types.ts';

/** Deeper steps are not seen on so narrow a panel. */
const deepestStep = 3;
/** Of a heading: `h6`. */
const lowestLevel = 6;

/** How far each entry is set in, from 0 for the highest level that there is; for an outline of any length. */
export function outlineSteps(entries: readonly Pick<OutlineEntry, 'level'>[]): readonly number[] {
  const highest = entries.reduce((least, { level }) => Math.min(least, level), lowestLevel);
  return entries.map(({ level }) => Math.min(deepestStep, level - highest));
}
