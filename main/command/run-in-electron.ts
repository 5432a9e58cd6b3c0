import type { App } from 'electron';
import { runCommandLine, type Surroundings } from './run-command-line.ts';

/** The command line of the packaged program: the same commands, no window, and the process ends with their exit status. */
export async function runInElectron(
  app: App,
  argv: readonly string[],
  given: Pick<Surroundings, 'parseWorker' | 'secrets' | 'printer'>,
): Promise<void> {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  // A closed pipe is met again, as a rejection, by the one who prints.
  process.stdout.on('error', () => undefined);
  const print = (text: string | Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
    });
  const status = await runCommandLine(argv, {
    env: process.env,
    platform: process.platform,
    program: app.name.toLowerCase(),
    ...given,
    signal: controller.signal,
    print,
    note: (text) => process.stderr.write(`${text}\n`),
  });
  app.exit(status);
}
