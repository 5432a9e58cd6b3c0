const pageName = /[^/]\.(?:md|mdx|markdown|mdown|mkdn?|html?)$/iu;
/** Folders that hold other people's pages, or the templates that a site is built from. */
const foreignFolders: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  'vendors',
  'third_party',
  'third-party',
  'venv',
  '__pycache__',
  '_layouts',
  '_includes',
  '_sass',
  '_site',
]);

/**
 * Whether a file of an archive is a page. Plain text files are not: where pages are published as Markdown or HTML, a `.txt`
 * is a list for a program (requirements, robots) far more often than something to read.
 */
export function isPagePath(path: string): boolean {
  if (!pageName.test(path)) return false;
  return path.split('/').every((part) => !part.startsWith('.') && !foreignFolders.has(part.toLowerCase()));
}
