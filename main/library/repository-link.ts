/** A web address on a Git host that leads into a repository. */
export interface RepositoryLink {
  /** Address of the repository itself, as an archive is added by. */
  readonly repository: string;
  /** Inside the repository. */
  readonly path: string;
  /**
   * Whether host or address say by themselves that this is a Git repository. Any site may have a page at
   * `/owner/name/blob/main/page.html`.
   */
  readonly isSurelyGit: boolean;
}

const pageName = /.\.(?:md|mdx|markdown|mdown|mkdn?|html?)$/i;
/** A branch that an archive is synced from as a rule, or a commit. Behind any other name may stand another text. */
const followedBranch = /^(?:main|master|HEAD|trunk|default|[0-9a-f]{7,40})$/;
/** Hosts of nothing but repositories. */
const gitHosts: ReadonlySet<string> = new Set([
  'bitbucket.org',
  'codeberg.org',
  'git.sr.ht',
  'gitea.com',
  'gitee.com',
  'github.com',
  'gitlab.com',
]);

/**
 * Takes `https://host/owner/repository/blob/branch/path` apart; also `tree` for a folder, `-/blob` as GitLab writes it below
 * any number of groups, `src/branch/<branch>` as Gitea does, `src/<branch>` as Bitbucket does, `tree/<branch>/item` as
 * SourceHut does, and `<repository>.git`. Undefined for every other address, for a branch or tag that an archive is hardly
 * synced from, and for a file that is no page: a repository of programs is no archive. A branch whose name holds a slash is
 * not understood: a wrong article would be worse than none.
 */
export function readRepositoryLink(address: string): RepositoryLink | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  const origin = `${url.protocol}//${url.host}`;
  const parts = url.pathname.split('/').filter((part) => part !== '');
  if (/.\.git$/i.test(parts.at(-1) ?? ''))
    return { repository: `${origin}/${parts.join('/')}`, path: frontPageOf(''), isSurelyGit: true };
  const place = findPage(parts);
  if (place === undefined || !followedBranch.test(decodePart(parts[place.branch] ?? ''))) return undefined;
  const path = parts.slice(place.path).map(decodePart).join('/');
  if (!place.isFolder && !pageName.test(path)) return undefined;
  return {
    repository: `${origin}/${parts.slice(0, place.owners).join('/')}`,
    path: place.isFolder ? frontPageOf(path) : path,
    isSurelyGit: place.isSurelyGit || gitHosts.has(hostOf(url)),
  };
}

interface PagePlace {
  /** How many parts name the repository. */
  readonly owners: number;
  /** Where the branch stands. */
  readonly branch: number;
  /** Where the path inside the repository begins. */
  readonly path: number;
  readonly isFolder: boolean;
  readonly isSurelyGit: boolean;
}

function findPage(parts: readonly string[]): PagePlace | undefined {
  const hyphen = parts.indexOf('-', 2);
  const owners = Math.max(2, hyphen);
  const at = hyphen < 0 ? owners : owners + 1;
  const kind = parts[at];
  if (kind !== 'blob' && kind !== 'tree' && kind !== 'src') return undefined;
  const isGiteaBranch = kind === 'src' && parts[at + 1] === 'branch';
  const branch = isGiteaBranch || (kind === 'src' && parts[at + 1] === 'commit') ? at + 2 : at + 1;
  const isSourceHut = kind === 'tree' && parts[0]?.startsWith('~') === true && parts[branch + 1] === 'item';
  const path = isSourceHut ? branch + 2 : branch + 1;
  return {
    owners,
    branch,
    path,
    isFolder: kind === 'tree' && !(isSourceHut && pageName.test(parts.at(-1) ?? '')),
    isSurelyGit: isGiteaBranch || (kind === 'blob' && hyphen >= 0),
  };
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
  return `${hostOf(url)}${url.pathname.replace(/\/+$/, '').replace(/\.git$/i, '')}`;
}

/** The host of a repository's address, in one spelling; undefined for a folder of this machine. */
export function hostOfRepository(origin: string): string | undefined {
  return normaliseRepository(origin)?.split('/')[0];
}

function hostOf({ host }: URL): string {
  return host.replace(/^www\./, '');
}
