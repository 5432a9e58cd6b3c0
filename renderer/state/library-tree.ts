import type { ArchiveSummary, LibraryOverview, ListScope, SectionSummary } from '#preload/contract/library-types.ts';
import type { SavedSearch } from '#preload/contract/search-types.ts';
import { handbookOrigin } from './library-context.ts';
import { scopeKey } from './list-row.ts';

/** One line of the library tree. `key` is unique in the tree and stays the same when counts change. */
export interface TreeNode {
  readonly key: string;
  readonly kind: 'all' | 'bookmarked' | 'removed' | 'archive' | 'group' | 'section' | 'saved';
  readonly label: string;
  readonly count: number | null;
  /** null: a saved search, or a heading of a group, which only opens and closes. */
  readonly scope: ListScope | null;
  readonly search: SavedSearch | null;
  readonly level: number;
  readonly position: number;
  readonly setSize: number;
  /** null: nothing below it. */
  readonly isOpen: boolean | null;
  readonly hasFailed: boolean;
}

export interface TreeWords {
  readonly all: string;
  readonly bookmarks: string;
  readonly removed: string;
}

type Branch = Omit<TreeNode, 'level' | 'position' | 'setSize' | 'isOpen'> & {
  readonly children: readonly Branch[];
  readonly isOpenAtStart: boolean;
};

const leaf = (part: Pick<Branch, 'kind' | 'label' | 'count'> & { readonly scope: ListScope }): Branch => ({
  ...part,
  key: scopeKey(part.scope),
  search: null,
  hasFailed: false,
  children: [],
  isOpenAtStart: false,
});

const sectionLeaf = (section: SectionSummary): Branch =>
  leaf({ kind: 'section', label: section.name, count: section.articles, scope: { kind: 'section', sectionId: section.id } });

/** Sections without a heading come first, as on the archive's own front page; one heading alone is not worth a level. */
const branchesOf = (archive: ArchiveSummary, sections: readonly SectionSummary[]): readonly Branch[] => {
  const groups = new Map<string | null, SectionSummary[]>();
  for (const section of sections) groups.set(section.group, [...(groups.get(section.group) ?? []), section]);
  if (groups.size < 2) return sections.map(sectionLeaf);
  const grouped = [...groups].filter(([group]) => group !== null);
  return [
    ...(groups.get(null) ?? []).map(sectionLeaf),
    ...grouped.map(([group, members]): Branch => {
      const key = `group ${archive.id} ${group ?? ''}`;
      const children = members.map(sectionLeaf);
      return {
        key,
        kind: 'group',
        label: group ?? '',
        count: null,
        scope: null,
        search: null,
        hasFailed: false,
        children,
        isOpenAtStart: true,
      };
    }),
  ];
};

const archiveBranch = (archive: ArchiveSummary, sections: readonly SectionSummary[]): Branch => ({
  key: scopeKey({ kind: 'archive', archiveId: archive.id }),
  kind: 'archive',
  label: archive.name,
  count: archive.articles,
  scope: { kind: 'archive', archiveId: archive.id },
  search: null,
  hasFailed: archive.lastFailure !== null && archive.lastFailure.code !== 'cancelled',
  children: branchesOf(
    archive,
    sections.filter((section) => section.archive === archive.id),
  ),
  isOpenAtStart: archive.origin !== handbookOrigin,
});

const savedBranch = (search: SavedSearch): Branch => ({
  key: `saved ${search.query}`,
  kind: 'saved',
  label: search.name,
  count: search.total,
  scope: null,
  search,
  hasFailed: false,
  children: [],
  isOpenAtStart: false,
});

/** The handbook is the reader's archive like any other, but comes last: it is not what the reader came for. */
const inOrder = (archives: readonly ArchiveSummary[]): readonly ArchiveSummary[] => [
  ...archives.filter((archive) => archive.origin !== handbookOrigin),
  ...archives.filter((archive) => archive.origin === handbookOrigin),
];

const flatten = (branches: readonly Branch[], level: number, toggled: ReadonlySet<string>): readonly TreeNode[] =>
  branches.flatMap(({ children, isOpenAtStart, ...branch }, index) => {
    const isOpen = children.length === 0 ? null : isOpenAtStart !== toggled.has(branch.key);
    const node: TreeNode = { ...branch, level, position: index + 1, setSize: branches.length, isOpen };
    return isOpen ? [node, ...flatten(children, level + 1, toggled)] : [node];
  });

/** The lines to show, top to bottom. `toggled` holds the keys of those that are not as they are at the start. */
export const treeNodes = (
  overview: LibraryOverview,
  words: TreeWords,
  toggled: ReadonlySet<string>,
  saved: readonly SavedSearch[] = [],
): readonly TreeNode[] => {
  const { counts } = overview;
  const branches: readonly Branch[] = [
    leaf({ kind: 'all', label: words.all, count: counts.all, scope: { kind: 'all' } }),
    leaf({ kind: 'bookmarked', label: words.bookmarks, count: counts.bookmarked, scope: { kind: 'bookmarked' } }),
    leaf({ kind: 'removed', label: words.removed, count: counts.removed, scope: { kind: 'removed' } }),
    ...inOrder(overview.archives).map((archive) => archiveBranch(archive, overview.sections)),
    ...saved.map(savedBranch),
  ];
  return flatten(branches, 1, toggled);
};

/** The name under which a scope stands in the tree; null if it is not there any more. */
export const scopeLabel = (overview: LibraryOverview, words: TreeWords, scope: ListScope): string | null => {
  if (scope.kind === 'all') return words.all;
  if (scope.kind === 'bookmarked') return words.bookmarks;
  if (scope.kind === 'removed') return words.removed;
  if (scope.kind === 'archive') return overview.archives.find((archive) => archive.id === scope.archiveId)?.name ?? null;
  return overview.sections.find((section) => section.id === scope.sectionId)?.name ?? null;
};
