/** Runs a program of the system; resolves to what it printed, null where it is not there, fails or takes too long. */
type Ask = (program: string, words: readonly string[]) => Promise<string | null>;

const windowsQuestion =
  '[void][Windows.Networking.Connectivity.NetworkInformation,Windows,ContentType=WindowsRuntime];' +
  '[Windows.Networking.Connectivity.NetworkInformation]::GetInternetConnectionProfile().GetConnectionCost().NetworkCostType';

/**
 * Whether what is fetched now costs the reader money, as far as the system says: NetworkManager on Linux, the connection's cost on
 * Windows. A Mac tells programs of Apple alone; there, and where nobody answers, the connection counts as free.
 */
export async function isMeteredConnection(platform: NodeJS.Platform, ask: Ask): Promise<boolean> {
  if (platform === 'linux') {
    const printed = await ask('nmcli', ['-t', '-f', 'STATE,METERED', 'general', 'status']);
    const devices = printed ?? (await ask('nmcli', ['-t', '-f', 'GENERAL.METERED', 'device', 'show']));
    return /(?:^|:)yes\b/mu.test(devices ?? '');
  }
  if (platform !== 'win32') return false;
  const printed = await ask('powershell', ['-NoProfile', '-NonInteractive', '-Command', windowsQuestion]);
  return /^\s*(?:Fixed|Variable)\s*$/mu.test(printed ?? '');
}
