import { isPrivateAddress, isPrivateHost } from './private-host.ts';

/** Addresses of a host. To be left out where names are resolved behind a proxy: asking here would tell the network. */
export type ResolveHost = (hostname: string) => Promise<readonly string[]>;

export interface GuardInput {
  /** Hosts (without port) of the reader's own network that were named by the reader: an archive's origin, an image proxy. */
  readonly privateHosts: ReadonlySet<string>;
  readonly resolveHost: ResolveHost | null;
}

/** Whether `url` may be asked, where a picture at `first` led to it. */
export type HostGuard = (url: URL, first: URL) => Promise<boolean>;

/**
 * An article must not make this machine ask its own network: a router's settings page, say. The name is resolved once more
 * when the connection is made, so a name that changes its address between the two is not caught.
 */
export function createHostGuard({ privateHosts, resolveHost }: GuardInput): HostGuard {
  const answers = new Map<string, Promise<boolean>>();
  const isPublicName = async (hostname: string): Promise<boolean> => {
    if (resolveHost === null) return true;
    try {
      return (await resolveHost(hostname)).every((address) => !isPrivateAddress(address));
    } catch {
      // The connection will fail in the same way, and say why.
      return true;
    }
  };
  return async (url, first) => {
    if (isPrivateHost(url.hostname)) return privateHosts.has(url.hostname) && isPrivateHost(first.hostname);
    if (privateHosts.has(url.hostname)) return true;
    const known = answers.get(url.hostname) ?? isPublicName(url.hostname);
    answers.set(url.hostname, known);
    return known;
  };
}
