import { sql } from 'kysely';
import type { CompiledSql, Dialect, Fragment } from './dialect.ts';
import type { Relation, Scope } from './scope.ts';

/** A statement with what must run before it, on the same connection, and what tidies up after it. */
export interface ScopedStatement extends CompiledSql {
  readonly prelude: readonly PreludeStatement[];
  readonly cleanup: readonly CompiledSql[];
}

/** Makes a relation; with `table`, one whose making and filling can also be told apart. */
export interface PreludeStatement extends CompiledSql {
  readonly table?: SessionTable;
}

/** A temporary table made without rows, and the select that gives it its rows. */
export interface SessionTable {
  readonly name: string;
  readonly shape: CompiledSql;
  readonly rows: CompiledSql;
}

/** The statement over the relations defined so far: in its WITH clause, or as temporary tables made before it. */
export function compileScoped(scope: Scope, body: Fragment): ScopedStatement {
  const { dialect, relations } = scope;
  if (relations.length === 0) return { ...dialect.compile(body), prelude: [], cleanup: [] };
  if (dialect.relations === 'with-clause') {
    const definitions = sql.join(relations.map((relation) => sql`${head(relation)} as (${relation.body})`));
    // Measured: the keyword alone costs PostgreSQL half a millisecond of looking for circles among 60 relations.
    const recursive = relations.some(({ columns }) => columns !== null) ? sql`recursive ` : sql``;
    return { ...dialect.compile(sql`with ${recursive}${definitions} ${body}`), prelude: [], cleanup: [] };
  }
  return { ...dialect.compile(body), ...temporaryTables(scope) };
}

/** The relations defined so far as temporary tables. */
export function temporaryTables({ dialect, relations }: Scope): Pick<ScopedStatement, 'prelude' | 'cleanup'> {
  const inSession = dialect.relations === 'session-tables';
  return {
    prelude: relations.map((relation) =>
      inSession ? sessionTable(dialect, relation) : dialect.compile(temporaryTable(relation)),
    ),
    cleanup: relations
      .toReversed()
      .map(({ name }) =>
        dialect.compile(
          inSession ? sql`drop temporary table ${sql.id(name)}` : sql`drop table ${sql.id('temp', name)}`,
        ),
      ),
  };
}

function temporaryTable(relation: Relation): Fragment {
  return sql`create temporary table ${sql.id(relation.name)} as ${rowsOf(relation)}`;
}

// A statement that failed may have left its tables in the session.
function sessionTable(dialect: Dialect, relation: Relation): PreludeStatement {
  const { name } = relation;
  const create = sql`create or replace temporary table ${sql.id(name)}`;
  const rows = rowsOf(relation);
  return {
    ...dialect.compile(sql`${create} as ${rows}`),
    table: {
      name,
      shape: dialect.compile(sql`${create} as select * from (${rows}) as r limit 0`),
      rows: dialect.compile(rows),
    },
  };
}

function rowsOf(relation: Relation): Fragment {
  return relation.columns === null
    ? relation.body
    : sql`with recursive ${head(relation)} as (${relation.body}) select * from ${sql.id(relation.name)}`;
}

function head({ name, columns }: Relation): Fragment {
  return columns === null
    ? sql.id(name)
    : sql`${sql.id(name)} (${sql.join(columns.map((column) => sql.id(column)))})`;
}
