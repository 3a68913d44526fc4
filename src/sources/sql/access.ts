import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import type { SourceAccess, SourceBindings } from '../../plan/plan.ts';
import type { SelectedColumn, SelectedTable } from '../../plan/selection.ts';
import type { Dialect, Fragment } from './dialect.ts';
import { defineMine, mine } from './ownership.ts';
import {
  atRow,
  baseTable,
  carriedColumnsOf,
  carriedRef,
  createScope,
  define,
  linkMatches,
  type Scope,
  type ScopedTable,
  scopedTable,
  unionOf,
} from './scope.ts';
import { compileScoped, type ScopedStatement } from './scoped-statement.ts';

/** A statement, and the table that each row `(tab, person, data)` or `(tab, rows)` of its answer is of. */
export interface AccessStatement extends ScopedStatement {
  readonly tables: readonly string[];
}

/**
 * Everything the people of a plan receive from one source, in one statement: `tab` is an index in `tables`,
 * `person` the person, `data` a JSON object as text. Rows of one person and table are consecutive. Null: these
 * people have nothing here.
 */
export function compileAccess(
  dialect: Dialect,
  plan: SourceAccess,
  bindings: SourceBindings,
): AccessStatement | null {
  const scope = accessScope(dialect, plan, bindings);
  if (scope.tables.length === 0) return null;
  const relations = relationsOf(scope, plan);
  const selects = relations.map(({ scoped, name }, index) => {
    const { join, value } = dialect.jsonRow(shownColumns(scope, scoped));
    return sql`select ${sql.lit(index)} as tab, m.p as person, ${value} as data from ${sql.id(name)} as m join ${baseTable(scoped.table, 't')} on ${atRow(scope, scoped, { base: 't', relation: 'm' })}${join}`;
  });
  // One person's rows come table by table as the parts of the union run; several people's must be sorted.
  const order = people(bindings) > 1 ? sql` order by person, tab` : sql``;
  return {
    ...compileScoped(scope, sql`${unionOf(selects, 'union all')}${order}`),
    tables: relations.map(({ scoped }) => scoped.table.id),
  };
}

/** How many rows of each table that would be. */
export function compileAccessCount(
  dialect: Dialect,
  plan: SourceAccess,
  bindings: SourceBindings,
): AccessStatement | null {
  const scope = accessScope(dialect, plan, bindings);
  if (scope.tables.length === 0) return null;
  const relations = relationsOf(scope, plan);
  const selects = relations.map(
    ({ name }, index) => sql`select ${sql.lit(index)} as tab, count(*) as rows from ${sql.id(name)}`,
  );
  return {
    ...compileScoped(scope, unionOf(selects, 'union all')),
    tables: relations.map(({ scoped }) => scoped.table.id),
  };
}

function accessScope(dialect: Dialect, plan: SourceAccess, bindings: SourceBindings): Scope {
  return createScope(plan.selection, bindings, { dialect, persons: true, references: [] });
}

interface Relation {
  readonly scoped: ScopedTable;
  readonly name: string;
}

function relationsOf(scope: Scope, plan: SourceAccess): readonly Relation[] {
  defineMine(scope);
  const relations: Relation[] = scope.tables.map((scoped) => ({ scoped, name: mine(scoped) }));
  const context = plan.selection.tables.filter((table) => table.use === 'context');
  for (const table of context) {
    const relation = defineContext(scope, table, { context, relations });
    if (relation !== null) relations.push(relation);
  }
  return relations;
}

/** The rows of a context table that rows already found lead to. */
function defineContext(
  scope: Scope,
  table: SelectedTable,
  known: { readonly context: readonly SelectedTable[]; readonly relations: readonly Relation[] },
): Relation | null {
  const wanted = new Set([
    ...table.key.map((part) => part.name),
    ...table.context.flatMap((link) => link.rowColumns),
  ]);
  const scoped: ScopedTable = {
    table,
    index: scope.tables.length + known.context.indexOf(table),
    carried: table.columns.map((column) => column.name).filter((name) => wanted.has(name)),
  };
  const selects = known.relations.flatMap(({ scoped: from, name }) =>
    from.table.context
      .filter((link) => link.table === table.id)
      .map((link) => {
        const match = linkMatches(
          link,
          (column) => carriedRef(from, 'o', column),
          (column) => sql.id('t', column),
        );
        return sql`select o.p, ${carriedColumnsOf(scope, scoped, 't')} from ${sql.id(name)} as o join ${baseTable(table, 't')} on ${match}`;
      }),
  );
  if (selects.length === 0) return null;
  // `union` of one select with itself would be needed to make it distinct: say so instead.
  const body =
    selects.length === 1
      ? sql`select distinct * from (${present(selects[0], 'a select')}) as d`
      : unionOf(selects, 'union');
  return { scoped, name: define(scope, `m${scoped.index}`, body) };
}

/** What a person sees of a row `t`: not what the policy masks, and not what is about another of its owners. */
function shownColumns(
  scope: Scope,
  scoped: ScopedTable,
): readonly (readonly [string, Fragment, SelectedColumn])[] {
  return scoped.table.columns
    .filter((column) => column.onAccess === 'show')
    .map((column) => [column.name, shownValue(scope, scoped, column), column] as const);
}

function shownValue(scope: Scope, scoped: ScopedTable, column: SelectedColumn): Fragment {
  const value = sql.id('t', column.name);
  const link = scoped.table.owners.find((owner) => owner.name === column.about);
  if (link === undefined) return value;
  const owner = scopedTable(scope, link.table);
  if (owner === undefined) return sql`null`;
  const match = linkMatches(
    link,
    (name) => sql.id('t', name),
    (name) => carriedRef(owner, 'o', name),
  );
  return sql`case when exists (select 1 from ${sql.id(mine(owner))} as o where o.p = m.p and ${match}) then ${value} end`;
}

function people(bindings: SourceBindings): number {
  return new Set(Object.values(bindings).flatMap((rows) => rows.map((row) => row.person))).size;
}
