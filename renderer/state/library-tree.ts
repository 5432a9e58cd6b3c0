import type { LibraryOverview, ListScope } from '#preload/contract/library-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { type Branch, type BranchWords, libraryBranches, type ReadersOwn } from './library-branches.ts';

/** One line of the library tree. `key` is unique in the tree and stays the same when counts change. */
export interface TreeNode extends Omit<Branch, 'children' | 'isOpenAtStart'> {
  readonly level: number;
  readonly position: number;
  readonly setSize: number;
  /** null: nothing below it. */
  readonly isOpen: boolean | null;
}

const flatten = (branches: readonly Branch[], level: number, toggled: ReadonlySet<string>): readonly TreeNode[] =>
  branches.flatMap(({ children, isOpenAtStart, ...branch }, index) => {
    const isOpen = children.length === 0 ? null : isOpenAtStart !== toggled.has(branch.key);
    const node: TreeNode = { ...branch, level, position: index + 1, setSize: branches.length, isOpen };
    return isOpen ? [node, ...flatten(children, level + 1, toggled)] : [node];
  });

/** The lines to show, top to bottom. `toggled` holds the keys of those that are not as they are at the start. */
export const treeNodes = (
  overview: LibraryOverview,
  words: BranchWords,
  toggled: ReadonlySet<string>,
  { saved = [], tags = [] }: Partial<ReadersOwn> = {},
): readonly TreeNode[] => flatten(libraryBranches(overview, words, toggled, { saved, tags }), 1, toggled);

/** The name under which a scope stands in the tree; null if it is not there any more. */
export const scopeLabel = (
  { archives, sections, sources, topics }: LibraryOverview,
  words: Messages['window']['library'],
  scope: ListScope,
): string | null => {
  switch (scope.kind) {
    case 'all':
      return words.all;
    case 'unread':
      return words.unread;
    case 'bookmarked':
      return words.bookmarks;
    case 'history':
      return words.history;
    case 'removed':
      return words.removed;
    case 'archive':
      return archives.find((archive) => archive.id === scope.archiveId)?.name ?? null;
    case 'section':
      return sections.find((section) => section.id === scope.sectionId)?.name ?? null;
    // The rarer ones are not in the overview.
    case 'source':
      return sources.find(({ name }) => name === scope.name)?.label ?? scope.name;
    case 'topic':
      return topics.find(({ name }) => name === scope.name)?.label ?? scope.name;
    case 'tag':
      return scope.name;
    case 'period':
      return words.period(scope.year, scope.month);
  }
};
