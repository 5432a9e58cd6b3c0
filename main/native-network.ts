import { BrowserWindow, dialog, type OpenDialogOptions, safeStorage, session } from 'electron';
import type { SecretKeeper } from '#main/library/network-setting.ts';
import { directNetwork } from '#main/source/network/network.ts';
import type { TrafficWatch } from '#main/source/network/traffic.ts';
import { systemSecrets } from './secret-keeper.ts';
import { createSystemProxies } from './system-proxies.ts';
import { askProgram, systemScript } from './system-script.ts';

/** What only the system can tell or do about the network. */
export interface NativeNetwork {
  /** Null where the system has no keychain. */
  secrets(): SecretKeeper | null;
  /** What the system says of an address, as `PROXY host:port; DIRECT`. */
  resolveSystemProxy(url: string): Promise<string>;
  /** Absolute path of a file of certificates; null where the reader chose none. */
  chooseCertificates(): Promise<string | null>;
}

/** To be used when the application is ready. */
export function createNativeNetwork(noteTraffic?: TrafficWatch['note']): NativeNetwork {
  const watch = noteTraffic && { purpose: 'proxy-script' as const, note: noteTraffic };
  return {
    secrets: () => systemSecrets(safeStorage, process.platform),
    resolveSystemProxy: createSystemProxies({
      resolve: (url) => session.defaultSession.resolveProxy(url),
      readScript: () => systemScript(process.platform, askProgram),
      nowMs: Date.now,
      network: { ...directNetwork, ...(watch && { watch }) },
    }),
    chooseCertificates,
  };
}

async function chooseCertificates(): Promise<string | null> {
  const options: OpenDialogOptions = {
    properties: ['openFile'],
    filters: [
      { name: 'PEM', extensions: ['pem', 'crt', 'cer'] },
      { name: '*', extensions: ['*'] },
    ],
  };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}
