import { sql } from 'kysely';
import type { SourceBindings, SourceErasure } from '../../plan/plan.ts';
import type { ErasureCount } from '../source.ts';
import type { Dialect, Fragment } from './dialect.ts';
import { type Effect, effectsOf } from './effects.ts';
import { defineFates } from './fates.ts';
import { createScope, unionOf } from './scope.ts';
import { compileScoped, type ScopedStatement } from './scoped-statement.ts';

/** A statement, and what each row `(effect, rows, since)` of its answer counts. */
export interface CountStatement extends ScopedStatement {
  readonly effects: readonly Pick<ErasureCount, 'table' | 'effect'>[];
}

export interface CountRow {
  readonly effect: number;
  readonly rows: number | string;
  readonly since: string | null;
}

/** What an erasure would do, counted in one statement that changes nothing. Null: these people own nothing here. */
export function compileErasureCount(
  dialect: Dialect,
  plan: SourceErasure,
  bindings: SourceBindings,
): CountStatement | null {
  const { scope, effects } = compileEffects(dialect, plan, bindings);
  if (effects.length === 0) return null;
  const counted = countedEffects(effects);
  const counts = counted.map(({ effect }, i) => countOf(effect, i));
  return {
    ...compileScoped(scope, unionOf(counts, 'union all')),
    effects: counted.map(({ effect, kind }) => ({ table: toldTable(effect), effect: kind })),
  };
}

export function compileEffects(dialect: Dialect, plan: SourceErasure, bindings: SourceBindings) {
  const scope = createScope(plan.selection, bindings, {
    dialect,
    persons: false,
    references: plan.references,
  });
  if (scope.tables.length === 0) return { scope, effects: [] };
  const fates = defineFates(scope, plan.references);
  return { scope, effects: effectsOf(scope, plan, fates) };
}

/** What a person is told: that rows let go of each other before they are deleted is not an effect of its own. */
export function countedEffects(effects: readonly Effect[]) {
  return effects.flatMap((effect) =>
    effect.kind === 'unlink' ? [] : [{ effect, kind: effect.kind as ErasureCount['effect'] }],
  );
}

/** The table that is counted in. */
export function toldTable(effect: Effect): string {
  return effect.kind === 'keep' ? effect.table.id : effect.told;
}

/** How many rows an effect concerns, as `(effect, rows, since)`. */
export function countOf(effect: Effect, index: number): Fragment {
  const since = effect.kind === 'keep' ? sinceOf() : sql`null`;
  return sql`select ${sql.lit(index)} as effect, count(*) as ${sql.id('rows')}, ${since} as since from (${effect.rows}) as r`;
}

/** The latest start among kept rows; unknown as soon as one is unknown. */
export function sinceOf(): Fragment {
  return sql`case when count(*) = count(r.since) then max(r.since) end`;
}

/** The counts of an answer, without what concerns no row; one table's equal effects are added up. */
export function readCounts(
  effects: CountStatement['effects'],
  rows: readonly CountRow[],
): readonly ErasureCount[] {
  const counts = new Map<string, ErasureCount>();
  for (const row of rows) {
    const effect = effects[Number(row.effect)];
    const count = Number(row.rows);
    if (effect === undefined || count === 0) continue;
    const key = `${effect.effect} ${effect.table}`;
    const before = counts.get(key)?.rows ?? 0;
    counts.set(key, { ...effect, rows: before + count, latestStart: row.since });
  }
  return inFixedOrder([...counts.values()]);
}

const effectOrder: readonly ErasureCount['effect'][] = ['delete', 'redact', 'leave', 'release', 'keep'];

/** One order, in whatever way and in however many parts an erasure was carried out: receipts can be compared. */
export function inFixedOrder(counts: readonly ErasureCount[]): readonly ErasureCount[] {
  const place = ({ effect, table }: ErasureCount) => `${effectOrder.indexOf(effect)} ${table}`;
  return counts.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}
