import {
  app,
  BrowserWindow,
  globalShortcut,
  nativeTheme,
  protocol,
  session,
  shell,
  type UtilityProcess,
  utilityProcess,
  type WebContents,
} from 'electron';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCommandLine } from '#main/command/command-names.ts';
import { defaultLibraryDir, isWritable, libraryArgument, ownArguments } from './config.ts';
import { allowSystemVoices, closeChromiumNetwork, confineContents, confineSession } from './confinement.ts';
import { createConnectionLog } from './connection-log.ts';
import { followContextMenus } from './context-menus.ts';
import { createDiscretion } from './discretion.ts';
import { guardExports } from './export-guard.ts';
import { asFailure } from './failure.ts';
import { forwardFrameKeys } from './frame-keys.ts';
import { bringHandbook } from './handbook-sync.ts';
import { type Messages, messagesFor } from '#preload/messages/catalogue.ts';
import { exportScheme } from '#main/export/pdf/print-pdf.ts';
import { createImporterClient } from '#main/importer/importer-client.ts';
import { createPrinter } from '#main/export/pdf/print-window.ts';
import { createExportClient } from '#main/library/export-client.ts';
import { ExportQueue } from '#main/export/export-queue.ts';
import { createShareClient } from '#main/importer/share-client.ts';
import { eventSender, type SendEvent } from '#main/ipc/send-event.ts';
import { serveWindow } from '#main/ipc/serve-window.ts';
import { isWindowFrame } from '#main/ipc/trusted-sender.ts';
import { startLibrary } from '#main/library/library-client.ts';
import { openLog } from './log.ts';
import { createNativeExport } from './native-export.ts';
import { createNativeMenus } from './native-menus.ts';
import { createNativeNetwork } from './native-network.ts';
import { createNativePlaces } from './native-places.ts';
import { type NetworkAccess, openNetworkAccess } from './network-handlers.ts';
import { createOfferBox, type OfferedArchive, offerScheme } from './offered-archive.ts';
import { followPreferences } from './preferences.ts';
import { articleProtocolHandler, articleScheme } from '#main/read/article-protocol.ts';
import { createReadingFrames, followReadingSettings, type ReadingFrames } from './reading-handlers.ts';
import { readingStyle } from '#main/read/reading-style.ts';
import { createTaskbar, exportOnTaskbar, showOnTaskbar, type Taskbar } from './taskbar-progress.ts';
import { createNativeUpdates } from './native-updates.ts';
import { tidyLibrary } from './tidy-library.ts';
import { type HandlerParts, windowHandlers } from './window-handlers.ts';
import { createPictureDrawer } from './picture-drawer.ts';
import { followPower } from './power.ts';
import type { ScheduledSync } from './scheduled-sync.ts';
import { createSync } from './sync-handlers.ts';
import type { Settings } from '#preload/contract/settings-types.ts';
import { openUpdates } from './update-handlers.ts';
import { serveWindowFile, windowScheme } from './window-files.ts';
import { windowOrigin } from './window.ts';
import { keepWindows, type Windows } from './windows.ts';

const argv = ownArguments(process.argv.slice(1), app.isPackaged);
const libraryDir = libraryArgument(argv) ?? defaultLibraryDir(process.platform, process.env);
const built = (file: string): URL => new URL(`./${file}`, import.meta.url);
const fonts = built('../../resources/fonts/');
const log = openLog(join(libraryDir, 'logs', 'offprint.log'));
const offers = createOfferBox(log);
const allContents = (): readonly WebContents[] => BrowserWindow.getAllWindows().map((window) => window.webContents);
const discretion = createDiscretion({
  appName: app.name,
  windows: () => BrowserWindow.getAllWindows(),
  hidden: () => eventSender(allContents)('window.hidden', null),
  keys: globalShortcut,
});

protocol.registerSchemesAsPrivileged([
  { scheme: windowScheme, privileges: { standard: true, secure: true } },
  { scheme: articleScheme, privileges: { standard: true, secure: true } },
  { scheme: exportScheme, privileges: { standard: true, secure: true } },
]);
closeChromiumNetwork(app);
allowSystemVoices(app, process.platform);
// The single-instance lock lives in this folder, so one instance a library; nothing of the window is kept elsewhere, unless
// the library can only be read.
if (isWritable(libraryDir)) app.setPath('userData', join(libraryDir, 'window'));

