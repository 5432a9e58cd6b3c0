import type { Handlers } from '#main/ipc/handlers.ts';
import type { ImporterNetworkSetting } from '#main/importer/job.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import { sealNetwork, unsealNetwork } from '#main/library/network-setting.ts';
import type { NetworkSetting } from '#preload/contract/network-types.ts';
import type { Traffic } from '#main/source/network/traffic.ts';
import { Logins } from './logins.ts';
import type { NativeNetwork } from './native-network.ts';

type NetworkCall =
  'network.read' | 'network.change' | 'network.test' | 'network.chooseCaFile' | 'logins.list' | 'logins.keep' | 'logins.forget';

/** How the application is set to reach the network. Only the main process can ask the system and its keychain. */
export interface NetworkAccess {
  /** The setting as it is now, password and all. */
  readSetting(): Promise<NetworkSetting>;
  /** The same, with the logins of servers. */
  readForSync(): Promise<ImporterNetworkSetting>;
  readonly logins: Logins;
  /** What the system says of an address, as `PROXY host:port; DIRECT`. */
  resolveSystemProxy(url: string): Promise<string>;
  noteTraffic(traffic: Traffic): void;
  readonly handlers: Pick<Handlers, NetworkCall>;
}

interface NetworkParts extends NativeNetwork {
  readonly library: LibraryClient;
  readonly send: SendEvent;
  noteTraffic(traffic: Traffic): void;
}

export function openNetworkAccess({ library, send, noteTraffic, ...native }: NetworkParts): NetworkAccess {
  const { secrets, resolveSystemProxy, chooseCertificates } = native;
  const readSetting = async (): Promise<NetworkSetting> => {
    const kept = await library.request('network.kept', {});
    return kept.sealedPassword === null ? unsealNetwork(kept, null) : unsealNetwork(kept, secrets());
  };
  const logins = new Logins(library, secrets);
  return {
    readSetting,
    readForSync: async () => ({ ...(await readSetting()), logins: await logins.read() }),
    logins,
    resolveSystemProxy,
    noteTraffic,
    handlers: {
      ...logins.handlers,
      'network.read': async () => ({ ...(await readSetting()), isPasswordEncrypted: secrets() !== null }),
      'network.change': async (setting) => {
        const keeper = secrets();
        await library.request('network.keep', sealNetwork(setting, keeper));
        return { ...setting, isPasswordEncrypted: keeper !== null };
      },
      'network.test': async ({ setting, origin }, signal) => {
        // Loaded only now: a window needs nothing of it to open.
        const [{ createNetwork }, { testNetwork }] = await Promise.all([
          import('#main/source/network/create-network.ts'),
          import('#main/source/network/test-network.ts'),
        ]);
        const way = createNetwork(setting, resolveSystemProxy, { purpose: 'network-test', note: noteTraffic });
        const network = { ...way, logins: await logins.read() };
        return testNetwork({ network, origin, signal, onPassed: (stage) => send('network.stagePassed', { stage }) });
      },
      'network.chooseCaFile': async () => {
        const path = await chooseCertificates();
        return path === null ? null : { path };
      },
    },
  };
}
