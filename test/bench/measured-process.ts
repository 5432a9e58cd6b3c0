import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface MeasuredProcess {
  readonly stdout: string;
  readonly seconds: number;
  /** Null where the system does not tell (it does on Linux). */
  readonly peakMegabytes: number | null;
}

const sampleEveryMs = 50;

/** Runs a program to its end; throws with its last words where it fails. */
export function runMeasured(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<MeasuredProcess> {
  return new Promise((resolve, reject) => {
    const startedAtMs = performance.now();
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    let lastWords = '';
    let peakMegabytes: number | null = null;
    const sample = setInterval(() => (peakMegabytes = peakOf(child.pid) ?? peakMegabytes), sampleEveryMs);
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => (lastWords = `${lastWords}${chunk.toString('utf8')}`.slice(-2_000)));
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(sample);
      const seconds = (performance.now() - startedAtMs) / 1_000;
      if (code === 0) resolve({ stdout: Buffer.concat(output).toString('utf8'), seconds, peakMegabytes });
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}\n${lastWords}`));
    });
  });
}

/** The kernel's own high-water mark: a late sample misses only what was reached after it. */
function peakOf(pid: number | undefined): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : (Number(kilobytes) * 1_024) / 1e6;
  } catch {
    return null;
  }
}
