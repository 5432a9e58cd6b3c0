import { decodePart } from './decode-part.ts';

const packing = /\.(?:zip|tar|tar\.gz|tgz|bundle)$/i;
/** What forges add to the name of a repository when they pack its default branch. */
const branchSuffix = /(?<=.)-(?:main|master)$/;

/** Whether a file of this name is taken for a snapshot or a Git bundle. */
export function isPackedName(name: string): boolean {
  return packing.test(name);
}

export function nameWithoutPacking(fileName: string): string {
  return fileName.replace(packing, '').replace(branchSuffix, '');
}

/** Where a forge packs a repository on demand: `/owner/repo/archive/main.zip` and its like; the repository goes before. */
const packingPages: ReadonlySet<string> = new Set(['archive', 'repository', 'zipball', 'tarball', '-']);
const pagesAboutFiles = /^(?:blob|tree|src)$/;
const forges = /^(?:(?:www\.)?(?:github|gitlab|gitee)\.com|(?:www\.)?codeberg\.org)$/;

/** The name of the archive where an address is that of a snapshot or bundle; null where it is that of a repository. */
export function packedFileName(url: URL): string | null {
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const [, repository, form] = parts;
  if (url.hostname === 'codeload.github.com' && /^(?:zip|tar\.gz)$/.test(form ?? '')) return decodePart(repository ?? '');
  const last = decodePart(parts.at(-1) ?? '');
  const isForge = forges.test(url.hostname);
  if (!isPackedName(last) || (isForge && parts.some((part, index) => index >= 2 && pagesAboutFiles.test(part)))) return null;
  const page = parts.findIndex((part, index) => index >= 2 && index < parts.length - 1 && packingPages.has(part));
  const isPackedOnDemand = page > 0 && parts.includes('archive');
  return isPackedOnDemand ? decodePart(parts[page - 1] ?? '').replace(/\.git$/i, '') : nameWithoutPacking(last);
}
