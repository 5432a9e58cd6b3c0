import type { Traffic } from '#main/source/network/traffic.ts';
import type { Connection } from '#preload/contract/privacy-types.ts';

/** Every host that was talked to since the start, for the reader's eyes: it is in memory alone and ends with the application. */
export interface ConnectionLog {
  note(traffic: Traffic): void;
  /** The last one first. */
  list(): readonly Connection[];
}

const maximumConnections = 2_000;
const tellEveryMs = 500;

interface Surroundings {
  nowMs(): number;
  /** Called soon after something changed, and not more often than twice a second. */
  onChange(): void;
}

export function createConnectionLog({ nowMs, onChange }: Surroundings): ConnectionLog {
  const connections = new Map<string, Connection>();
  let timer: NodeJS.Timeout | null = null;
  const tellSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      onChange();
    }, tellEveryMs);
    timer.unref();
  };
  return {
    note: (traffic) => {
      const key = [traffic.purpose, traffic.via ?? '', traffic.host].join(' ');
      const at = new Date(nowMs()).toISOString();
      const known = connections.get(key);
      // Taken out and put back: a map keeps the order in which things came.
      connections.delete(key);
      connections.set(key, {
        ...traffic,
        requests: (known?.requests ?? 0) + traffic.requests,
        bytesDown: (known?.bytesDown ?? 0) + traffic.bytesDown,
        bytesUp: (known?.bytesUp ?? 0) + traffic.bytesUp,
        firstAt: known?.firstAt ?? at,
        lastAt: at,
      });
      const [oldest] = connections.keys();
      if (connections.size > maximumConnections && oldest !== undefined) connections.delete(oldest);
      tellSoon();
    },
    list: () => [...connections.values()].toReversed(),
  };
}
