import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import type { SourceBindings, SourceErasure } from '../../plan/plan.ts';
import type { ErasureCount } from '../source.ts';
import type { CompiledSql, Dialect, Fragment } from './dialect.ts';
import type { RowEffect } from './effects.ts';
import {
  type CountStatement,
  compileEffects,
  countedEffects,
  countOf,
  inFixedOrder,
  toldTable,
} from './erase-count.ts';
import { type Scope, unionOf } from './scope.ts';
import { compileScoped, type ScopedStatement } from './scoped-statement.ts';

/**
 * An erasure as a working set and statements that run over it in the order of the plan: for a database that
 * cannot do it in one statement, and for an erasure too large for one transaction, where the working set
 * outlives the transactions and every statement takes a window of it.
 */
export interface EraseScript {
  /** Fills the working set `(effect, k1 … kN)`, keys as text: it must be kept until the last statement has run. */
  readonly fill: ScopedStatement;
  /** What each effect in the answer of {@link WorkingRows.kept} counts. */
  readonly kept: CountStatement['effects'];
  /** How many key columns the working set has. */
  readonly arity: number;
  readonly statements: readonly ScriptStatement[];
}

export interface ScriptStatement {
  /** What it does to which tables; several only for tables whose rows must go in one statement. */
  readonly parts: readonly {
    readonly table: string;
    readonly kind: RowEffect['kind'];
    /** The number of its rows in the working set. */
    readonly effect: number;
  }[];
  /**
   * It must run over its whole part of the working set, in the transaction that filled the set: a table has no
   * key by which a row can be found again, or its rows go only together.
   */
  readonly whole: boolean;
  readonly over: (rows: WorkingWindow) => CompiledSql;
  /** How many rows of each part a run of {@link over} changed. */
  readonly changed: (result: {
    readonly rows: readonly object[];
    readonly count: number;
  }) => readonly number[];
}

/** The part of a working set a statement runs over; it takes its own effects' rows out of it. */
export interface WorkingWindow {
  readonly from: Fragment;
  readonly where: Fragment;
}

/** What a working set is filled from. */
export interface WorkingRows {
  readonly scope: Scope;
  /** Each selects `(effect, k1 … kN)` of one effect. */
  readonly parts: readonly Fragment[];
  readonly arity: number;
  /** Selects `(effect, rows, since)` of what stays, for whoever counts it in the same moment; null: nothing can. */
  readonly kept: Fragment | null;
}

/**
 * `fill` makes the statement that keeps the rows it is given. Null: these people own nothing here.
 */
export function compileEraseScript(
  dialect: Dialect,
  plan: SourceErasure,
  { bindings, fill }: { readonly bindings: SourceBindings; readonly fill: (from: WorkingRows) => Fragment },
): EraseScript | null {
  const { scope, effects } = compileEffects(dialect, plan, bindings);
  const changing = effects.filter((effect) => effect.kind !== 'keep');
  if (changing.length === 0) return null;
  const arity = Math.max(...changing.map((effect) => effect.key.length));
  const selects = changing.map((effect, index) => {
    const keys = Array.from({ length: arity }, (_, i) => {
      const part = effect.key[i];
      const name = sql.id(`k${i + 1}`);
      return part === undefined
        ? sql`null as ${name}`
        : sql`${dialect.toText(sql`r.${name}`, part.type)} as ${name}`;
    });
    return sql`select ${sql.lit(index)} as effect, ${sql.join(keys)} from (${effect.rows}) as r`;
  });
  const kept = countedEffects(effects).filter(({ effect }) => effect.kind === 'keep');
  const keptCounts = kept.map(({ effect }, i) => countOf(effect, i));
  const from: WorkingRows = {
    scope,
    parts: selects,
    arity,
    kept: keptCounts.length === 0 ? null : unionOf(keptCounts, 'union all'),
  };
  return {
    fill: compileScoped(scope, fill(from)),
    kept: kept.map(({ effect, kind }) => ({ table: toldTable(effect), effect: kind })),
    arity,
    statements: together(dialect, changing).map((effects) =>
      scriptStatement(dialect, effects, (effect) => changing.indexOf(effect)),
    ),
  };
}

/**
 * The effects that make up one statement each: deletions of a circle where keys are checked when a statement
 * ends, and all changes of a table whose rows are told apart by an address that a change moves.
 */
function together(dialect: Dialect, effects: readonly RowEffect[]): readonly (readonly RowEffect[])[] {
  const groups = Map.groupBy(effects, (effect) => {
    if (effect.kind === 'delete') {
      return effect.circle !== null && dialect.keysChecked === 'at-statement-end' ? effect.circle : effect;
    }
    return isKeyless(dialect, effect) && dialect.updateMovesRow ? effect.table.id : effect;
  });
  return [...groups.values()];
}

