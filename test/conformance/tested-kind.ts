import type { Source } from '../../src/sources/source.ts';

/** A kind of source under test: how to open one, and the little that differs in how a test sets up a database. */
export interface TestedKind {
  readonly kind: Source['kind'];
  open(id: string, connectionString: string): Source;
  /** An empty database of the test's own. */
  database(): Promise<TestedDatabase>;
  /** A connection string that leads nowhere. */
  readonly nowhere: string;
  readonly sql: {
    /** The type of a JSON column. */
    readonly json: string;
    readonly timestamp: string;
    /** A column that counts by itself and is the primary key. */
    readonly counter: string;
    /** The type of a text in a key. */
    readonly keyText: string;
    /** A trigger that refuses every deletion of a table, saying the deleted row's e-mail address. */
    talkativeTrigger(table: string): string;
    /** Somebody who may come in with the password `x` and create nothing, and read one table if one is named. */
    createRole(name: string, readable?: string): string;
    dropRole(name: string): string;
    /** The type of bytes, and some. */
    readonly bytes: string;
    readonly someBytes: string;
    /** The type of a text of any length, and a text of so many letters. */
    readonly longText: string;
    repeated(letter: string, times: number): string;
    /** Fills a table `(id, email, name, note)` with so many rows, numbered from 1. */
    fill(table: string, rows: number): string;
  };
  /** The statements in which a kind with `introspection` reads a catalog, however large. */
  readonly catalogStatements?: number;
  /** Reads a catalog and counts the statements that took. */
  readonly countStatements?: (connectionString: string) => Promise<number>;
  /** What the database itself counted as read for some work, and what it may come to whatever the size of a table. */
  readonly costOf?: <T>(database: TestedDatabase, work: (source: Sampler) => Promise<T>) => Promise<Cost<T>>;
  /** What the kind cannot do, and why: a test that needs it is skipped with this reason. */
  readonly lacks: Readonly<Partial<Record<Feature, string>>>;
}

export type Sampler = Pick<Source, 'sample' | 'countPresent'>;

export interface Cost<T> {
  readonly result: T;
  readonly reads: readonly { readonly unit: string; readonly read: number; readonly bound: number }[];
}

export type Feature =
  /** Rows that a program reads. */
  | 'rows'
  /** A shape of its own, that it can be asked for. */
  | 'introspection'
  /** A journal of ours beside the rows. */
  | 'markers'
  /** Several changes that happen together or not at all. */
  | 'transactions'
  | 'schemas'
  | 'partitions'
  | 'domains'
  | 'lengths'
  | 'batches'
  | 'roles'
  /** Tables whose rows nothing tells apart. */
  | 'keyless'
  /** Foreign keys that name no columns. */
  | 'implicit-keys'
  | 'expression-indexes'
  | 'partial-indexes'
  /** Names with characters beyond the first 65,536. */
  | 'rare-names'
  /** Values to look at, to find out what a column holds. */
  | 'sampling'
  /** What tells rows apart may change. */
  | 'natural-keys'
  /** It can be told that no row of a table changed. */
  | 'row-tags'
  /** It can be told how much was read. */
  | 'measured-reads';

export interface TestedDatabase extends AsyncDisposable {
  readonly connectionString: string;
  /** Runs statements as the customer's own software would. */
  script(sql: string): Promise<void>;
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Connections that a source holds on this database. */
  openConnections(): Promise<number>;
}

/** What a foreign key refers to: a table's primary key, spelled out where it must be. */
export function keyOf({ lacks }: TestedKind, table: string, ...columns: readonly string[]): string {
  return lacks['implicit-keys'] === undefined ? table : `${table} (${columns.join(', ')})`;
}

/** An identifier, quoted as all kinds do, or can be told to. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