// On a Mac a link or file comes as an event, before anything is ready.
app.on('open-url', (event, link) => {
  event.preventDefault();
  offers.take([link]);
});

app.on('open-file', (event, path) => {
  event.preventDefault();
  offers.take([path]);
});

if (isCommandLine(argv)) void app.whenReady().then(runCommand);
else if (app.requestSingleInstanceLock()) void app.whenReady().then(openApplication);
else {
  process.stderr.write('Offprint is open on this library already, or its folder cannot be written to.\n');
  app.quit();
}

/** Loaded only now: a window needs nothing of what the command line needs. */
async function runCommand(): Promise<void> {
  const { runInElectron } = await import('#main/command/run-in-electron.ts');
  // Windows come and go here only to print.
  app.on('window-all-closed', () => undefined);
  const printer = createPrinter(fonts);
  await runInElectron(app, argv, { parseWorker: built('parse-worker.js'), ...createNativeNetwork(), printer: () => printer });
}

async function openApplication(): Promise<void> {
  const send = eventSender(allContents);
  protocol.handle(windowScheme, serveWindowFile);
  const windows = keepWindows({
    app,
    stateFolder: join(libraryDir, 'window'),
    ready: () => parts.preferences.ready,
    paper,
    opened: (window, isMain) => openedWindow(window, isMain, parts),
    run: (contents, command) => sendTo(contents)('window.command', { command }),
  });
  const parts = joinParts(send, windows);
  watchContents(parts.preferences);
  const { library, importer, schedule, updates } = parts;
  protocol.handle(articleScheme, serveArticles(parts));
  const stopServing = serveWindow({
    handlers: windowHandlers(parts),
    isTrustedSender: (event) => isWindowFrame(event, windowOrigin),
    reportFailure: (name, { code }) => code !== 'cancelled' && log.write('call failed', { name, code }),
  });

  offers.take(argv);
  windows.showMain();
  app.on('second-instance', (_event, words) => {
    windows.showMain();
    offers.take(words);
  });
  app.on('will-quit', () => {
    stopServing();
    schedule.close();
    importer.close();
    void library.close();
  });
  await bringHandbook(parts)
    .then(() => parts.network.logins.adopt())
    .then(() => tidyLibrary(parts))
    .catch((error: unknown) => log.write('start work failed', { code: asFailure(error).code }));
  updates.attend();
  // Last, since some systems take their time over it. The dashes end the options: a link cannot pass for one.
  if (app.isPackaged) app.setAsDefaultProtocolClient(offerScheme, process.execPath, ['--']);
}

function startImporter(network: NetworkAccess, taskbar: Taskbar): ReturnType<typeof showOnTaskbar> {
  const file = fileURLToPath(built('importer.js'));
  const fork = (): UtilityProcess => utilityProcess.fork(file, [], { serviceName: 'Offprint importer' });
  return showOnTaskbar(createImporterClient(fork, network, createPictureDrawer()), taskbar);
}

interface Parts extends HandlerParts {
  /** Asks before a window closes whose exports are not finished. */
  readonly guardWindow: (window: BrowserWindow) => void;
  readonly schedule: ScheduledSync;
  readonly frames: ReadingFrames;
  readonly version: string;
}

