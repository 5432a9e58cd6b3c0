import type { Network } from '#main/source/network/network.ts';
import type { ProxyScript } from '#main/source/network/proxy-script.ts';

interface SystemParts {
  /** What Chromium reads in the system's settings. */
  resolve(url: string): Promise<string>;
  /** Address of the script that the system's settings name; null where they name none. */
  readScript(): Promise<string | null>;
  nowMs(): number;
  /** Straight ahead: what a script is fetched over. */
  readonly network: Network;
}

/** How long an address of a script is believed before the system is asked again: pictures come from many hosts. */
const scriptAgeMs = 60_000;

/**
 * The system's answer for an address. Where Chromium says that the way is straight, the system may still name a script, which
 * Chromium could not fetch: then that is asked, and where it cannot be had nobody knows the way.
 */
export function createSystemProxies({ resolve, readScript, nowMs, network }: SystemParts): (url: string) => Promise<string> {
  let readAtMs = -Infinity;
  let script: Promise<ProxyScript | null> = Promise.resolve(null);

  async function load(): Promise<ProxyScript | null> {
    const address = await readScript();
    if (address === null) return null;
    const { loadProxyScript } = await import('#main/source/network/proxy-script.ts');
    return loadProxyScript(address, network);
  }

  return async (url) => {
    const answer = await resolve(url);
    if (answer.trim() !== 'DIRECT') return answer;
    if (nowMs() - readAtMs > scriptAgeMs) {
      readAtMs = nowMs();
      script = load();
      // A failure is for those who ask now; the next one tries again.
      script.catch(() => (readAtMs = -Infinity));
    }
    const choose = await script;
    return choose === null ? answer : choose(new URL(url));
  };
}
