import { fold } from '#main/search/folding.ts';
import { namesSql } from '#main/search/names.ts';
import type { ReadableDb } from '#main/store/database.ts';

export interface FoldedName {
  readonly name: string;
  readonly folded: string;
}

type Kind = 'topic' | 'source';

interface KnownNames {
  /** Another number whenever another connection has written to the file. */
  readonly dataVersion: number | undefined;
  readonly names: Map<Kind, readonly FoldedName[]>;
}

const knownOf = new WeakMap<ReadableDb, KnownNames>();

/** All topics or sources of a library: read once, and again when something was written, since every keystroke asks for them. */
export function knownNames(db: ReadableDb, kind: Kind): readonly FoldedName[] {
  const dataVersion = db.first<{ data_version: number }>('PRAGMA main.data_version')?.data_version;
  const kept = knownOf.get(db);
  const known = kept?.dataVersion === dataVersion && kept ? kept : { dataVersion, names: new Map<Kind, readonly FoldedName[]>() };
  knownOf.set(db, known);
  const read = known.names.get(kind);
  if (read) return read;
  const names = db.all<{ name: string }>(namesSql[kind]).map(({ name }) => ({ name, folded: fold(name) }));
  known.names.set(kind, names);
  return names;
}
