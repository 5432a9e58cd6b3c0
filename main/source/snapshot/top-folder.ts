/** What systems add of their own beside the one folder that was packed. */
const foreign = /^(?:__MACOSX\/|(?:.*\/)?\.DS_Store$|(?:.*\/)?Thumbs\.db$)/;

/** Path below the first folder; the path itself where it has none. */
export function belowFirstFolder(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}

/**
 * Finds whether all files lie in one folder at the top, as in what a forge packs (`repo-main/`): it is not part of the
 * archive's paths.
 */
export class TopFolder {
  #name: string | null | undefined;

  see(path: string): void {
    if (foreign.test(path)) return;
    const end = path.indexOf('/');
    const name = end < 0 ? null : path.slice(0, end);
    if (this.#name === undefined) this.#name = name;
    else if (this.#name !== name) this.#name = null;
  }

  get isShared(): boolean {
    return typeof this.#name === 'string';
  }
}