function joinParts(send: SendEvent, windows: Windows): Parts {
  const library = startLibrary(built('library-worker.js'), libraryDir);
  const connections = createConnectionLog({ nowMs: Date.now, onChange: () => send('connections.changed', null) });
  const network = openNetworkAccess({ library, send, noteTraffic: connections.note, ...createNativeNetwork(connections.note) });
  const taskbar = createTaskbar(() => BrowserWindow.getAllWindows());
  const importer = startImporter(network, taskbar);
  const frames = createReadingFrames();
  const showReading = followReadingSettings(frames, send);
  const onChange = (settings: Settings, before: Settings): void => {
    showReading(settings, before);
    schedule.look();
  };
  const preferences = followPreferences({ app, library, send, sendToFront: eventSender(windows.front), onChange, discretion });
  const sync = createSync({ library, importer, libraryDir, send });
  const wished = (): Promise<Settings['schedule']> => preferences.ready.then(() => preferences.settings().schedule);
  const schedule = followPower({ library, sync, send, schedule: wished });
  const exporting = openExport(taskbar);
  const share = createShareClient(built('share-worker.js'));
  const updates = openUpdates({ native: createNativeUpdates(app), userData: app.getPath('userData'), network, send, log });
  return {
    library,
    network,
    updates,
    connections,
    importer,
    frames,
    preferences,
    sync,
    schedule,
    share,
    openWindow: windows.openArticle,
    ...openNative(preferences.language),
    ...exporting,
    guardWindow: guardExports({ app, exports: exporting.exports, messages: () => messagesFor(preferences.language()) }),
    wipe: () => wipe(exporting.exports),
    libraryDir,
    send,
    version: app.getVersion(),
  };
}

/** What the system alone can do: its dialogs and menus, other programs. */
function openNative(language: Parts['preferences']['language']): Pick<Parts, 'places' | 'menus' | 'openOutside' | 'openFolder'> {
  const messages = (): Messages => messagesFor(language());
  return {
    places: createNativePlaces(app, messages),
    menus: createNativeMenus(messages),
    openOutside: (url) => shell.openExternal(url),
    openFolder: (folder) => shell.openPath(folder),
  };
}

function serveArticles({ library, preferences }: Parts): ReturnType<typeof articleProtocolHandler> {
  return articleProtocolHandler(
    (request) => library.request('article.document', { ...request, language: request.language ?? preferences.language() }),
    (sha256) => library.request('picture.read', { sha256 }),
    () => readingStyle(preferences.settings()),
  );
}

/** Deletes the library; what this process still uses of it goes when it ends. */
async function wipe(exports: ExportQueue): Promise<void> {
  await exports.cancel();
  const { wipeLibrary, removeRest } = await import('#main/store/wipe-library.ts');
  wipeLibrary(libraryDir);
  app.once('quit', () => {
    removeRest(libraryDir);
    // Chromium writes its own state on the way out; nothing is worth keeping any longer.
    process.kill(process.pid, 'SIGKILL');
  });
  app.quit();
}

function openExport(taskbar: Taskbar): Pick<Parts, 'exporter' | 'nativeExport'> & { readonly exports: ExportQueue } {
  const client = createExportClient({ workerUrl: built('export-worker.js'), fonts, print: createPrinter(fonts).print });
  const exports = new ExportQueue((isPaused) => client.pause(isPaused));
  return { exporter: { run: exportOnTaskbar(client.run, taskbar) }, exports, nativeExport: createNativeExport(app) };
}

const sendTo = (contents: WebContents): SendEvent => eventSender(() => [contents]);

/** Whatever is shown stays confined, and its links, keys and menus come to the window it is in. */
function watchContents({ keymap, language }: Parts['preferences']): void {
  confineSession(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => {
    const tell = sendTo(contents);
    confineContents(contents, (url) => tell('article.linkFollowed', { url }));
    forwardFrameKeys(contents, keymap, (command) => tell('window.command', { command }));
    followContextMenus(contents, {
      messages: () => messagesFor(language()),
      run: (command) => tell('window.command', { command }),
      search: (text) => tell('search.asked', { text }),
    });
  });
}

/** Only the window of the library asks about links that lead to archives. */
function openedWindow(window: BrowserWindow, isMain: boolean, { frames, guardWindow }: Parts): void {
  frames.add(window.webContents);
  guardWindow(window);
  if (!isMain) return;
  const deliver = (offer: OfferedArchive): void => sendTo(window.webContents)('archive.offered', offer);
  window.webContents.on('did-finish-load', () => offers.open(deliver));
  window.on('closed', () => offers.close());
}

/** The colour of the paper before the first paint, so that nothing flashes. */
function paper(): { readonly title: string; readonly backgroundColor: string } {
  return { title: discretion.title(), backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1a18' : '#fdfcf9' };
}
