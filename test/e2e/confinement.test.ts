import { expect, type Page, test } from '@playwright/test';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { calls } from '#preload/contract/contract.ts';
import { type Application, article, openApplication, rows } from './application.ts';
import { makeLibraryOf } from './hostile-archive.ts';

const bridge = fileURLToPath(new URL('../../dist/preload/bridge.cjs', import.meta.url));
const home = 'offprint-app://window/index.html';

/** Addresses of links: what the web uses, and what systems open something for. */
const schemes = [
  'https://out.example/a',
  'http://out.example/a',
  'mailto:a@out.example',
  'https://user:secret@out.example/',
  'https://xn--80ak6aa92e.example/',
  'https://аррӏе.example/',
  'https://out.example/\u202Efdp.exe',
  'file:///etc/passwd',
  'file://host/a',
  'smb://host/a',
  'cifs://host/a',
  'afp://host/a',
  'nfs://host/a',
  'ftp://host/a',
  'sftp://host/a',
  'ssh://host',
  'telnet://host',
  'rdp://host',
  'vnc://host',
  'ldap://host',
  'gopher://host',
  'ms-msdt:/id',
  'ms-officecmd:a',
  'ms-word:ofe|u|a',
  'ms-appinstaller:?source=a',
  'search-ms:query=a',
  'shell:startup',
  'vbscript:x',
  'javascript:alert(1)',
  'data:text/html,a',
  'blob:https://out.example/1',
  'view-source:https://out.example',
  'jar:https://out.example/a!/b',
  'steam://run/1',
  'zoommtg://host/join',
  'magnet:?xt=a',
  'intent://a#Intent;end',
  'itms-services://?a=b',
  'tel:1',
  'sms:1',
  'offprint://add?origin=https://out.example/a',
  'chrome://settings',
  'about:blank',
  'ws://out.example/',
  'wss://out.example/',
  '//out.example/a',
  '\\\\host\\share',
];

const page1 = `# Ways out\n\n${schemes.map((address, at) => `<p><a href="${address.replaceAll('"', '&quot;')}">way ${at}.</a></p>`).join('\n\n')}\n`;

let library: Awaited<ReturnType<typeof makeLibraryOf>>;
let application: Application;
let page: Page;

test.beforeAll(async () => {
  library = await makeLibraryOf({ 'pages/1.md': page1, 'pages/2.md': '# Second\n\nSomething else to read.\n' });
  application = await openApplication(library.dir);
  page = application.page;
  await application.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url: string) => Promise.resolve(void opened.push(url));
  });
});

test.afterAll(async () => {
  await application.close();
  await library.remove();
});

const opened = (): Promise<readonly string[]> =>
  application.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
const windowCount = (): Promise<number> =>
  application.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

async function openFirst(): Promise<void> {
  await page
    .getByRole('treeitem', { name: /^hostile/u })
    .first()
    .click();
  await rows(page).filter({ hasText: 'Ways out' }).click();
  await expect(article(page).getByRole('heading', { level: 1 })).toHaveText('Ways out');
}

test('of 40 schemes and more none is opened unless the reader says so', async () => {
  expect(schemes.length).toBeGreaterThanOrEqual(40);
  await openFirst();
  const links = article(page).getByRole('link');
  const count = await links.count();
  expect(count).toBeGreaterThanOrEqual(5);
  const dialog = page.getByRole('alertdialog');
  for (let at = 0; at < count; at += 1) {
    await links.nth(at).click();
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  expect(await opened()).toEqual([]);
  expect(page.url()).toBe(home);
});

test('a look-alike of a host is shown in the letters that the network uses', async () => {
  await openFirst();
  await article(page).getByRole('link', { name: 'way 5.' }).click();
  await expect(page.locator('op-outside-link-dialog .host')).toHaveText(/^xn--/u);
  await page.keyboard.press('Escape');
});

test('of 12 ways to lead the window away none does', async () => {
  await openFirst();
  const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
    // First: where a navigation was refused, the driver waits for its end before it clicks.
    ['middle click', () => article(page).getByRole('link').first().click({ button: 'middle' })],
    [
      'ctrl and click',
      () =>
        article(page)
          .getByRole('link')
          .first()
          .click({ modifiers: ['Control'] }),
    ],
    [
      'shift and click',
      () =>
        article(page)
          .getByRole('link')
          .first()
          .click({ modifiers: ['Shift'] }),
    ],
    ['location', () => page.evaluate("void (location.href = 'https://out.example/')")],
    ['location.assign of a file', () => page.evaluate("void location.assign('file:///etc/passwd')")],
    ['location.replace of data', () => page.evaluate("void location.replace('data:text/html,a')")],
    ['window.open', () => page.evaluate("void window.open('https://out.example/')")],
    ['window.open of the own page', () => page.evaluate("void window.open('offprint-app://window/index.html')")],
    ['a link in a new window', () => page.evaluate(clickLink('_blank'))],
    ['a link in the whole window', () => page.evaluate(clickLink('_top'))],
    ['a form', () => page.evaluate(sendForm)],
    ['a download', () => page.evaluate(clickLink('_self', 'download'))],
    ['history', () => page.evaluate('void history.back()')],
    ['the frame led out', () => page.evaluate(leadFrame('https://out.example/'))],
    ['the frame led to a file', () => page.evaluate(leadFrame('file:///etc/passwd'))],
    ['the frame led to the window', () => page.evaluate(leadFrame(home))],
  ];
  expect(ways.length).toBeGreaterThanOrEqual(12);
  for (const [name, way] of ways) {
    await way();
    await page.waitForTimeout(150);
    await page.keyboard.press('Escape');
    expect(page.url(), name).toBe(home);
    expect(await windowCount(), name).toBe(1);
    const frames = page.frames().map((frame) => frame.url());
    expect(
      frames.filter(
        (url) => !/^(?:offprint-app:\/\/window\/|offprint-article:\/\/library\/|about:blank|chrome-error:)/u.test(url),
      ),
      name,
    ).toEqual([]);
  }
  expect(await opened()).toEqual([]);
  await page.reload();
});

