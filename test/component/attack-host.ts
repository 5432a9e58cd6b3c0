import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installAttackCounter, installAttackDriver, installAttackViewer, installAttackWalker } from './attack-page.ts';
import { answerAddress, type AttackDocument, attackOrigin, htmlDocument, openAttackProxy } from './attack-proxy.ts';

const limitMs = 150_000;

export interface ChromiumOutcome<Answer> {
  readonly answer: Answer;
  /** Numbers of the vectors that ran. */
  readonly ran: readonly number[];
  /** Addresses asked for, and hosts that a connection was wanted to, other than the documents themselves. */
  readonly requests: readonly string[];
}

/** What to do in the page: `run` is handed to it as text, so that it must stand alone. */
export interface PageTask<Input, Answer> {
  readonly documents: ReadonlyMap<string, AttackDocument>;
  readonly run: (input: Input) => Answer | Promise<Answer>;
  readonly input: Input;
}

/**
 * Does a task in a page of real Chromium with scripts and nothing to hold them back. The documents are served by their path
 * (`/raw/7/`), and the only way out is a proxy in this process. The page is not under remote control: that would take most of the time.
 */
export async function runInChromium<Input, Answer>(task: PageTask<Input, Answer>): Promise<ChromiumOutcome<Answer>> {
  const documents = new Map(task.documents).set('/', htmlDocument(startPage(task)));
  const requests: string[] = [];
  const isOwn = (url: string): boolean => url === answerAddress || documents.has(url.replace(attackOrigin, ''));
  const note = (url: string): void => void (isOwn(url) || requests.push(url));
  const proxy = await openAttackProxy((url) => documents.get(url.replace(attackOrigin, '')), note);
  const folder = await mkdtemp(join(tmpdir(), 'offprint-attacks-'));
  const electron = await launch(folder, proxy.port, note);
  try {
    const outcome = await Promise.race([proxy.answer, electron.failure]);
    const told = JSON.parse(outcome) as Omit<ChromiumOutcome<Answer>, 'requests'> | { readonly failure: string };
    if ('failure' in told) throw new Error(`the task failed in the page: ${told.failure}`);
    return { ...told, requests };
  } finally {
    await electron.stop();
    proxy.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function startPage<Input, Answer>({ run, input }: PageTask<Input, Answer>): string {
  const text = `
    const give = (outcome) => fetch('/answer', { method: 'POST', body: JSON.stringify(outcome) });
    const settled = () => new Promise((resolve) => setTimeout(resolve, 500));
    (async () => (${run.toString()})(${JSON.stringify(input).replaceAll('<', String.raw`\u003c`)}))()
      .then((answer) => settled().then(() => give({ answer, ran: [...attacks.ran] })), (error) => give({ failure: String(error) }));`;
  return `<!doctype html><title>attacks</title><body><script>${text}</script>`;
}

/** The installed scripts go before those of every document in every frame, as a preload script would, and cost far less. */
const application = (installed: string): string => `import { app, BrowserWindow, Menu, session } from 'electron';
Menu.setApplicationMenu(null);
app.on('web-contents-created', (_event, contents) => contents.setWindowOpenHandler(() => ({ action: 'deny' })));
app.whenReady().then(async () => {
  const { defaultSession } = session;
  // Else dictionaries are fetched; switching the checker off is not enough.
  defaultSession.setSpellCheckerLanguages([]);
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.on('will-download', (event) => event.preventDefault());
  defaultSession.webRequest.onBeforeRequest(({ url }, proceed) => {
    process.stdout.write(\`request \${url}\\n\`);
    proceed({});
  });
  const { webContents } = new BrowserWindow({ width: 800, height: 600, webPreferences: { backgroundThrottling: false, spellcheck: false } });
  await webContents.loadURL('about:blank');
  webContents.debugger.attach('1.3');
  await webContents.debugger.sendCommand('Page.enable');
  await webContents.debugger.sendCommand('Page.addScriptToEvaluateOnNewDocument', { source: ${JSON.stringify(installed)} });
  await webContents.loadURL('${attackOrigin}/');
});
`;

async function writeApplication(folder: string): Promise<void> {
  const installs = [installAttackCounter, installAttackDriver, installAttackViewer, installAttackWalker];
  const installed = installs.map((install) => `(${install.toString()})();`).join('\n');
  await writeFile(join(folder, 'main.mjs'), application(installed));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'attacks', type: 'module', main: 'main.mjs' }));
}

interface RunningElectron {
  /** Rejects when it ends, or takes too long. */
  readonly failure: Promise<never>;
  stop(): Promise<void>;
}

async function launch(folder: string, proxyPort: number, note: (url: string) => void): Promise<RunningElectron> {
  const executablePath = process.env['OFFPRINT_ELECTRON'];
  if (!executablePath) throw new Error('OFFPRINT_ELECTRON must be the path of an Electron binary');
  await writeApplication(folder);
  const machine = JSON.parse(process.env['OFFPRINT_ELECTRON_ARGS'] ?? '[]') as readonly string[];
  const child = spawn(executablePath, [...machine, folder, ...switches(folder, proxyPort)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let unread = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (unread + text).split('\n');
    unread = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('request ')) note(line.slice(8));
  });
  let lastWords = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (lastWords = (lastWords + text).slice(-2_000)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
  const failure = ended.then(() => {
    throw new Error(`Electron ended before it answered\n${lastWords}`);
  });
  failure.catch(() => undefined);
  const stop = async (): Promise<void> => {
    clearTimeout(timer);
    child.kill('SIGKILL');
    await ended;
  };
  return { failure, stop };
}

function switches(folder: string, proxyPort: number): readonly string[] {
  return [
    `--user-data-dir=${join(folder, 'profile')}`,
    '--log-level=3',
    `--proxy-server=http://127.0.0.1:${proxyPort}`,
    // A process for every host of every vector would take most of the rest of the time.
    '--disable-site-isolation-trials',
    '--disable-features=IsolateOrigins,site-per-process',
  ];
}
