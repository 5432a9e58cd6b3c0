import { readFileSync } from 'node:fs';

/** What went out so far. See "the network of the leak tests" in `scripts/leaks/enter.mjs`. */
export interface NetworkRecord {
  /** Names that were looked up, each once. */
  readonly names: readonly string[];
  /** Connections, requests and datagrams that reached the other end. */
  readonly contacts: readonly string[];
  /** All that the kernel put on the cable. */
  readonly packets: number;
}

interface SinkEvent {
  readonly kind: 'name' | 'connection' | 'request' | 'datagram';
  readonly name?: string;
  readonly port?: number;
  readonly host?: string | null;
}

const logFile = process.env['OFFPRINT_LEAK_LOG'];

/** Whether this process lives in a network where everything is seen. */
export const hasNetworkOfOurOwn = logFile !== undefined;

export function readNetwork(): NetworkRecord {
  const events = eventsIn(logFile ?? '');
  return {
    names: [...new Set(events.flatMap(({ kind, name }) => (kind === 'name' && name !== undefined ? [name] : [])))].toSorted(),
    contacts: events.filter(({ kind }) => kind !== 'name').map(({ kind, port, host }) => `${kind} ${port} ${host ?? ''}`.trim()),
    packets: sentPackets(),
  };
}

function eventsIn(file: string): readonly SinkEvent[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as SinkEvent);
  } catch {
    // Nothing was ever written down.
    return [];
  }
}

/** The tenth number of the cable's line: packets sent. */
function sentPackets(): number {
  const line = readFileSync('/proc/net/dev', 'utf8')
    .split('\n')
    .find((text) => text.trim().startsWith('inside:'));
  const sent = line?.split(':')[1]?.trim().split(/\s+/u)[9];
  if (sent === undefined) throw new Error('there is no cable to count packets on');
  return Number(sent);
}

/** What went out since. */
export function since(before: NetworkRecord): NetworkRecord {
  const now = readNetwork();
  return {
    names: now.names.filter((name) => !before.names.includes(name)),
    contacts: now.contacts.slice(before.contacts.length),
    packets: now.packets - before.packets,
  };
}
