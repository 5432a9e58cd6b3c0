import type { ParsedIndexGroup } from '#main/parse/parsed-page.ts';
import type { SectionSummary } from '#preload/contract/library-types.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import {
  type DerivedSection,
  deriveSections,
  type SectionKind,
  sectionsOfFolders,
  type TitleOfFolder,
} from './derive-sections.ts';

const indexPages = `
  SELECT page.path AS path, page_index.title AS title, page_index.groups AS groups
  FROM page CROSS JOIN page_index ON page_index.page_id = page.id WHERE page.archive_id = ?`;
const articlePaths = 'SELECT path FROM page WHERE archive_id = ? AND article_id IS NOT NULL ORDER BY path';
const titleOfPage = `
  SELECT article.title AS title FROM page CROSS JOIN article ON article.id = page.article_id WHERE page.archive_id = ? AND page.path = ?`;
const titleOfIndex = `
  SELECT page_index.title AS title FROM page CROSS JOIN page_index ON page_index.page_id = page.id
  WHERE page.archive_id = ? AND page.path = ?`;
const frontPages = ['README.md', 'index.md', '_index.md', 'readme.md', 'index.html', 'index.mdx'];
const knownSections = 'SELECT id, path FROM section WHERE archive_id = ? ORDER BY position';
const writeSection = `
  INSERT INTO section (archive_id, path, name, group_name, position) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (archive_id, path) DO UPDATE SET
    name = excluded.name, group_name = excluded.group_name, position = excluded.position
  RETURNING id`;
const moveSection = 'UPDATE section SET position = ? WHERE id = ?';
const addEntries = 'INSERT OR IGNORE INTO section_entry (section_id, path) SELECT ?, value FROM json_each(?)';
const resolveEntries = `
  INSERT OR IGNORE INTO section_article (section_id, article_id)
  SELECT section_entry.section_id, page.article_id
  FROM section_entry CROSS JOIN page ON page.archive_id = ? AND page.path = section_entry.path
  WHERE section_entry.section_id = ? AND page.article_id IS NOT NULL`;
const forgetSection = [
  'DELETE FROM section_article WHERE section_id = ?',
  'DELETE FROM section_entry WHERE section_id = ?',
  'DELETE FROM section WHERE id = ?',
];

/**
 * Derives the archive's sections from what its pages list now. A section keeps every entry it ever had, and stays after
 * its index page went, at the end; only sections of another kind (folders, say, once an index is published) are forgotten.
 */
export function refreshSections(db: WritableDb, archiveId: string): void {
  db.transaction(() => {
    const titleOfFolder = folderTitles(db, archiveId);
    const derived = deriveSections(readIndexPages(db, archiveId), titleOfFolder);
    const sections =
      derived.kind === 'none' ? sectionsOfFolders(readArticlePaths(db, archiveId), titleOfFolder) : derived.sections;
    const unlisted = new Map(db.all<{ id: number; path: string }>(knownSections, [archiveId]).map(({ id, path }) => [path, id]));
    sections.forEach((section, position) => {
      storeSection(db, archiveId, section, position);
      unlisted.delete(section.path);
    });
    let position = sections.length;
    for (const [path, id] of unlisted) {
      if (isOfKind(path, derived.kind)) db.run(moveSection, [position++, id]);
      else for (const sql of forgetSection) db.run(sql, [id]);
    }
  });
}

function readIndexPages(db: ReadableDb, archiveId: string) {
  const rows = db.all<{ path: string; title: string; groups: string }>(indexPages, [archiveId]);
  return rows.map(({ path, title, groups }) => ({ path, title, groups: JSON.parse(groups) as ParsedIndexGroup[] }));
}

/** A folder's own front page says what the folder is called. */
function folderTitles(db: ReadableDb, archiveId: string): TitleOfFolder {
  return (folder) => {
    for (const name of frontPages) {
      const place = [archiveId, folder === '' ? name : `${folder}/${name}`];
      const found = db.first<{ title: string }>(titleOfPage, place) ?? db.first<{ title: string }>(titleOfIndex, place);
      if (found?.title) return found.title;
    }
    return undefined;
  };
}

function readArticlePaths(db: ReadableDb, archiveId: string): string[] {
  return db.all<{ path: string }>(articlePaths, [archiveId]).map(({ path }) => path);
}

function storeSection(db: WritableDb, archiveId: string, section: DerivedSection, position: number): void {
  const { path, name, group, entries } = section;
  const stored = db.first<{ id: number }>(writeSection, [archiveId, path, name, group, position]);
  if (!stored) throw new Error('a section was not stored');
  db.run(addEntries, [stored.id, JSON.stringify(entries)]);
  db.run(resolveEntries, [archiveId, stored.id]);
}

/** A folder's name has neither an extension of a page nor a heading behind it. */
function isOfKind(path: string, kind: SectionKind): boolean {
  const kindOfPath: SectionKind = /#/u.test(path) ? 'heading' : /\.(?:mdx?|markdown|html?)$/iu.test(path) ? 'index' : 'none';
  return kindOfPath === kind;
}

interface SectionRow {
  readonly archive: string;
  readonly path: string;
  readonly name: string;
  readonly group: string | null;
  readonly articles: number;
}

const sectionColumns = `
  archive_id AS archive, path, name, group_name AS "group",
  (SELECT count(*) FROM section_article WHERE section_article.section_id = section.id) AS articles`;
const sectionsOfArchive = `SELECT ${sectionColumns} FROM section WHERE archive_id = ? ORDER BY position`;
const allSections = `SELECT ${sectionColumns} FROM section ORDER BY archive_id, position`;

/** In the order of publication; sections none of whose articles is in the library are left out. */
export function listSections(db: ReadableDb, archiveId?: string): SectionSummary[] {
  const rows = archiveId === undefined ? db.all<SectionRow>(allSections) : db.all<SectionRow>(sectionsOfArchive, [archiveId]);
  return rows
    .filter(({ articles }) => articles > 0)
    .map(({ path, ...section }) => ({ id: `${section.archive}:${path}`, ...section }));
}

const namesOfArticle = `
  SELECT section.name AS name
  FROM section_article CROSS JOIN section ON section.id = section_article.section_id
  WHERE section_article.article_id = ? ORDER BY section.archive_id, section.position`;

/** Names of the sections that list the article, each once. */
export function sectionsOf(db: ReadableDb, articleRowId: number): string[] {
  return [...new Set(db.all<{ name: string }>(namesOfArticle, [articleRowId]).map(({ name }) => name))];
}

/** For tests of the plan. */
export const sectionSql = {
  indexPages,
  articlePaths,
  titleOfPage,
  titleOfIndex,
  resolveEntries,
  sectionsOfArchive,
  namesOfArticle,
} as const;
