import type { ParsedIndexGroup } from '#main/parse/parsed-page.ts';

/** A page that lists others, as stored. */
export interface IndexPage {
  readonly path: string;
  readonly title: string;
  readonly groups: readonly ParsedIndexGroup[];
}

export interface DerivedSection {
  /** Of the index page; `<front page>#<heading>`; or the folder. */
  readonly path: string;
  readonly name: string;
  readonly group: string | null;
  readonly entries: readonly string[];
}

/** `none`: the archive publishes no section of its own, its folders serve instead. */
export type SectionKind = 'index' | 'heading' | 'none';

const frontPageName = /^readme(?:[._-][\w-]+)*\.(?:md|markdown|html?)$/iu;

/** `README.md` before its translations. */
function compareFrontPages(one: IndexPage, other: IndexPage): number {
  return one.path.length - other.path.length || (one.path < other.path ? -1 : 1);
}

function comparePaths(one: IndexPage, other: IndexPage): number {
  return one.path < other.path ? -1 : 1;
}

function entryPaths(groups: readonly ParsedIndexGroup[]): string[] {
  return [...new Set(groups.flatMap(({ entries }) => entries.map(({ path }) => path)))];
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/u, '');
}

/**
 * The sections that an archive publishes, in its own order: the index pages as its front pages group and name them, then
 * the other index pages by path; where there is no index page, the headed groups of the first front page that has any.
 */
export function deriveSections(pages: readonly IndexPage[]): {
  readonly kind: SectionKind;
  readonly sections: readonly DerivedSection[];
} {
  const fronts = pages.filter(({ path }) => frontPageName.test(path)).toSorted(compareFrontPages);
  const indexes = pages.filter(({ path, groups }) => !frontPageName.test(path) && entryPaths(groups).length > 0);
  if (indexes.length > 0) return { kind: 'index', sections: sectionsOfIndexes(fronts, indexes.toSorted(comparePaths)) };
  for (const front of fronts) {
    const sections = sectionsOfHeadings(front);
    if (sections.length > 0) return { kind: 'heading', sections };
  }
  return { kind: 'none', sections: [] };
}

function sectionsOfIndexes(fronts: readonly IndexPage[], indexes: readonly IndexPage[]): DerivedSection[] {
  const unlisted = new Map(indexes.map((page) => [page.path, page]));
  const sections: DerivedSection[] = [];
  const add = (page: IndexPage, name: string, group: string | null): void => {
    unlisted.delete(page.path);
    sections.push({ path: page.path, name: name || page.title || baseName(page.path), group, entries: entryPaths(page.groups) });
  };
  for (const front of fronts) {
    for (const { heading, entries } of front.groups) {
      for (const { path, title } of entries) {
        const page = unlisted.get(path);
        if (page) add(page, title.trim(), heading);
      }
    }
  }
  for (const page of unlisted.values()) add(page, page.title.trim(), null);
  return sections;
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

/** One section for each folder that holds pages; `paths` are sorted. */
export function sectionsOfFolders(paths: readonly string[]): DerivedSection[] {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const end = path.lastIndexOf('/');
    if (end <= 0) continue;
    const folder = path.slice(0, end);
    const listed = folders.get(folder);
    if (listed) listed.push(path);
    else folders.set(folder, [path]);
  }
  return [...folders].map(([path, entries]) => ({ path, name: path.slice(path.lastIndexOf('/') + 1), group: null, entries }));
}
