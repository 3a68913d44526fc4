import { sql } from 'kysely';
import type { CompiledSql, Fragment } from './dialect.ts';
import type { Relation, Scope } from './scope.ts';

/** A statement with what must run before it, on the same connection, and what tidies up after it. */
export interface ScopedStatement extends CompiledSql {
  readonly prelude: readonly CompiledSql[];
  readonly cleanup: readonly CompiledSql[];
}

/** The statement over the relations defined so far: in its WITH clause, or as temporary tables made before it. */
export function compileScoped(scope: Scope, body: Fragment): ScopedStatement {
  const { dialect, relations } = scope;
  if (relations.length === 0) return { ...dialect.compile(body), prelude: [], cleanup: [] };
  if (dialect.relations === 'with-clause') {
    const definitions = sql.join(relations.map((relation) => sql`${head(relation)} as (${relation.body})`));
    return { ...dialect.compile(sql`with recursive ${definitions} ${body}`), prelude: [], cleanup: [] };
  }
  return {
    ...dialect.compile(body),
    prelude: relations.map((relation) => dialect.compile(temporaryTable(relation))),
    cleanup: relations
      .toReversed()
      .map(({ name }) => dialect.compile(sql`drop table ${sql.id('temp', name)}`)),
  };
}

function temporaryTable(relation: Relation): Fragment {
  const name = sql.id(relation.name);
  return relation.columns === null
    ? sql`create temporary table ${name} as ${relation.body}`
    : sql`create temporary table ${name} as with recursive ${head(relation)} as (${relation.body}) select * from ${name}`;
}

function head({ name, columns }: Relation): Fragment {
  return columns === null
    ? sql.id(name)
    : sql`${sql.id(name)} (${sql.join(columns.map((column) => sql.id(column)))})`;
}
