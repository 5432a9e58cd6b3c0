import { BrowserWindow, session, type Session } from 'electron';
import { ReportedFailure } from '#main/failure.ts';
import { charactersOf, cutFont } from './cut-font.ts';
import { type FontFolder, fontFolder } from './fonts.ts';
import type { Printer } from './write-pdf.ts';
import { exportScheme, fontPath, type PageToPrint, picturePath, printedPage, type PrintPdf, printPolicy } from './print-pdf.ts';

/** A world of our own in the page: the page itself runs no script. */
const ownWorld = 1_000;
/** Lays everything out, so that each font that is needed is asked for, and waits for fonts and pictures. */
const whenComplete = `document.body.getBoundingClientRect();
Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode().catch(() => undefined))]).then(() => document.fonts.ready).then(() => true)`;

/** `fonts` is a folder and ends with a slash. */
export function createPrinter(fonts: URL): Printer {
  const folder = fontFolder(fonts);
  return { print: createPdfPrinter(folder), fonts: folder };
}

/** Prints in a hidden window of its own for each document, which sees nothing but that document. One after another. */
function createPdfPrinter(fonts: FontFolder): PrintPdf {
  let last: Promise<unknown> = Promise.resolve();
  return (page, signal) => {
    const turn = last.then(() => {
      signal.throwIfAborted();
      return printOne(page, fonts, session.fromPartition('print'), signal);
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}

async function printOne(page: PageToPrint, fonts: FontFolder, own: Session, signal: AbortSignal): Promise<Uint8Array> {
  confine(own, page, fontsFor(page, fonts));
  const window = new BrowserWindow({
    show: false,
    frame: false,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  const { webContents } = window;
  // Some systems list the titles of hidden windows too: that of the document stays in the document.
  window.on('page-title-updated', (event) => event.preventDefault());
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-frame-navigate', (event) => event.preventDefault());
  const close = (): void => {
    if (!window.isDestroyed()) window.destroy();
  };
  signal.addEventListener('abort', close, { once: true });
  try {
    const gone = new Promise<never>((_resolve, reject) => {
      webContents.once('render-process-gone', (_event, { reason }) =>
        reject(new ReportedFailure({ code: 'internal', message: `printing ended: ${reason}` })),
      );
      window.once('closed', () => reject(new ReportedFailure({ code: 'cancelled', message: 'cancelled' })));
    });
    return await Promise.race([print(window), gone]);
  } finally {
    signal.removeEventListener('abort', close);
    close();
    own.protocol.unhandle(exportScheme);
  }
}

async function print(window: BrowserWindow): Promise<Uint8Array> {
  const { webContents } = window;
  await window.loadURL(printedPage);
  await webContents.executeJavaScriptInIsolatedWorld(ownWorld, [{ code: whenComplete }]);
  return webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
}

/** Of each font what the document needs of it. */
function fontsFor({ html }: PageToPrint, fonts: FontFolder): FontFolder {
  const characters = charactersOf(html);
  return {
    read: async (file) => {
      const font = await fonts.read(file);
      return font && characters ? cutFont(font, characters) : font;
    },
  };
}

/** Everything refused but the document, its pictures and the fonts. */
function confine(own: Session, page: PageToPrint, fonts: FontFolder): void {
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  own.setPermissionCheckHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !url.startsWith(`${exportScheme}://print/`) }));
  own.protocol.handle(exportScheme, async (request) => {
    const { pathname } = new URL(request.url);
    const found = await serve(pathname, page, fonts);
    if (found === null) return new Response('', { status: 404 });
    const headers = { 'content-type': found.type, 'content-security-policy': printPolicy, 'x-content-type-options': 'nosniff' };
    return new Response(found.body, { headers });
  });
}

interface Served {
  readonly type: string;
  readonly body: string | Buffer;
}

async function serve(pathname: string, page: PageToPrint, fonts: FontFolder): Promise<Served | null> {
  if (pathname === new URL(printedPage).pathname) return { type: 'text/html; charset=utf-8', body: page.html };
  if (pathname.startsWith(picturePath)) {
    const picture = await page.picture(pathname.slice(picturePath.length));
    return picture && { type: `image/${picture.type}`, body: Buffer.from(picture.bytes) };
  }
  if (!pathname.startsWith(fontPath)) return null;
  const font = await fonts.read(pathname.slice(fontPath.length, -'.ttf'.length));
  return font && { type: 'font/ttf', body: font };
}
