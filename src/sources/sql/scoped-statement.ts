import { sql } from 'kysely';
import { assert } from '../../base/assert.ts';
import { type ComparedColumn, comparedColumns } from './compared-columns.ts';
import type { CompiledSql, Fragment } from './dialect.ts';
import {
  type GrowingTable,
  growingShape,
  growthLoop,
  indexedLength,
  lockingInsert,
  readingInsert,
} from './growth-loop.ts';
import { isLongText } from './mariadb-type.ts';
import type { Relation, Scope } from './scope.ts';

/** A statement with what must run before it, on the same connection, and what tidies up after it. */
export interface ScopedStatement extends CompiledSql {
  readonly prelude: readonly PreludeStatement[];
  readonly cleanup: readonly CompiledSql[];
}

/** Makes a relation; with `table`, one that can also be made and filled apart. */
export interface PreludeStatement extends CompiledSql {
  readonly table?: SessionTable;
}

/** A temporary table made without rows, and how it gets its rows without locking what they are read from. */
export interface SessionTable {
  readonly name: string;
  readonly shape: CompiledSql;
  readonly fill:
    | { readonly kind: 'rows'; readonly rows: CompiledSql }
    | { readonly kind: 'loop'; readonly loop: CompiledSql };
}

/** The statement over the relations defined so far: in its WITH clause, or as temporary tables made before it. */
export function compileScoped(scope: Scope, body: Fragment): ScopedStatement {
  const { dialect, relations } = scope;
  if (relations.length === 0) return { ...dialect.compile(body), prelude: [], cleanup: [] };
  if (dialect.relations === 'with-clause') {
    const definitions = sql.join(relations.map((relation) => sql`${head(relation)} as (${query(relation)})`));
    return { ...dialect.compile(sql`with recursive ${definitions} ${body}`), prelude: [], cleanup: [] };
  }
  return { ...dialect.compile(body), ...temporaryTables(scope) };
}

/** The relations defined so far as temporary tables. */
export function temporaryTables(scope: Scope): Pick<ScopedStatement, 'prelude' | 'cleanup'> {
  const { dialect, relations } = scope;
  const inSession = dialect.relations === 'session-tables';
  return {
    prelude: relations.flatMap((relation) =>
      inSession ? sessionTable(scope, relation) : [dialect.compile(temporaryTable(relation))],
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
  const name = sql.id(relation.name);
  return relation.columns === null
    ? sql`create temporary table ${name} as ${query(relation)}`
    : sql`create temporary table ${name} as with recursive ${head(relation)} as (${query(relation)}) select * from ${name}`;
}

// A statement that failed may have left its tables in the session.
function sessionTable(scope: Scope, relation: Relation): readonly PreludeStatement[] {
  const { dialect } = scope;
  const { name, body, columns } = relation;
  if ('round' in body) {
    const growing: GrowingTable = { name, columns: columns ?? [], ...body };
    const shape = growingShape(dialect, growing);
    const loop = growthLoop(dialect, growing, readingInsert);
    return [
      { ...shape, table: { name, shape, fill: { kind: 'loop', loop } } },
      growthLoop(dialect, growing, lockingInsert),
    ];
  }
  const create = sql`create or replace temporary table ${sql.id(name)}${indexesOf(scope, relation)}`;
  return [
    {
      ...dialect.compile(sql`${create} as ${body}`),
      table: {
        name,
        shape: dialect.compile(sql`${create} as select * from (${body}) as r limit 0`),
        fill: { kind: 'rows', rows: dialect.compile(body) },
      },
    },
  ];
}

// Without them each `exists` would read the whole relation for every row of another.
function indexesOf(scope: Scope, relation: Relation): Fragment {
  const keys = comparedColumns(scope, relation);
  const indexed = ({ name, type }: ComparedColumn) =>
    isLongText(type) ? sql`${sql.id(name)}(${indexedLength})` : sql.id(name);
  return keys.length === 0
    ? sql``
    : sql` (${sql.join(keys.map((key) => sql`key (${sql.join(key.map(indexed))})`))})`;
}

function query({ name, body }: Relation): Fragment {
  assert(!('round' in body), `${name} is a query, and does not grow round by round`);
  return body;
}

function head({ name, columns }: Relation): Fragment {
  return columns === null
    ? sql.id(name)
    : sql`${sql.id(name)} (${sql.join(columns.map((column) => sql.id(column)))})`;
}
