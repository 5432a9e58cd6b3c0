import * as v from 'valibot';
import { ReportedFailure } from '#main/failure.ts';
import { readSetting, writeSetting } from '#main/store/reader/settings.ts';
import { calls } from '#preload/contract/contract.ts';
import type { NetworkSetting } from '#preload/contract/network-types.ts';
import type { Library } from './library.ts';

/** Encrypts for this reader on this machine, with the system's own keychain. */
export interface SecretKeeper {
  seal(text: string): string;
  /** Null where it was sealed elsewhere, or by somebody else. */
  unseal(sealed: string): string | null;
}

/** As it is kept in `reader.db`. A password that could be encrypted stands in `sealedPassword` and nowhere else. */
export interface KeptNetworkSetting extends NetworkSetting {
  readonly sealedPassword: string | null;
}

export const defaultNetwork: KeptNetworkSetting = { proxy: { kind: 'system' }, extraCaFile: null, sealedPassword: null };

const keptSetting = v.intersect([
  v.object({ sealedPassword: v.nullable(v.string()) }),
  v.pipe(
    v.looseObject({}),
    v.transform(({ proxy, extraCaFile }) => ({ proxy, extraCaFile })),
    calls['network.change'].input,
  ),
]);

/** What cannot be understood is never taken for "no proxy": it fails until the reader sets the network again. */
export function readKeptNetwork(library: Library): KeptNetworkSetting {
  const value = readSetting(library.reader, 'network');
  if (value === undefined) return defaultNetwork;
  const parsed = v.safeParse(keptSetting, value);
  if (parsed.success) return parsed.output;
  throw new ReportedFailure({ code: 'internal', message: 'the network setting that is kept cannot be understood: set it again' });
}

export function keepNetwork(library: Library, setting: KeptNetworkSetting): void {
  writeSetting(library.reader, 'network', setting);
}

/** `secrets`: null where the system has no keychain; the password is then kept as it is. */
export function sealNetwork(setting: NetworkSetting, secrets: SecretKeeper | null): KeptNetworkSetting {
  const { proxy } = setting;
  if (secrets === null || !('password' in proxy) || proxy.password === undefined || proxy.password === '')
    return { ...setting, sealedPassword: null };
  const { password, ...rest } = proxy;
  return { ...setting, proxy: rest, sealedPassword: secrets.seal(password) };
}

/** A password that nobody here can open is left out: the proxy will ask for it. */
export function unsealNetwork({ sealedPassword, ...setting }: KeptNetworkSetting, secrets: SecretKeeper | null): NetworkSetting {
  const { proxy } = setting;
  if (sealedPassword === null || !('host' in proxy)) return setting;
  const password = secrets?.unseal(sealedPassword) ?? null;
  return password === null ? setting : { ...setting, proxy: { ...proxy, password } };
}
