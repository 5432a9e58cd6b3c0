import { type KeptNetworkSetting, readKeptNetwork, unsealNetwork } from '#main/library/network-setting.ts';
import { readKeptLogins, unsealLogins } from '#main/library/kept-logins.ts';
import { createNetwork } from '#main/source/network/create-network.ts';
import type { Network } from '#main/source/network/network.ts';
import type { CommandContext } from './command.ts';
import { withLibrary } from './with-library.ts';

/** The network as the reader set it. On the command line the environment stands for the system. */
export async function openNetwork(context: CommandContext): Promise<Network> {
  const kept = await withLibrary(context, (library) => ({ network: readKeptNetwork(library), logins: readKeptLogins(library) }));
  return { ...networkFor(context, kept.network), logins: unsealLogins(kept.logins, context.secrets) };
}

/** A password that only the application can read is told about; the proxy then says what it thinks of that. */
export function networkFor(context: CommandContext, kept: KeptNetworkSetting): Network {
  const setting = unsealNetwork(kept, kept.sealedPassword === null ? null : context.secrets());
  const isPasswordLost = kept.sealedPassword !== null && !('password' in setting.proxy);
  if (isPasswordLost) context.note(context.words.passwordSealed);
  return createNetwork(setting, null);
}
