import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Runs a command in a network that leads nowhere. Called in namespaces of its own (network and mounts): `enter.mjs COMMAND ...`.
 *
 * Note: the network of the leak tests. There is one cable (`inside`); at its other end, in a second namespace, `sink.mjs` is
 * every address there is: it answers every name, takes every connection and writes both down. What a program sends is counted by
 * the kernel at our end of the cable, so that nothing is missed that the sink does not understand. Both ends know each other's
 * hardware address and speak no IPv6, so that the kernel itself sends nothing. Loopback is not the cable: remote control of the
 * application under test is not counted.
 */
const folder = mkdtempSync(join(tmpdir(), 'offprint-leaks-'));
const logFile = join(folder, 'sink.jsonl');

/** @param {string} line */
function ip(line) {
  execFileSync('ip', line.split(' '), { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The second namespace holds the sink, and lasts as long. */
function startSink() {
  const sink = fileURLToPath(new URL('./sink.mjs', import.meta.url));
  const child = spawn('unshare', ['--net', process.execPath, sink, logFile], { stdio: ['pipe', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the sink ended')));
    child.stdout.once('data', () => resolve(child));
  });
}

/** @param {number} sinkPid */
function layCable(sinkPid) {
  ip('link set lo up');
  ip('link add inside address 02:00:00:00:00:01 type veth peer name outside address 02:00:00:00:00:02');
  ip(`link set outside netns ${sinkPid}`);
  ip('link set inside addrgenmode none');
  ip('addr add 10.99.0.2/30 dev inside');
  ip('link set inside up');
  ip('neigh replace 10.99.0.1 lladdr 02:00:00:00:00:02 nud permanent dev inside');
  ip('route add default via 10.99.0.1');
  const names = join(folder, 'resolv.conf');
  writeFileSync(names, 'nameserver 10.99.0.1\n');
  execFileSync('mount', ['--bind', names, '/etc/resolv.conf'], { stdio: 'inherit' });
}

/** @param {readonly string[]} command */
function runInside([program = '', ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, OFFPRINT_LEAK_LOG: logFile } });
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

const sink = await startSink();
try {
  layCable(sink.pid);
  // The sink waits for the cable before it takes addresses.
  const isReady = new Promise((resolve) => sink.stdout.once('data', resolve));
  sink.stdin.write('cable\n');
  await isReady;
  process.exitCode = await runInside(process.argv.slice(2));
} finally {
  sink.removeAllListeners('exit');
  sink.kill();
  rmSync(folder, { recursive: true, force: true });
}
