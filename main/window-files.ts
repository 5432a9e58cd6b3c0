import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The scheme of the window's own page and its files. */
export const windowScheme = 'offprint-app';

const root = fileURLToPath(new URL('../renderer/', import.meta.url));

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' offprint-article://picture; font-src 'self'; frame-src offprint-article:; " +
  "base-uri 'none'; form-action 'none'; object-src 'none'; connect-src 'none'; frame-ancestors 'none'; webrtc 'block'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html offprint-icons";

/** The file an address stands for, or undefined where it would lie outside the built window or has no known type. */
export function windowFile(address: string, folder = root): { readonly path: string; readonly contentType: string } | undefined {
  const url = new URL(address);
  if (url.host !== 'window') return undefined;
  let pathname: string;
  try {
    pathname = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  if (/[\\\0:]/.test(pathname)) return undefined;
  const path = normalize(join(folder, pathname));
  const contentType = contentTypes[extname(path)];
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep) && contentType ? { path, contentType } : undefined;
}

export async function serveWindowFile(request: Request): Promise<Response> {
  const file = request.method === 'GET' ? windowFile(request.url) : undefined;
  const body = file && (await readFile(file.path).catch(() => undefined));
  if (!file || !body) return new Response('', { status: 404 });
  return new Response(new Uint8Array(body), {
    headers: { 'content-type': file.contentType, 'content-security-policy': policy, 'x-content-type-options': 'nosniff' },
  });
}
