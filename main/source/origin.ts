import { homedir } from 'node:os';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodePart } from './decode-part.ts';
import { isPackedName, nameWithoutPacking, packedFileName } from './packed-name.ts';
import { SourceFailure } from './source.ts';

export interface Origin {
  /**
   * As far as the text tells. `folder`: a plain folder or a repository of this machine; `file` and `web-file`: a snapshot
   * (zip, tar, tar.gz) or a Git bundle, on this machine or on the web.
   */
  readonly kind: 'git-http' | 'web-file' | 'folder' | 'file';
  /** A web address, or an absolute path; without a slash at its end. May hold user name and password. */
  readonly url: string;
  readonly suggestedName: string;
  /** Letters of any script, digits, `-`, `_` and `.`; never empty. */
  readonly suggestedId: string;
}

/** Hosts whose repositories are `/owner/name`; whatever follows in an address is a page about the repository. */
const twoPartHosts = /^(www\.)?(github\.com|gitee\.com|codeberg\.org)$/;
const knownHostWithoutScheme = /^(www\.)?(github\.com|gitlab\.com|gitee\.com|codeberg\.org)\//i;
const maximumIdLength = 64;

function notUnderstood(message: string): SourceFailure {
  return new SourceFailure('origin-not-understood', message);
}

/** What a reader typed or pasted, as an origin. Looks only at the text: whether anything is there is found by asking. */
export function readOrigin(text: string): Origin {
  const trimmed = text.trim();
  if (trimmed === '' || /\p{Cc}/u.test(trimmed))
    throw notUnderstood('an address of a repository, or a folder or file, is needed');
  if (/^https?:/i.test(trimmed)) return readWebAddress(trimmed);
  if (knownHostWithoutScheme.test(trimmed)) return readWebAddress(`https://${trimmed}`);
  if (/^file:/i.test(trimmed)) return localOrigin(pathOfFileUrl(trimmed));
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)) throw notUnderstood('only http, https, folders and files are understood');
  if (/^[^/\\\s]+@[^/\\\s:]+:/.test(trimmed))
    throw notUnderstood('addresses for ssh are not understood; use the one that begins with https');
  const folder = /^~(?=$|[/\\])/.test(trimmed) ? homedir() + trimmed.slice(1) : trimmed;
  return localOrigin(resolve(folder));
}

function pathOfFileUrl(text: string): string {
  try {
    return resolve(fileURLToPath(text));
  } catch {
    throw notUnderstood('this file address names nothing on this machine');
  }
}

function localOrigin(path: string): Origin {
  const kind = isPackedName(path) ? 'file' : 'folder';
  const name = kind === 'file' ? nameWithoutPacking(basename(path)) : basename(path).replace(/(?<=.)\.git$/i, '');
  return { kind, url: path, suggestedName: name === '' ? path : name, suggestedId: idFrom(name) };
}

function readWebAddress(text: string): Origin {
  if (!URL.canParse(text)) throw notUnderstood('this web address cannot be read');
  const url = new URL(text);
  if (url.hostname === '') throw notUnderstood('this web address names no host');
  url.hash = '';
  const packed = packedFileName(url);
  if (packed !== null)
    return { kind: 'web-file', url: url.href, suggestedName: packed || url.hostname, suggestedId: idFrom(packed) };
  url.search = '';
  url.pathname = repositoryPath(url);
  const lastPart = decodePart(url.pathname.split('/').at(-1) ?? '').replace(/\.git$/i, '');
  const name = lastPart === '' ? url.hostname : lastPart;
  return { kind: 'git-http', url: url.href.replace(/\/+$/, ''), suggestedName: name, suggestedId: idFrom(name) };
}

function repositoryPath(url: URL): string {
  const parts = url.pathname.split('/').filter((part) => part !== '');
  if (twoPartHosts.test(url.hostname)) return parts.slice(0, 2).join('/');
  // GitLab, wherever it runs, sets its pages about a repository off with a lone hyphen; older ones do not.
  const page = parts.findIndex((part, index) => part === '-' || (isGitLab(url) && index >= 2 && /^(tree|blob|raw)$/.test(part)));
  return (page < 2 ? parts : parts.slice(0, page)).join('/');
}

function isGitLab(url: URL): boolean {
  return url.hostname === 'gitlab.com';
}

function idFrom(name: string): string {
  const letters = name.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-');
  const id = Array.from(letters)
    .slice(0, maximumIdLength)
    .join('')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
  return id === '' ? 'archive' : id;
}
