/** A web address on a Git host that leads into a repository. */
export interface RepositoryLink {
  /** Address of the repository itself, as an archive is added by. */
  readonly repository: string;
  /** Inside the repository. */
  readonly path: string;
}

const pageName = /.\.(?:md|mdx|markdown|mdown|mkdn?|html?)$/i;

/**
 * Takes `https://host/owner/repository/blob/branch/path` apart; also `tree` for a folder, `-/blob` as GitLab writes it below
 * any number of groups, and `src/branch/<branch>` as Gitea does. Undefined for every other address, and for a file that is
 * no page: a repository of programs is no archive. A branch whose name holds a slash is not understood: a wrong article
 * would be worse than none.
 */
export function readRepositoryLink(address: string): RepositoryLink | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const place = findPage(parts);
  if (place === undefined) return undefined;
  const path = parts
    .slice(place.branch + 1)
    .map(decodePart)
    .join('/');
  if (!place.isFolder && !pageName.test(path)) return undefined;
  return {
    repository: `${url.protocol}//${url.host}/${parts.slice(0, place.owners).join('/')}`,
    path: place.isFolder ? frontPageOf(path) : path,
  };
}

interface PagePlace {
  /** How many parts name the repository. */
  readonly owners: number;
  /** Where the branch stands. */
  readonly branch: number;
  readonly isFolder: boolean;
}

function findPage(parts: readonly string[]): PagePlace | undefined {
  const hyphen = parts.indexOf('-', 2);
  const owners = Math.max(2, hyphen);
  const at = hyphen < 0 ? owners : owners + 1;
  const isGitea = parts[at] === 'src' && parts[at + 1] === 'branch';
  const isPage = isGitea || parts[at] === 'blob' || parts[at] === 'tree';
  const branch = isGitea ? at + 2 : at + 1;
  if (!isPage || parts[branch] === undefined) return undefined;
  return { owners, branch, isFolder: parts[at] === 'tree' };
}

function frontPageOf(folder: string): string {
  return folder === '' ? 'README.md' : `${folder}/README.md`;
}

/** As it stands where it is no valid escape. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** One spelling for all spellings of a repository's address; undefined for a folder of this machine. */
export function normaliseRepository(origin: string): string | undefined {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.host.replace(/^www\./, '');
  return `${host}${url.pathname.replace(/\/+$/, '').replace(/\.git$/i, '')}`;
}
