import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { BrowserWindow, Menu, app, protocol } from 'electron';
import { fakeArticlePage, fakePicture } from './fake-articles.ts';

/** The window's real security policy, so that what the policy forbids fails here and not only in the whole application. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' offprint-article://picture; font-src 'self'; frame-src offprint-article:; " +
  "require-trusted-types-for 'script'; trusted-types lit-html offprint-icons";
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

protocol.registerSchemesAsPrivileged([
  { scheme: 'offprint-window', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  { scheme: 'offprint-article', privileges: { standard: true, secure: true } },
]);

const serveWindow = async (request: Request): Promise<Response> => {
  const path = normalize(decodeURIComponent(new URL(request.url).pathname));
  const body = await readFile(join(import.meta.dirname, process.env['OFFPRINT_TEST_WINDOW'] ?? 'window', path)).catch(() => null);
  if (!body) return new Response('not found', { status: 404 });
  const contentType = types[extname(path)] ?? 'application/octet-stream';
  return new Response(new Uint8Array(body), { headers: { 'content-type': contentType, 'content-security-policy': policy } });
};

const serveArticle = async (request: Request): Promise<Response> => {
  const url = new URL(request.url);
  if (url.host === 'picture')
    return new Response(fakePicture(url.pathname.slice(1)), { headers: { 'content-type': 'image/svg+xml' } });
  const folder = process.env['OFFPRINT_ARTICLE_STYLES'] ?? '';
  const styles = ['article.css', 'article-body.css', 'article-media.css'].map((name) => readFile(join(folder, name), 'utf8'));
  const style = (await Promise.all(styles)).join('\n');
  const page = fakeArticlePage(decodeURIComponent(url.pathname.slice(1)), url.searchParams.get('find') ?? '', style);
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  };
  return new Response(page, { headers });
};

app.on('window-all-closed', () => app.quit());
Menu.setApplicationMenu(null);
void app.whenReady().then(async () => {
  protocol.handle('offprint-window', serveWindow);
  protocol.handle('offprint-article', serveArticle);
  const window = new BrowserWindow({
    width: Number(process.env['OFFPRINT_TEST_WIDTH'] ?? 1360),
    height: Number(process.env['OFFPRINT_TEST_HEIGHT'] ?? 860),
    useContentSize: true,
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      zoomFactor: Number(process.env['OFFPRINT_TEST_ZOOM'] ?? 1),
    },
  });
  await window.loadURL('offprint-window://app/index.html');
});
