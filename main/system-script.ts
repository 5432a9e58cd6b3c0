import { execFile } from 'node:child_process';

/** Runs a program of the system; resolves to what it printed, null where it is not there, fails or takes too long. */
export type AskProgram = (program: string, words: readonly string[]) => Promise<string | null>;

const askWithin =
  (longestAnswerMs: number): AskProgram =>
  (program, words) =>
    new Promise((resolve) => {
      execFile(program, words, { timeout: longestAnswerMs, windowsHide: true }, (error, printed) =>
        resolve(error === null ? printed : null),
      );
    });

export const askProgram = askWithin(3_000);
/** For what nobody waits for: PowerShell alone takes seconds to start on a slow machine. */
export const askPatiently = askWithin(20_000);

const internetSettings = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings`;

/**
 * Address of the script that the system's settings name for choosing a proxy; null where they name none. Chromium would fetch
 * it, but its network is closed, and it then says that the way is straight. Searching the network for a script (WPAD) is not
 * done: whoever answers first would become the proxy.
 */
export async function systemScript(platform: NodeJS.Platform, ask: AskProgram): Promise<string | null> {
  if (platform === 'win32') {
    const printed = await ask('reg', ['query', internetSettings, '/v', 'AutoConfigURL']);
    return addressIn(printed, /^\s*AutoConfigURL\s+REG_SZ\s+(?<address>\S+)/mu);
  }
  if (platform === 'darwin') {
    const printed = await ask('scutil', ['--proxy']);
    const isOn = /ProxyAutoConfigEnable\s*:\s*1/u.test(printed ?? '');
    return isOn ? addressIn(printed, /ProxyAutoConfigURLString\s*:\s*(?<address>\S+)/u) : null;
  }
  return (await gnomeScript(ask)) ?? kdeScript(ask);
}

async function gnomeScript(ask: AskProgram): Promise<string | null> {
  const mode = await ask('gsettings', ['get', 'org.gnome.system.proxy', 'mode']);
  if (mode?.trim() !== "'auto'") return null;
  return addressIn(await ask('gsettings', ['get', 'org.gnome.system.proxy', 'autoconfig-url']), /'(?<address>[^']+)'/u);
}

async function kdeScript(ask: AskProgram): Promise<string | null> {
  const read = (key: string): Promise<string | null> =>
    ask('kreadconfig6', ['--file', 'kioslaverc', '--group', 'Proxy Settings', '--key', key]);
  if ((await read('ProxyType'))?.trim() !== '2') return null;
  return addressIn(await read('Proxy Config Script'), /(?<address>\S+)/u);
}

function addressIn(printed: string | null, pattern: RegExp): string | null {
  const address = pattern.exec(printed ?? '')?.groups?.['address'] ?? '';
  if (address === '') return null;
  return address.startsWith('/') ? `file://${address}` : address;
}
