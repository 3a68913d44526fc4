import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
import type { SubjectRow } from '../../plan/plan.ts';
import type { SelectedColumn } from '../../plan/selection.ts';

/** A piece of SQL: identifiers quoted and values bound by the dialect's own compiler when it is compiled. */
export type Fragment = RawBuilder<unknown>;

/** What databases say differently. Everything else of the SQL in this folder is said once. */
export interface Dialect {
  compile(fragment: Fragment): CompiledSql;
  /**
   * The place of a row, for tables without a key: it stays what it is until the row is changed. Null where rows have
   * none: there a personal table without a key is refused when it is mapped.
   */
  readonly rowAddress: KeyPart | null;
  /** An update gives a row another address. */
  readonly updateMovesRow: boolean;
  /** A value as text, such that {@link fromText} gives it back exactly. */
  toText(value: Fragment, type: string): Fragment;
  fromText(value: Fragment, type: string): Fragment;
  /** A relation `(person, k1 … kn)` of the rows bound to a plan, keys as text. */
  subjectRows(rows: readonly SubjectRow[], arity: number): Fragment;
  /** One JSON object per row as text: what to join to the row's own source, and the expression. */
  jsonRow(pairs: readonly (readonly [string, Fragment, SelectedColumn])[]): {
    readonly join: Fragment;
    readonly value: Fragment;
  };
  /** The same of a row with all its columns, where that is cheaper than naming them. */
  wholeRow?(alias: string): Fragment;
  /** What a personal value becomes when its column must not be NULL; null when no value can be made. */
  emptied(column: SelectedColumn): Fragment | null;
  /** An ISO date out of a date or timestamp; NULL stays NULL. */
  isoDate(value: Fragment): Fragment;
  /** An ISO date as a value to compare a date or timestamp column with. */
  dateBound(isoDate: string, column: SelectedColumn): Fragment;
  /**
   * How many terms of a recursive query may refer to it. `apart`: none; a relation grows round by round. MariaDB would
   * allow many, and takes memory that doubles with each: 14 terms were more than 22 GB, in planning alone.
   */
  readonly recursiveTerms: 'one' | 'many' | 'apart';
  /**
   * Where a statement's named relations live. SQLite copies the whole text of a common table expression into
   * every place that uses it, so that a few layers grow without bound: there they are temporary tables. MariaDB
   * copies it too, and locks what it reads into a table: see `scoped-statement.ts`.
   */
  readonly relations: 'with-clause' | 'temporary-tables' | 'session-tables';
  /** When foreign keys without NULL can be checked at the latest: then rows that refer to each other can go. */
  readonly keysChecked: 'at-statement-end' | 'at-commit' | 'at-each-row';
}

export interface KeyPart {
  readonly column: string;
  readonly type: string;
}

