import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import type { SourceAccess, SourceBindings } from '../../plan/plan.ts';
import type { SelectedColumn, SelectedTable } from '../../plan/selection.ts';
import type { Dialect, Fragment } from './dialect.ts';
import { defineMine, leadsToBound, mine, reachedTable, reachOf } from './ownership.ts';
import {
  atRow,
  baseTable,
  carriedColumnsOf,
  carriedRef,
  createScope,
  define,
  linkMatches,
  relation,
  type Scope,
  type ScopedTable,
  scopedTable,
  unionOf,
} from './scope.ts';
import { compileScoped, type ScopedStatement } from './scoped-statement.ts';

/** A statement, and the table that each row `(tab, person, data)` or `(tab, rows)` of its answer is of. */
export interface AccessStatement extends ScopedStatement {
  readonly tables: readonly string[];
  /** By table the columns to take from a row; null where the answer holds no others. */
  readonly shown: readonly (readonly string[] | null)[];
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
  if (relations.length === 0) return null;
  const selects = relations.map((rows, index) => selectShown(scope, rows, index));
  // One person's rows come table by table as the parts of the union run; several people's must be sorted.
  const order = people(bindings) > 1 ? sql` order by person, tab` : sql``;
  return {
    ...compileScoped(scope, sql`${unionOf(selects, 'union all')}${order}`),
    tables: relations.map(({ scoped }) => scoped.table.id),
    shown: relations.map(({ scoped }) =>
      isSentWhole(scope, scoped) ? scoped.table.columns.map(({ name }) => name) : null,
    ),
  };
}

/** Nothing of the table is masked, and its rows have no parts of their own owners. */
function isSentWhole({ dialect }: Scope, { table }: ScopedTable): boolean {
  const linked = new Set(table.owners.map(({ name }) => name));
  return (
    dialect.wholeRow !== undefined &&
    table.columns.every(
      ({ onAccess, about }) => onAccess === 'show' && (about === null || !linked.has(about)),
    )
  );
}

function selectShown(scope: Scope, { scoped, name }: Relation, index: number): Fragment {
  const reach = reachOf(scope, scoped);
  const who = reach?.person ?? sql`m.p`;
  const { join, value } = rowValue(scope, scoped, who);
  const select = sql`select ${sql.lit(index)} as tab, ${who} as person, ${value} as data`;
  return reach === null
    ? sql`${select} from ${relation(scope, name)} as m join ${baseTable(scoped.table, 't')} on ${atRow(scope, scoped, { base: 't', relation: 'm' })}${join}`
    : sql`${select} from ${reachedTable(scoped, reach)}${join} where ${reach.where}`;
}

function rowValue(scope: Scope, scoped: ScopedTable, who: Fragment) {
  const whole = isSentWhole(scope, scoped) ? scope.dialect.wholeRow?.('t') : undefined;
  return whole === undefined
    ? scope.dialect.jsonRow(shownColumns(scope, scoped, who))
    : { join: sql``, value: whole };
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
  if (relations.length === 0) return null;
  const selects = relations.map(
    ({ name }, index) =>
      sql`select ${sql.lit(index)} as tab, count(*) as ${sql.id('rows')} from ${relation(scope, name)}`,
  );
  return {
    ...compileScoped(scope, unionOf(selects, 'union all')),
    tables: relations.map(({ scoped }) => scoped.table.id),
    shown: relations.map(() => null),
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
  // Of some tables a plan needs to know whose rows are whose, and reads none.
  const read = new Set(plan.steps.map((step) => step.table));
  return relations.filter(({ scoped }) => read.has(scoped.table.id));
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
  const leading = known.relations.flatMap(({ scoped: from, name }) =>
    from.table.context.filter((link) => link.table === table.id).map((link) => ({ from, name, link })),
  );
  if (leading.length === 0) return null;
  const body = () => {
    const selects = leading.map(({ from, name, link }) => {
      const match = linkMatches(
        link,
        (column) => carriedRef(from, 'o', column),
        (column) => sql.id('t', column),
      );
      return sql`select o.p, ${carriedColumnsOf(scope, scoped, 't')} from ${relation(scope, name)} as o join ${baseTable(table, 't')} on ${match}`;
    });
    // `union` of one select with itself would be needed to make it distinct: say so instead.
    return selects.length === 1
      ? sql`select distinct * from (${present(selects[0], 'a select')}) as d`
      : unionOf(selects, 'union');
  };
  return { scoped, name: define(scope, `m${scoped.index}`, body) };
}

/** What a person sees of a row `t`: not what the policy masks, and not what is about another of its owners. */
function shownColumns(
  scope: Scope,
  scoped: ScopedTable,
  who: Fragment,
): readonly (readonly [string, Fragment, SelectedColumn])[] {
  return scoped.table.columns
    .filter((column) => column.onAccess === 'show')
    .map((column) => [column.name, shownValue(scope, scoped, { column, who }), column] as const);
}

function shownValue(
  scope: Scope,
  scoped: ScopedTable,
  { column, who }: { readonly column: SelectedColumn; readonly who: Fragment },
): Fragment {
  const value = sql.id('t', column.name);
  const link = scoped.table.owners.find((owner) => owner.name === column.about);
  if (link === undefined) return value;
  const owner = scopedTable(scope, link.table);
  if (owner === undefined) return sql`null`;
  const bound =
    people(scope.bindings) === 1 ? leadsToBound(scope, { link, owner }, (name) => sql.id('t', name)) : null;
  if (bound !== null) return sql`case when ${bound} then ${value} end`;
  const match = linkMatches(
    link,
    (name) => sql.id('t', name),
    (name) => carriedRef(owner, 'o', name),
  );
  return sql`case when exists (select 1 from ${relation(scope, mine(owner))} as o where o.p = ${who} and ${match}) then ${value} end`;
}

function people(bindings: SourceBindings): number {
  return new Set(Object.values(bindings).flatMap((rows) => rows.map((row) => row.person))).size;
}
