/** Code points that some file systems leave out when they compare names. */
const ignoredByFileSystems = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/gu;
const ownNames: ReadonlySet<string> = new Set(['.git', 'git~1', '.gitmodules', 'gitmod~1']);

/**
 * Whether Git refuses a tree with this name in it, on any system: what some file system would take for Git's own folder. One
 * such name would keep the whole file from being cloned.
 */
export function isRefusedByGit(name: string): boolean {
  return name
    .replaceAll(ignoredByFileSystems, '')
    .toLowerCase()
    .split('\\')
    .some((part) => ownNames.has((part.split(':', 1)[0] ?? '').replace(/[ .]{1,255}$/u, '')));
}
