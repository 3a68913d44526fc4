import { sql } from 'kysely';
import type { SourceBindings, SourceErasure } from '../../plan/plan.ts';
import type { Dialect, Fragment } from './dialect.ts';
import type { Effect, RowEffect } from './effects.ts';
import { type CountStatement, compileEffects, countedEffects, sinceOf, toldTable } from './erase-count.ts';
import { relationKeys } from './fates.ts';
import { anyOf, define, relation, type Scope, scopedTable, unionOf } from './scope.ts';
import { compileScoped } from './scoped-statement.ts';

/**
 * A whole erasure as one statement of data-modifying common table expressions. All parts see one moment, and
 * PostgreSQL checks foreign keys when the statement ends: no order of deletion, no working table, one round
 * trip. Measured on the example: see `docs/performance.md`. Null: these people own nothing here.
 */
export function compileEraseStatement(
  dialect: Dialect,
  plan: SourceErasure,
  bindings: SourceBindings,
): CountStatement | null {
  const { scope, effects } = compileEffects(dialect, plan, bindings);
  const counted = countedEffects(effects);
  if (counted.length === 0) return null;
  const indexOf = (effect: Effect) => counted.findIndex((candidate) => candidate.effect === effect);
  const kept = counted.flatMap(({ effect }) => (effect.kind === 'keep' ? [effect] : []));
  const rowEffects = counted.flatMap(({ effect }) => (effect.kind === 'keep' ? [] : [effect]));
  const deletions = rowEffects.filter((effect) => effect.kind === 'delete');
  const changes = byTable(rowEffects.filter((effect) => effect.kind !== 'delete'));
  const touched = [
    ...kept.map(
      (effect) => sql`select ${sql.lit(indexOf(effect))} as effect, r.since from (${effect.rows}) as r`,
    ),
    ...changes.flatMap((group, i) => changedRows(scope, group, { name: `u${i}`, indexOf })),
    ...deletions.map((effect) => deletedRows(scope, effect, indexOf(effect))),
  ];
  // Counted together: an aggregate for each table would take the planner longer than the whole rest.
  const counts = sql`select r.effect, count(*) as rows, ${sinceOf()} as since from (${unionOf(touched, 'union all')}) as r (effect, since) group by r.effect`;
  return {
    ...compileScoped(scope, counts),
    effects: counted.map(({ effect, kind }) => ({ table: toldTable(effect), effect: kind })),
  };
}

/** Selects `(effect, since)` once for each row; only of what is kept the start of a term is told. */
function rowsOf(index: number, from: Fragment): Fragment {
  return sql`select ${sql.lit(index)}, null from ${from}`;
}

function deletedRows(scope: Scope, effect: RowEffect, index: number): Fragment {
  const table = sql`${sql.id(effect.table.schema, effect.table.name)} as t`;
  const name = define(scope, `del${index}`, () => {
    if (effect.reach === null) {
      return sql`delete from ${table} using (${effect.rows}) as r where ${atKeys(effect)} returning 1`;
    }
    const using = effect.reach.owner === null ? sql`` : sql` using ${effect.reach.owner}`;
    return sql`delete from ${table}${using} where ${effect.reach.where} returning 1`;
  });
  return rowsOf(index, relation(scope, name));
}

interface Naming {
  readonly name: string;
  readonly indexOf: (effect: Effect) => number;
}

/** One table's changes: PostgreSQL lets one statement update a row once, so they are put together row by row. */
function changedRows(
  scope: Scope,
  group: readonly RowEffect[],
  { name, indexOf }: Naming,
): readonly Fragment[] {
  const [first, another] = group;
  if (first === undefined) return [];
  if (another === undefined) {
    const sets = first.assignments.map(({ column, value }) => sql`${sql.id(column)} = ${value}`);
    define(
      scope,
      name,
      () =>
        sql`update ${sql.id(first.table.schema, first.table.name)} as t set ${sql.join(sets)} from (${first.rows}) as r where ${atKeys(first)} returning 1`,
    );
    return [rowsOf(indexOf(first), relation(scope, name))];
  }
  define(scope, name, () => mergedChange(scope, group, first));
  return group.map((effect, i) =>
    rowsOf(indexOf(effect), sql`${relation(scope, name)} where ${sql.id(`f${i}`)}`),
  );
}

/** Several changes of one table in one update, each to its own rows: `f<i>` says that the i-th is to this row. */
function mergedChange(scope: Scope, group: readonly RowEffect[], first: RowEffect): Fragment {
  const rows = flaggedPart(scope, group, first) ?? flaggedUnion(group, first);
  const columns = [
    ...new Set(group.flatMap((effect) => effect.assignments.map((assignment) => assignment.column))),
  ];
  const sets = columns.map((column) => {
    const cases = group.flatMap((effect, i) =>
      effect.assignments
        .filter((assignment) => assignment.column === column)
        .map((assignment) => sql`when ${sql.id('r', `f${i}`)} then ${assignment.value}`),
    );
    return sql`${sql.id(column)} = case ${sql.join(cases, sql` `)} else ${sql.id('t', column)} end`;
  });
  return sql`update ${sql.id(first.table.schema, first.table.name)} as t set ${sql.join(sets)} from (${rows}) as r where ${atKeys(first)} returning ${sql.join(group.map((_, i) => sql.id('r', `f${i}`)))}`;
}

/** The keys and flags of rows that are all of one relation. */
function flaggedPart(scope: Scope, group: readonly RowEffect[], first: RowEffect): Fragment | null {
  const scoped = scopedTable(scope, first.table.id);
  const parts = group.flatMap(({ within }) => (within === null ? [] : [within]));
  const [name, another] = new Set(parts.map((part) => part.relation));
  if (scoped === undefined || name === undefined || another !== undefined || parts.length < group.length) {
    return null;
  }
  const flags = parts.map(({ where }, i) => sql`(${where}) as ${sql.id(`f${i}`)}`);
  const some = anyOf(parts.map(({ where }) => where));
  return sql`select ${relationKeys(scoped, 'm')}, ${sql.join(flags)} from ${relation(scope, name)} as m where ${some}`;
}

function flaggedUnion(group: readonly RowEffect[], first: RowEffect): Fragment {
  const keys = first.key.map((_, i) => sql.id(`k${i + 1}`));
  const flagged = group.map(
    (effect, i) =>
      sql`select ${sql.join(keys)}, ${sql.join(group.map((_, j) => sql`${sql.lit(i === j)} as ${sql.id(`f${j}`)}`))} from (${effect.rows}) as e`,
  );
  const flags = group.map((_, j) => sql`bool_or(${sql.id(`f${j}`)}) as ${sql.id(`f${j}`)}`);
  return sql`select ${sql.join(keys)}, ${sql.join(flags)} from (${unionOf(flagged, 'union all')}) as a group by ${sql.join(keys)}`;
}

function atKeys(effect: RowEffect): Fragment {
  return sql.join(
    effect.key.map((part, i) => sql`${sql.id('t', part.column)} = ${sql.id('r', `k${i + 1}`)}`),
    sql` and `,
  );
}

function byTable(effects: readonly RowEffect[]): readonly (readonly RowEffect[])[] {
  return [...Map.groupBy(effects, (effect) => effect.table.id).values()];
}