function isKeyless(dialect: Dialect, effect: RowEffect): boolean {
  return effect.key.some((part) => part === dialect.rowAddress);
}

function scriptStatement(dialect: Dialect, effects: readonly RowEffect[], indexOf: IndexOf): ScriptStatement {
  const only = present(effects[0], 'effect');
  const over = (rows: WorkingWindow): Fragment => {
    const keys = (effect: RowEffect) => keysIn(dialect, effect, { rows, index: indexOf(effect) });
    if (effects.length === 1) return oneEffect(only, keys);
    return sql`with ${only.kind === 'delete' ? circleDeletion(effects, keys) : mergedChange(effects, keys)} ${partCounts(effects, { rows, indexOf })}`;
  };
  return {
    parts: effects.map((effect) => ({ table: effect.told, kind: effect.kind, effect: indexOf(effect) })),
    whole: effects.length > 1 || isKeyless(dialect, only),
    over: (rows) => dialect.compile(over(rows)),
    changed: (result) => (effects.length === 1 ? [result.count] : readParts(effects.length, result.rows)),
  };
}

type IndexOf = (effect: RowEffect) => number;
type Keys = (effect: RowEffect) => Fragment;

/** A row of the effect's table is among those the window holds for it. */
function keysIn(
  dialect: Dialect,
  effect: RowEffect,
  { rows, index }: { readonly rows: WorkingWindow; readonly index: number },
): Fragment {
  const columns = effect.key.map((part) => sql.id(part.column));
  const keys = effect.key.map((part, i) => dialect.fromText(sql.id('w', `k${i + 1}`), part.type));
  return sql`(${sql.join(columns)}) in (select ${sql.join(keys)} from ${rows.from} as w where w.effect = ${sql.lit(index)} and ${rows.where})`;
}

function oneEffect(effect: RowEffect, keys: Keys): Fragment {
  const table = sql.id(effect.table.schema, effect.table.name);
  if (effect.kind === 'delete') return sql`delete from ${table} where ${keys(effect)}`;
  const sets = effect.assignments.map(({ column, value }) => sql`${sql.id(column)} = ${value}`);
  return sql`update ${table} set ${sql.join(sets)} where ${keys(effect)}`;
}

function circleDeletion(effects: readonly RowEffect[], keys: Keys): Fragment {
  return sql.join(effects.map((effect, i) => sql`${sql.id(`del${i}`)} as (${oneEffect(effect, keys)})`));
}

function mergedChange(effects: readonly RowEffect[], keys: Keys): Fragment {
  const { table } = present(effects[0], 'effect');
  const columns = new Set(effects.flatMap((effect) => effect.assignments.map(({ column }) => column)));
  const sets = [...columns].map((column) => {
    const cases = effects.flatMap((effect) =>
      effect.assignments
        .filter((assignment) => assignment.column === column)
        .map(({ value }) => sql`when ${keys(effect)} then ${value}`),
    );
    return sql`${sql.id(column)} = case ${sql.join(cases, sql` `)} else ${sql.id(column)} end`;
  });
  const among = sql.join(effects.map(keys), sql` or `);
  return sql`changed as (update ${sql.id(table.schema, table.name)} set ${sql.join(sets)} where ${among})`;
}

/** The window's own rows: they are all there, because such a statement runs where the working set was filled. */
function partCounts(
  effects: readonly RowEffect[],
  { rows, indexOf }: { readonly rows: WorkingWindow; readonly indexOf: IndexOf },
): Fragment {
  const counts = effects.map(
    (effect, part) =>
      sql`select ${sql.lit(part)} as part, count(*) as rows from ${rows.from} as w where w.effect = ${sql.lit(indexOf(effect))} and ${rows.where}`,
  );
  return unionOf(counts, 'union all');
}

function readParts(length: number, rows: readonly object[]): readonly number[] {
  const counts = Array.from({ length }, () => 0);
  for (const row of rows) {
    const { part, rows: count } = row as { readonly part: number; readonly rows: number | string };
    counts[Number(part)] = Number(count);
  }
  return counts;
}

/** Counts by table and effect, from how many rows each statement changed of each of its parts. */
export function scriptCounts(
  script: EraseScript,
  changed: readonly (readonly number[])[],
  kept: readonly ErasureCount[],
): readonly ErasureCount[] {
  const counts = new Map<string, ErasureCount>();
  for (const [i, { parts }] of script.statements.entries()) {
    for (const [j, { table, kind }] of parts.entries()) {
      const rows = present(changed[i]?.[j], 'count');
      // That rows let go of each other before they are deleted is not an effect of its own.
      if (kind === 'unlink' || rows === 0) continue;
      const key = `${kind} ${table}`;
      counts.set(key, { table, effect: kind, rows: rows + (counts.get(key)?.rows ?? 0), latestStart: null });
    }
  }
  return inFixedOrder([...kept, ...counts.values()]);
}
