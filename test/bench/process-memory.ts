import { readdirSync, readFileSync } from 'node:fs';

/** All processes that descend from one, itself too. Linux alone tells. */
function familyOf(pid: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    try {
      // The name of the program stands in brackets, and may hold any character.
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\)/su, '').trim().split(' ');
      parents.set(Number(name), Number(fields[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const family = [pid];
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family;
}

/** Megabytes of a process and all its descendants, what they share counted once (proportional set size); null where the system does not tell. */
export function familyMegabytes(pid: number): number | null {
  try {
    return familyOf(pid).reduce((sum, member) => sum + ownMegabytes(member), 0);
  } catch {
    return null;
  }
}

function ownMegabytes(pid: number): number {
  try {
    const [, kilobytes = '0'] = /^Pss:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return (Number(kilobytes) * 1_024) / 1e6;
  } catch {
    return 0;
  }
}
