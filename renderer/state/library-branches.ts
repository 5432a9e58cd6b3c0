import type {
  ArchiveSummary,
  LibraryOverview,
  ListScope,
  MonthCount,
  NamedCount,
  SectionSummary,
} from '#preload/contract/library-types.ts';
import type { TagCount } from '#preload/contract/tag-types.ts';
import type { SavedSearch } from '#preload/contract/search-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { handbookOrigin } from './library-context.ts';
import { scopeKey } from './list-row.ts';

/** A line of the library's tree, with what is below it. */
export interface Branch {
  readonly key: string;
  readonly kind:
    | 'all'
    | 'unread'
    | 'bookmarked'
    | 'history'
    | 'removed'
    /** A heading of the tree itself. */
    | 'heading'
    | 'archive'
    /** A heading that an archive gives its sections. */
    | 'group'
    | 'section'
    | 'source'
    | 'period'
    | 'topic'
    | 'tag'
    | 'saved'
    /** Shows the rest of a long list, or hides it again. */
    | 'rest';
  readonly label: string;
  readonly count: number | null;
  /** null: a saved search, or a line that only opens and closes. */
  readonly scope: ListScope | null;
  readonly search: SavedSearch | null;
  readonly hasFailed: boolean;
  readonly children: readonly Branch[];
  readonly isOpenAtStart: boolean;
}

export type BranchWords = Messages['window']['library'] & { readonly saved: string; readonly tags: string };

/** So many sources and topics stand there before one asks for more. */
const usualNames = 8;

const plain = { count: null, scope: null, search: null, hasFailed: false, children: [], isOpenAtStart: false } as const;

const leaf = (part: Pick<Branch, 'kind' | 'label' | 'count'> & { readonly scope: ListScope }): Branch => ({
  ...plain,
  ...part,
  key: scopeKey(part.scope),
});

/** Nothing where there is nothing below it. */
const heading = (name: string, label: string, children: readonly Branch[], isOpenAtStart: boolean): readonly Branch[] =>
  children.length === 0 ? [] : [{ ...plain, key: `heading ${name}`, kind: 'heading', label, children, isOpenAtStart }];

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
      return { ...plain, key, kind: 'group', label: group ?? '', children: members.map(sectionLeaf), isOpenAtStart: true };
    }),
  ];
};

const archiveBranch = (archive: ArchiveSummary, sections: readonly SectionSummary[]): Branch => ({
  ...leaf({
    kind: 'archive',
    label: archive.name,
    count: archive.articles,
    scope: { kind: 'archive', archiveId: archive.id },
  }),
  hasFailed: archive.lastFailure !== null && archive.lastFailure.code !== 'cancelled',
  children: branchesOf(
    archive,
    sections.filter((section) => section.archive === archive.id),
  ),
  isOpenAtStart: archive.origin !== handbookOrigin,
});

/** The handbook is the reader's archive like any other, but comes last: it is not what the reader came for. */
const inOrder = (archives: readonly ArchiveSummary[]): readonly ArchiveSummary[] => [
  ...archives.filter((archive) => archive.origin !== handbookOrigin),
  ...archives.filter((archive) => archive.origin === handbookOrigin),
];

const yearBranches = (months: readonly MonthCount[], words: BranchWords): readonly Branch[] => {
  const years = new Map<number, MonthCount[]>();
  for (const month of months) years.set(month.year, [...(years.get(month.year) ?? []), month]);
  return [...years].map(([year, members]) => ({
    ...leaf({
      kind: 'period',
      label: words.period(year),
      count: members.reduce((total, { articles }) => total + articles, 0),
      scope: { kind: 'period', year },
    }),
    children: members.map(({ month, articles }) =>
      leaf({ kind: 'period', label: words.month(month), count: articles, scope: { kind: 'period', year, month } }),
    ),
  }));
};

const nameBranches = (
  kind: 'source' | 'topic',
  names: readonly NamedCount[],
  words: BranchWords,
  toggled: ReadonlySet<string>,
): readonly Branch[] => {
  const key = `rest ${kind}`;
  const isAll = toggled.has(key);
  const shown = isAll ? names : names.slice(0, usualNames);
  const leaves = shown.map(({ name, label, articles }) => leaf({ kind, label, count: articles, scope: { kind, name } }));
  if (names.length <= usualNames) return leaves;
  return [...leaves, { ...plain, key, kind: 'rest', label: isAll ? words.showFewer : words.showMore }];
};

const savedBranch = (search: SavedSearch): Branch => ({
  ...plain,
  key: `saved ${search.query}`,
  kind: 'saved',
  label: search.name,
  count: search.total,
  search,
});

const tagLeaf = ({ name, articles }: TagCount): Branch =>
  leaf({ kind: 'tag', label: name, count: articles, scope: { kind: 'tag', name } });

/** What of the tree the reader made. */
export interface ReadersOwn {
  readonly saved: readonly SavedSearch[];
  readonly tags: readonly TagCount[];
}

/** The whole library as a tree. Of `toggled` only whether long lists are shown to their end is asked here. */
export const libraryBranches = (
  { counts, archives, sections, sources, months, topics }: LibraryOverview,
  words: BranchWords,
  toggled: ReadonlySet<string>,
  { saved, tags }: ReadersOwn,
): readonly Branch[] => [
  leaf({ kind: 'all', label: words.all, count: counts.all, scope: { kind: 'all' } }),
  leaf({ kind: 'unread', label: words.unread, count: counts.unread, scope: { kind: 'unread' } }),
  leaf({ kind: 'bookmarked', label: words.bookmarks, count: counts.bookmarked, scope: { kind: 'bookmarked' } }),
  leaf({ kind: 'history', label: words.history, count: null, scope: { kind: 'history' } }),
  leaf({ kind: 'removed', label: words.removed, count: counts.removed, scope: { kind: 'removed' } }),
  ...heading('tags', words.tags, tags.filter(({ articles }) => articles > 0).map(tagLeaf), true),
  ...heading(
    'archives',
    words.archives,
    inOrder(archives).map((archive) => archiveBranch(archive, sections)),
    true,
  ),
  ...heading('sources', words.sources, nameBranches('source', sources, words, toggled), false),
  ...heading('dates', words.dates, yearBranches(months, words), false),
  ...heading('topics', words.topics, nameBranches('topic', topics, words, toggled), false),
  ...heading('saved', words.saved, saved.map(savedBranch), true),
];