export interface CompiledSql {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The word that stands where a name stood and the column does not allow NULL. */
export const erased = 'erased';

export function compiler(dialect: ConstructorParameters<typeof Kysely<unknown>>[0]['dialect']) {
  const kysely = new Kysely<unknown>({ dialect });
  return (fragment: Fragment): CompiledSql => {
    const compiled: CompiledQuery = fragment.compile(kysely);
    return { sql: compiled.sql, parameters: compiled.parameters };
  };
}

export const postgresqlDialect: Dialect & { readonly rowAddress: KeyPart } = {
  compile: compiler({
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }),
  rowAddress: { column: 'ctid', type: 'tid' },
  updateMovesRow: true,
  recursiveTerms: 'one',
  relations: 'with-clause',
  keysChecked: 'at-statement-end',
  toText: (value) => sql`${value}::text`,
  // The type is PostgreSQL's own spelling (`format_type`), quoted by it where it needs quoting.
  fromText: (value, type) => sql`${value}::${sql.raw(type)}`,
  subjectRows: (rows, arity) => {
    const arrays = [sql`${rows.map((row) => row.person)}::int[]`];
    for (let i = 0; i < arity; i++) arrays.push(sql`${rows.map((row) => row.key[i] ?? null)}::text[]`);
    const columns = ['person', ...range(arity).map((i) => `k${i + 1}`)];
    return sql`unnest(${sql.join(arrays)}) as s(${sql.join(columns.map((name) => sql.id(name)))})`;
  },
  // Measured: a row of a lateral select costs a third of `json_build_object`, and takes more than 50 columns.
  jsonRow: (pairs) =>
    pairs.length === 0
      ? { join: sql``, value: sql`'{}'` }
      : {
          join: sql` cross join lateral (select ${sql.join(
            pairs.map(([name, value]) => sql`${value} as ${sql.id(name)}`),
          )}) as j`,
          value: sql`row_to_json(j)::text`,
        },
  // Measured: to name 150 columns of 31 tables takes the server as long as a quarter of one person's whole answer.
  wholeRow: (alias) => sql`row_to_json(${sql.id(alias)})::text`,
  emptied: (column) => {
    const length = column.maxLength ?? 40;
    switch (column.family) {
      case 'text':
        return column.unique
          ? sql`left('erased-' || replace(gen_random_uuid()::text, '-', ''), ${length}::int)`
          : sql`left(${erased}, ${length}::int)`;
      case 'integer':
        return column.unique ? sql`-floor(random() * 2147483647)::int` : sql`0`;
      case 'decimal':
        return column.unique ? sql`-(random() * 1000000)::numeric` : sql`0`;
      case 'boolean':
        return sql`false`;
      case 'date':
        return sql`date '1900-01-01'`;
      case 'timestamp':
        return sql`timestamp '1900-01-01 00:00:00'`;
      case 'json':
        return sql`'{}'`;
      case 'uuid':
        return sql`gen_random_uuid()`;
      case 'inet':
        return sql`'0.0.0.0'`;
      case 'binary':
        return sql`''`;
      case 'other':
        return null;
    }
  },
  isoDate: (value) => sql`to_char(${value}, 'YYYY-MM-DD')`,
  dateBound: (isoDate) => sql`${isoDate}::date`,
};

export const sqliteDialect: Dialect & { readonly rowAddress: KeyPart } = {
  compile: compiler({
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }),
  rowAddress: { column: 'rowid', type: 'integer' },
  updateMovesRow: false,
  recursiveTerms: 'many',
  relations: 'temporary-tables',
  // After `pragma defer_foreign_keys = on`.
  keysChecked: 'at-commit',
  // Values keep their own storage class; a column's affinity makes the comparison right.
  toText: (value) => value,
  fromText: (value) => value,
  subjectRows: (rows, arity) => {
    const values = JSON.stringify(rows.map((row) => [row.person, ...row.key]));
    const columns = range(arity).map(
      (i) => sql`json_extract(value, ${sql.lit(`$[${i + 1}]`)}) as ${sql.id(`k${i + 1}`)}`,
    );
    return sql`(select ${sql.join([sql`json_extract(value, '$[0]') as person`, ...columns])} from json_each(${values})) as s`;
  },
  jsonRow: (pairs) => ({
    join: sql``,
    value: sql`json_object(${sql.join(pairs.flatMap(([name, value]) => [sql.lit(name), sqliteJsonValue(value)]))})`,
  }),
  emptied: (column) => {
    switch (column.family) {
      case 'text':
        return column.unique
          ? sql`substr('erased-' || lower(hex(randomblob(16))), 1, ${sql.lit(column.maxLength ?? 40)})`
          : sql`substr(${sql.lit(erased)}, 1, ${sql.lit(column.maxLength ?? 40)})`;
      case 'integer':
        return column.unique ? sql`-abs(random() % 9007199254740991)` : sql`0`;
      case 'decimal':
        return column.unique ? sql`-abs(random() % 9007199254740991)` : sql`0`;
      case 'boolean':
        return sql`0`;
      case 'date':
        return sql`'1900-01-01'`;
      case 'timestamp':
        return sql`'1900-01-01 00:00:00'`;
      case 'json':
        return sql`'{}'`;
      case 'uuid':
        return sql`lower(hex(randomblob(16)))`;
      case 'inet':
        return sql`'0.0.0.0'`;
      case 'binary':
        return sql`x''`;
      case 'other':
        // SQLite stores any value in any column.
        return column.unique ? sql`lower(hex(randomblob(16)))` : sql`''`;
    }
  },
  isoDate: (value) => sql`date(${value})`,
  dateBound: (isoDate) => sql`${isoDate}`,
};

// JSON has no bytes: they leave as hexadecimal.
function sqliteJsonValue(value: Fragment): Fragment {
  return sql`case when typeof(${value}) = 'blob' then hex(${value}) else ${value} end`;
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, i) => i);
}
