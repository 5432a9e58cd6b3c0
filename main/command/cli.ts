import { once } from 'node:events';
import { runCommandLine } from './run-command-line.ts';

const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());

async function print(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

// A closed pipe is met again, as a rejection, by whoever waits for room in it.
process.stdout.on('error', () => undefined);

process.exitCode = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  platform: process.platform,
  program: 'npm run -s cli --',
  parseWorker: new URL('./parse-worker.js', import.meta.url),
  secrets: () => null,
  printer: () => null,
  signal: controller.signal,
  print,
  note: (text) => process.stderr.write(`${text}\n`),
});
