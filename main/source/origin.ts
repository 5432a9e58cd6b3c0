import { homedir } from 'node:os';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SourceFailure } from './source.ts';

export interface Origin {
  readonly kind: 'git-http' | 'folder';
  /** A web address, or the absolute path of a folder; without a slash at its end. May hold user name and password. */
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
  if (trimmed === '' || /\p{Cc}/u.test(trimmed)) throw notUnderstood('an address of a repository or a folder is needed');
  if (/^https?:/i.test(trimmed)) return readWebAddress(trimmed);
  if (knownHostWithoutScheme.test(trimmed)) return readWebAddress(`https://${trimmed}`);
  if (/^file:/i.test(trimmed)) return folderOrigin(folderOfFileUrl(trimmed));
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)) throw notUnderstood('only http, https and folders are understood');
  if (/^[^/\\\s]+@[^/\\\s:]+:/.test(trimmed))
    throw notUnderstood('addresses for ssh are not understood; use the one that begins with https');
  const folder = /^~(?=$|[/\\])/.test(trimmed) ? homedir() + trimmed.slice(1) : trimmed;
  return folderOrigin(resolve(folder));
}

function folderOfFileUrl(text: string): string {
  try {
    return resolve(fileURLToPath(text));
  } catch {
    throw notUnderstood('this file address names no folder of this machine');
  }
}

function folderOrigin(folder: string): Origin {
  const name = basename(folder);
  return { kind: 'folder', url: folder, suggestedName: name === '' ? folder : name, suggestedId: idFrom(name) };
}

function readWebAddress(text: string): Origin {
  if (!URL.canParse(text)) throw notUnderstood('this web address cannot be read');
  const url = new URL(text);
  if (url.hostname === '') throw notUnderstood('this web address names no host');
  url.hash = '';
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

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function idFrom(name: string): string {
  const letters = name.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-');
  const id = Array.from(letters)
    .slice(0, maximumIdLength)
    .join('')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
  return id === '' ? 'archive' : id;
}
