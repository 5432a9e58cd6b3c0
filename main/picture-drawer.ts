import { session, type Session, type WebContents, WebContentsView } from 'electron';
import type { DrawPicture, PictureToDraw } from '#main/pictures/shrink-picture.ts';

const emptyPage = 'about:blank';
/** A world of our own in the page: the page itself runs no script. */
const ownWorld = 1_000;
const longestMs = 15_000;
/** Its memory goes back to the system when no picture has come for so long. */
const idleMs = 10_000;
const quality = 0.85;

/** `content` and the answer are base64. A photograph is turned as its camera says before it is drawn. */
const drawing = (content: string, width: number, type: string): string => `(async () => {
  const bytes = Uint8Array.from(atob('${content}'), (character) => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes]));
  const height = Math.max(1, Math.round((image.height * ${width}) / image.width));
  const canvas = new OffscreenCanvas(${width}, height);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, ${width}, height);
  const blob = await canvas.convertToBlob({ type: '${type}', quality: ${quality} });
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
})()`;

/**
 * Draws pictures smaller, one after another, in an empty page that nobody sees and that can reach nothing: what decodes a stranger's
 * picture is a confined process. Null where it cannot be decoded, or takes too long.
 */
export function createPictureDrawer(): DrawPicture {
  let last: Promise<unknown> = Promise.resolve();
  let sheet: WebContentsView | null = null;
  let idle: NodeJS.Timeout | null = null;
  const close = (): void => {
    sheet?.webContents.close();
    sheet = null;
  };
  const draw = async (picture: PictureToDraw): Promise<Uint8Array | null> => {
    if (idle) clearTimeout(idle);
    try {
      sheet ??= openSheet(session.fromPartition('draw'));
      return await withinTime(drawOn(sheet.webContents, picture));
    } catch {
      close();
      return null;
    } finally {
      idle = setTimeout(close, idleMs);
      idle.unref();
    }
  };
  return (picture) => {
    const turn = last.then(() => draw(picture));
    last = turn;
    return turn;
  };
}

function openSheet(own: Session): WebContentsView {
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  own.setPermissionCheckHandler(() => false);
  own.webRequest.onBeforeRequest((_details, decide) => decide({ cancel: true }));
  const view = new WebContentsView({
    webPreferences: { session: own, sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  const { webContents } = view;
  webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-frame-navigate', (event) => event.preventDefault());
  return view;
}

async function drawOn(contents: WebContents, { bytes, type, width }: PictureToDraw): Promise<Uint8Array | null> {
  let end = (_error: Error): void => undefined;
  const ended = new Promise<never>((_resolve, reject) => (end = reject));
  const onGone = (): void => end(new Error('the page is gone'));
  contents.once('render-process-gone', onGone);
  const outcome = async (): Promise<Uint8Array | null> => {
    await contents.loadURL(emptyPage);
    // Where pixels may be seen through, JPEG cannot say so.
    const code = drawing(Buffer.from(bytes).toString('base64'), width, type === 'jpeg' ? 'image/jpeg' : 'image/webp');
    const drawn: unknown = await contents.executeJavaScriptInIsolatedWorld(ownWorld, [{ code }]);
    return typeof drawn === 'string' ? Buffer.from(drawn, 'base64') : null;
  };
  return Promise.race([outcome(), ended]).finally(() => contents.off('render-process-gone', onGone));
}

async function withinTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | null = null;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('drawing took too long')), longestMs);
  });
  return Promise.race([work, late]).finally(() => timer && clearTimeout(timer));
}