const clickLink = (target: string, download?: string): string =>
  `{ const a = document.createElement('a'); a.href = 'https://out.example/a'; a.target = '${target}'; ${download ? "a.download = 'a.txt';" : ''} document.body.append(a); a.click(); a.remove(); }`;
const sendForm =
  "{ const form = document.createElement('form'); form.action = 'https://out.example/'; form.method = 'post'; document.body.append(form); form.submit(); form.remove(); }";
/** The window's own script, gone wrong, is the only one that could. */
const leadFrame = (address: string): string =>
  `{ const find = (root) => { for (const one of root.querySelectorAll('*')) { if (one.localName === 'iframe') return one; const inner = one.shadowRoot && find(one.shadowRoot); if (inner) return inner; } return null; }; const frame = find(document); if (frame) frame.contentWindow.location.replace('${address}'); }`;

interface Preferred {
  getLastWebPreferences(): object;
}

test('every page has the safe preferences, and nothing of Node', async () => {
  const preferences = await application.electron.evaluate(({ webContents }) =>
    // Not among its types, but there since its first versions.
    webContents.getAllWebContents().map((contents) => (contents as typeof contents & Preferred).getLastWebPreferences()),
  );
  expect(preferences.length).toBeGreaterThan(0);
  for (const one of preferences)
    expect(one).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  expect(await page.evaluate('[typeof require, typeof process, typeof module]')).toEqual(['undefined', 'undefined', 'undefined']);
});

test('text does not become markup in the window: it throws', async () => {
  expect(
    await page.evaluate("try { document.createElement('p').innerHTML = '<b>a</b>'; 'done'; } catch (error) { error.name; }"),
  ).toBe('TypeError');
});

test('no permission is granted but to write text to the clipboard', async () => {
  const names = [
    'geolocation',
    'notifications',
    'camera',
    'microphone',
    'midi',
    'persistent-storage',
    'background-sync',
    'clipboard-read',
    'storage-access',
    'window-management',
    'local-fonts',
  ];
  const states = await page.evaluate(
    (wanted) =>
      Promise.all(
        wanted.map((name) =>
          navigator.permissions.query({ name } as unknown as PermissionDescriptor).then(
            ({ state }) => `${name} ${state}`,
            () => '',
          ),
        ),
      ),
    names,
  );
  expect(states.filter((state) => state.endsWith('granted'))).toEqual([]);
  const asked = await page.evaluate(`Promise.all([
    navigator.mediaDevices?.getUserMedia({ audio: true }).then(() => 'media', () => ''),
    navigator.mediaDevices?.getDisplayMedia().then(() => 'screen', () => ''),
    new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('place'), () => resolve(''))),
    Notification.requestPermission().then((answer) => answer === 'granted' ? 'notification' : ''),
  ])`);
  expect(asked).toEqual(['', '', '', '']);
});

test('a page of another origin that has the bridge is refused every call', async () => {
  const answers = await application.electron.evaluate(
    async ({ BrowserWindow, protocol }, { preload, names }) => {
      protocol.unhandle('offprint-article');
      protocol.handle('offprint-article', () => new Response('<title>a</title>', { headers: { 'content-type': 'text/html' } }));
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, preload } });
      await window.loadURL('offprint-article://library/stranger');
      const given: unknown = await window.webContents.executeJavaScript(
        `Promise.all(${JSON.stringify(names)}.map((name, at) => window.offprint.call(name, {}, 'stranger-' + at)))`,
      );
      window.destroy();
      return given;
    },
    { preload: bridge, names: Object.keys(calls) },
  );
  const refusal = { ok: false, failure: { code: 'not-allowed', message: 'the call does not come from the window' } };
  expect(answers).toEqual(Object.keys(calls).map(() => refusal));
});

test('the log names no title, no host and no folder of the reader', () => {
  const file = join(library.dir, 'logs', 'offprint.log');
  const log = existsSync(file) ? readFileSync(file, 'utf8') : '';
  for (const word of ['Ways out', 'out.example', library.dir, process.env['HOME'] ?? '/root']) expect(log).not.toContain(word);
  const dictionaries = join(library.dir, 'window', 'Dictionaries');
  expect(existsSync(dictionaries) ? readdirSync(dictionaries) : []).toEqual([]);
});
