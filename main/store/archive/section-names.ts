/** A file's or folder's name as words: `docs/01-getting_started` is `getting started`. */
export function readableName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:mdx?|markdown|html?)$/iu, '');
  const words = name
    .replace(/^(?:_+|0\d{1,2}[-_. ]+)(?=\S)/u, '')
    .replaceAll(/[-_]+/gu, ' ')
    .trim();
  return words || name;
}
