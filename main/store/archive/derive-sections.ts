import type { ParsedIndexGroup } from '#main/parse/parsed-page.ts';
import { readableName } from './section-names.ts';

/** A page that lists others, as stored. */
export interface IndexPage {
  readonly path: string;
  readonly title: string;
  readonly groups: readonly ParsedIndexGroup[];
}

export interface DerivedSection {
  /** Of the index page; `<page>#<heading>`; or the folder. */
  readonly path: string;
  readonly name: string;
  readonly group: string | null;
  readonly entries: readonly string[];
}

/** `none`: the archive publishes no section of its own, its folders serve instead. */
export type SectionKind = 'index' | 'heading' | 'none';

export interface DerivedSections {
  readonly kind: SectionKind;
  readonly sections: readonly DerivedSection[];
}

/** Title of a folder's own front page; undefined where it has none. */
export type TitleOfFolder = (folder: string) => string | undefined;

const rootFront = /^readme(?:[._-][\w-]+)*\.(?:mdx?|markdown|html?)$/iu;
const folderFront = /(?:^|\/)(?:readme|_?index)\.(?:mdx?|markdown|html?)$/iu;
/** Tables of contents as makers of books and sites name them. */
const contentsPage = /(?:^|\/)(?:summary|_sidebar|toc|contents)\.(?:mdx?|markdown|html?)$/iu;
const contentsTitle = /^(?:summary|(?:table of )?contents|toc|_?\s?sidebar|index|目录|目錄|目次|总目录|總目錄)$/iu;
/** A number or a code: a name for machines. */
const codeName = /^[a-z]{0,4}\d+$/iu;

/** `README.md` before its translations. */
function compareFronts(one: IndexPage, other: IndexPage): number {
  return one.path.length - other.path.length || (one.path < other.path ? -1 : 1);
}

function comparePaths(one: IndexPage, other: IndexPage): number {
  return one.path < other.path ? -1 : 1;
}

function entryPaths(groups: readonly ParsedIndexGroup[]): string[] {
  return [...new Set(groups.flatMap(({ entries }) => entries.map(({ path }) => path)))];
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/**
 * The sections that an archive publishes, in its own order: the index pages as its front pages group and name them, then
 * the other index pages by path; where there is no index page, the headed groups of the one table of contents, or of the
 * first front page that has any.
 */
export function deriveSections(pages: readonly IndexPage[], titleOfFolder: TitleOfFolder = () => undefined): DerivedSections {
  const fronts = pages.filter(({ path }) => rootFront.test(path)).toSorted(compareFronts);
  const indexes = pages
    .filter(({ path, groups }) => !rootFront.test(path) && entryPaths(groups).length > 0)
    .toSorted(comparePaths);
  const [contents, ...others] = indexes;
  const parts = contents && others.length === 0 && contentsPage.test(contents.path) ? sectionsOfHeadings(contents) : [];
  if (parts.length > 1) return { kind: 'heading', sections: parts };
  if (indexes.length > 0) return { kind: 'index', sections: sectionsOfIndexes(fronts, indexes, titleOfFolder) };
  for (const front of fronts) {
    const sections = sectionsOfHeadings(front);
    if (sections.length > 0) return { kind: 'heading', sections };
  }
  return { kind: 'none', sections: [] };
}

function sectionsOfIndexes(
  fronts: readonly IndexPage[],
  indexes: readonly IndexPage[],
  titleOfFolder: TitleOfFolder,
): DerivedSection[] {
  const unlisted = new Map(indexes.map((page) => [placeOf(page.path), page]));
  const sections: DerivedSection[] = [];
  const add = (page: IndexPage, name: string, group: string | null): void => {
    unlisted.delete(placeOf(page.path));
    sections.push({ path: page.path, name, group, entries: entryPaths(page.groups) });
  };
  const names = linkTexts(indexes);
  const nested = indexes.filter(({ path }) => folderFront.test(path));
  for (const front of [...fronts, ...nested]) {
    for (const { heading, entries } of front.groups) {
      for (const { path, title } of entries) {
        const page = unlisted.get(placeOf(path));
        if (page && page !== front) add(page, title.trim() || nameOf(page, names, titleOfFolder), heading);
      }
    }
  }
  for (const page of unlisted.values()) add(page, nameOf(page, names, titleOfFolder), null);
  return sections;
}

/** A link to a folder is a link to its front page, however that is called. */
function placeOf(path: string): string {
  return folderFront.test(path) ? `${folderOf(path)}/` : path;
}

function nameOf({ path, title }: IndexPage, names: ReadonlyMap<string, string>, titleOfFolder: TitleOfFolder): string {
  const stated = title.trim();
  if (contentsPage.test(path) && contentsTitle.test(stated)) {
    const folder = folderOf(path);
    return titleOfFolder(folder) ?? (folder === '' ? stated : readableName(folder));
  }
  const isUnnamed = stated === '' || codeName.test(stated);
  return (isUnnamed ? names.get(placeOf(path)) : undefined) ?? (stated || readableName(path));
}

/** What the archive's own lists call each page, by the words they use most often. */
function linkTexts(pages: readonly IndexPage[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  const targets = new Set(pages.map(({ path }) => placeOf(path)));
  for (const { path, title } of pages.flatMap(({ groups }) => groups.flatMap(({ entries }) => entries))) {
    const place = placeOf(path);
    const text = title.trim();
    if (!targets.has(place) || !/\p{L}/u.test(text)) continue;
    const texts = counts.get(place) ?? new Map<string, number>();
    counts.set(place, texts.set(text, (texts.get(text) ?? 0) + 1));
  }
  return new Map([...counts].map(([place, texts]) => [place, mostFrequent(texts)]));
}

function mostFrequent(texts: ReadonlyMap<string, number>): string {
  return [...texts].reduce((best, candidate) => (candidate[1] > best[1] ? candidate : best))[0];
}

function sectionsOfHeadings(front: IndexPage): DerivedSection[] {
  const sections = new Map<string, DerivedSection>();
  for (const group of front.groups) {
    const name = group.heading?.trim();
    if (!name) continue;
    const entries = [...(sections.get(name)?.entries ?? []), ...entryPaths([group])];
    sections.set(name, { path: `${front.path}#${name}`, name, group: null, entries });
  }
  return [...sections.values()];
}

/**
 * One section for each folder that holds pages; `paths` are sorted. A folder made for a single page, as `trip/index.md`, is
 * no section: its page belongs to the folder above.
 */
export function sectionsOfFolders(paths: readonly string[], titleOfFolder: TitleOfFolder = () => undefined): DerivedSection[] {
  const counts = new Map<string, number>();
  for (const path of paths)
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const own = folderOf(path);
    const folder = folderFront.test(path) && counts.get(own) === 1 ? folderOf(own) : own;
    if (folder === '') continue;
    const listed = folders.get(folder);
    if (listed) listed.push(path);
    else folders.set(folder, [path]);
  }
  return [...folders].map(([path, entries]) => ({ path, name: titleOfFolder(path) ?? readableName(path), group: null, entries }));
}
