export interface Cost<Outcome> {
  readonly outcome: Outcome;
  /** Of the processor, in all threads of this process: a busy machine does not lengthen it. */
  readonly cpuMs: number;
  /** How much the memory of the process has grown. */
  readonly grownBytes: number;
}

/** What some work ended in, or the code of what it failed with, and what that cost. */
export async function costOf<Outcome>(work: () => Outcome | Promise<Outcome>): Promise<Cost<Outcome | string>> {
  const before = { cpu: process.cpuUsage(), rss: process.memoryUsage.rss() };
  let outcome: Outcome | string;
  try {
    outcome = await work();
  } catch (error) {
    outcome = error instanceof Error && 'code' in error ? String(error.code) : `unknown: ${String(error)}`;
  }
  const { user, system } = process.cpuUsage(before.cpu);
  return { outcome, cpuMs: (user + system) / 1_000, grownBytes: process.memoryUsage.rss() - before.rss };
}
