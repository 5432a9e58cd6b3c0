import { readFileSync } from 'node:fs';

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: { readonly host?: string } }[];
}

/** The events with which Chromium looks up a name or sends something. To `connect` a datagram socket sends nothing. */
const outgoing =
  /^(?:HOST_RESOLVER_SYSTEM_TASK|HOST_RESOLVER_MANAGER_JOB|HOST_RESOLVER_DNS_TASK|DNS_TRANSACTION|TCP_CONNECT_ATTEMPT|TCP_CONNECT|UDP_BYTES_SENT|SOCKET_BYTES_SENT|QUIC_SESSION)$/u;

/** Names of the outgoing events in a log that Chromium has written with `--log-net-log`, each as often as it happened. */
export function outgoingEvents(file: string): readonly string[] {
  const { constants, events } = readLog(file);
  const nameOf = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  return events.map(({ type }) => nameOf.get(type) ?? '').filter((name) => outgoing.test(name));
}

/** A program that was ended leaves the list open. */
function readLog(file: string): NetLog {
  const text = readFileSync(file, 'utf8').trimEnd();
  try {
    return JSON.parse(text) as NetLog;
  } catch {
    return JSON.parse(`${text.replace(/,$/u, '')}]}`) as NetLog;
  }
}
