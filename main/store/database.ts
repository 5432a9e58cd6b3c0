import type Database from 'better-sqlite3';
import { asStoreFailure } from './store-failure.ts';

/**
 * The handle is the permission: a function that takes a `ReadableDb` cannot write, by its type and because handles opened
 * for reading have `PRAGMA query_only` on. Statements are prepared once per handle and text, so a query function with its
 * SQL in a constant costs a look-up. Every error leaves as a `StoreFailure` where it has a meaning.
 */
declare const readable: unique symbol;
declare const writable: unique symbol;

export type SqlValue = string | number | bigint | Uint8Array | null;
export type SqlParameters = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

export interface ReadableDb {
  readonly [readable]: true;
  /** Every row; `Row` is the caller's word for what the SQL selects. */
  all<Row>(sql: string, parameters?: SqlParameters): Row[];
  first<Row>(sql: string, parameters?: SqlParameters): Row | undefined;
  close(): void;
}

export interface WritableDb extends ReadableDb {
  readonly [writable]: true;
  /** Number of rows changed. */
  run(sql: string, parameters?: SqlParameters): number;
  /** All or nothing. Takes the write lock at once; inside another transaction it joins that one. */
  transaction<Result>(work: () => Result): Result;
}

/** Search builds SQL of many shapes: the least recently used statement goes. */
const maximumStatements = 300;

function statementCache(database: Database.Database): (sql: string) => Database.Statement {
  const statements = new Map<string, Database.Statement>();
  return (sql) => {
    const known = statements.get(sql);
    if (known) {
      statements.delete(sql);
      statements.set(sql, known);
      return known;
    }
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    const oldest = statements.size > maximumStatements ? statements.keys().next().value : undefined;
    if (oldest !== undefined) statements.delete(oldest);
    return statement;
  };
}

function translating<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asStoreFailure(error);
  }
}

const noParameters: SqlParameters = [];

/** `afterClose` removes what only this handle needed. */
export function wrapDatabase(database: Database.Database, afterClose: () => void = () => {}): WritableDb {
  const prepare = statementCache(database);
  const handle: Omit<WritableDb, typeof readable | typeof writable> = {
    all: <Row>(sql: string, parameters = noParameters) => translating(() => prepare(sql).all(parameters) as Row[]),
    first: <Row>(sql: string, parameters = noParameters) => translating(() => prepare(sql).get(parameters) as Row | undefined),
    run: (sql, parameters = noParameters) => translating(() => prepare(sql).run(parameters).changes),
    transaction: (work) => translating(() => (database.inTransaction ? work() : database.transaction(work).immediate())),
    close: () => {
      translating(() => database.close());
      afterClose();
    },
  };
  return handle as WritableDb;
}
