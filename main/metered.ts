import type { AskProgram } from './system-script.ts';

const windowsQuestion =
  '[void][Windows.Networking.Connectivity.NetworkInformation,Windows,ContentType=WindowsRuntime];' +
  '[Windows.Networking.Connectivity.NetworkInformation]::GetInternetConnectionProfile().GetConnectionCost().NetworkCostType';
const networkManager = 'org.freedesktop.NetworkManager';

/**
 * Whether the connection in use is metered, as the system says; nothing is asked of the network. Null where it does not say:
 * macOS tells no program that is not its own, Linux only where NetworkManager runs.
 */
export async function isConnectionMetered(platform: NodeJS.Platform, ask: AskProgram): Promise<boolean | null> {
  if (platform === 'win32') {
    const printed = await ask('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', windowsQuestion]);
    const cost = printed?.trim() ?? '';
    return /^(?:Fixed|Variable)$/u.test(cost) ? true : cost === 'Unrestricted' ? false : null;
  }
  if (platform === 'darwin') return null;
  const words = ['get-property', networkManager, '/org/freedesktop/NetworkManager', networkManager, 'Metered'];
  const printed = await ask('busctl', ['--system', ...words]);
  // 1 yes, 2 no, 3 and 4 the same as guessed, 0 unknown.
  const value = /^u ([0-4])\s*$/u.exec(printed ?? '')?.[1];
  return value === '1' || value === '3' ? true : value === '2' || value === '4' ? false : null;
}
