import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import type { SourceBindings, SourceErasure } from '../../plan/plan.ts';
import type { Dialect, Fragment } from './dialect.ts';
import type { Effect, KeptRows, RowEffect } from './effects.ts';
import { type CountStatement, compileEffects, countedEffects, sinceOf } from './erase-count.ts';
import { define, type Scope, unionOf } from './scope.ts';
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
  const answers = [
    ...kept.map((effect) => keptAnswer(effect, indexOf(effect))),
    ...changes.flatMap((group, i) => changeAnswers(scope, group, { name: `u${i}`, indexOf })),
    ...deletions.map((effect) => deletionAnswer(scope, effect, indexOf(effect))),
  ];
  return {
    ...compileScoped(scope, unionOf(answers, 'union all')),
    effects: counted.map(({ effect, kind }) => ({ table: effect.table.id, effect: kind })),
  };
}

function keptAnswer(effect: KeptRows, index: number): Fragment {
  return sql`select ${sql.lit(index)} as effect, count(*) as rows, ${sinceOf()} as since from (${effect.rows}) as r`;
}

function deletionAnswer(scope: Scope, effect: RowEffect, index: number): Fragment {
  const name = define(
    scope,
    `del${index}`,
    sql`delete from ${sql.id(effect.table.schema, effect.table.name)} as t using (${effect.rows}) as r where ${atKeys(effect)} returning 1`,
  );
  return countAnswer(index, sql`${sql.id(name)}`);
}

/** One table's changes: PostgreSQL lets one statement update a row once, so they are put together row by row. */
function changeAnswers(
  scope: Scope,
  group: readonly RowEffect[],
  { name, indexOf }: { readonly name: string; readonly indexOf: (effect: Effect) => number },
): readonly Fragment[] {
  const first = present(group[0], 'a change');
  const keys = first.key.map((_, i) => sql.id(`k${i + 1}`));
  const flagged = group.map(
    (effect, i) =>
      sql`select ${sql.join(keys)}, ${sql.join(group.map((_, j) => sql`${sql.lit(i === j)} as ${sql.id(`f${j}`)}`))} from (${effect.rows}) as e`,
  );
  const flags = group.map((_, j) => sql`bool_or(${sql.id(`f${j}`)}) as ${sql.id(`f${j}`)}`);
  const rows = define(
    scope,
    `${name}r`,
    sql`select ${sql.join(keys)}, ${sql.join(flags)} from (${unionOf(flagged, 'union all')}) as a group by ${sql.join(keys)}`,
  );
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
  const updated = define(
    scope,
    name,
    sql`update ${sql.id(first.table.schema, first.table.name)} as t set ${sql.join(sets)} from ${sql.id(rows)} as r where ${atKeys(first)} returning ${sql.join(group.map((_, i) => sql.id('r', `f${i}`)))}`,
  );
  return group.map((effect, i) =>
    countAnswer(indexOf(effect), sql`${sql.id(updated)} where ${sql.id(`f${i}`)}`),
  );
}

function countAnswer(index: number, from: Fragment): Fragment {
  return sql`select ${sql.lit(index)} as effect, count(*) as rows, null as since from ${from}`;
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
