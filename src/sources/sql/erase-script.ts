import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import type { SourceBindings, SourceErasure } from '../../plan/plan.ts';
import type { ErasureCount } from '../source.ts';
import type { CompiledSql, Dialect, Fragment } from './dialect.ts';
import type { RowEffect } from './effects.ts';
import { compileEffects } from './erase-count.ts';
import { unionOf } from './scope.ts';
import { compileScoped, type ScopedStatement } from './scoped-statement.ts';

/**
 * An erasure as a working set and statements that run over it in the order of the plan: for a database that
 * cannot do it in one statement, and for an erasure too large for one transaction, where the working set
 * outlives the transactions and every statement takes a window of it.
 */
export interface EraseScript {
  /** Fills the working set `(effect, k1 … kN)`, keys as text: it must be kept until the last statement has run. */
  readonly fill: ScopedStatement;
  /** How many key columns the working set has. */
  readonly arity: number;
  readonly statements: readonly ScriptStatement[];
}

export interface ScriptStatement {
  readonly effect: number;
  readonly table: string;
  /** `unlink` prepares a deletion and is not counted. */
  readonly kind: RowEffect['kind'];
  /** Its rows cannot be found again in a later transaction: the table has no key. */
  readonly keyless: boolean;
  /** The statement over a working set: `rows` selects `k1 … kN` of it. */
  readonly over: (rows: WorkingWindow) => CompiledSql;
}

/** The part of a working set a statement runs over. */
export interface WorkingWindow {
  readonly from: Fragment;
  readonly where: Fragment;
}

/**
 * `into` makes the statement that keeps the rows it is given. Null: these people own nothing here.
 */
export function compileEraseScript(
  dialect: Dialect,
  plan: SourceErasure,
  { bindings, into }: { readonly bindings: SourceBindings; readonly into: (rows: Fragment) => Fragment },
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
  return {
    fill: compileScoped(scope, into(unionOf(selects, 'union all'))),
    arity,
    statements: changing.map((effect, index) => ({
      effect: index,
      table: effect.table.id,
      kind: effect.kind,
      keyless: effect.key.some((part) => part === dialect.rowAddress),
      over: (rows) => dialect.compile(statement(dialect, effect, rows)),
    })),
  };
}

function statement(dialect: Dialect, effect: RowEffect, rows: WorkingWindow): Fragment {
  const table = sql.id(effect.table.schema, effect.table.name);
  const columns = effect.key.map((part) => sql.id(part.column));
  const keys = effect.key.map((part, i) => dialect.fromText(sql.id('w', `k${i + 1}`), part.type));
  const among = sql`(${sql.join(columns)}) in (select ${sql.join(keys)} from ${rows.from} as w where ${rows.where})`;
  if (effect.kind === 'delete') return sql`delete from ${table} where ${among}`;
  const sets = effect.assignments.map(({ column, value }) => sql`${sql.id(column)} = ${value}`);
  return sql`update ${table} set ${sql.join(sets)} where ${among}`;
}

/** Counts by table and effect, from how many rows each statement changed. */
export function scriptCounts(
  script: EraseScript,
  changed: readonly number[],
  kept: readonly ErasureCount[],
): readonly ErasureCount[] {
  const counts = new Map<string, ErasureCount>();
  script.statements.forEach((statement, i) => {
    const rows = present(changed[i], 'count');
    if (statement.kind === 'unlink' || rows === 0) return;
    const key = `${statement.kind} ${statement.table}`;
    counts.set(key, {
      table: statement.table,
      effect: statement.kind,
      rows: rows + (counts.get(key)?.rows ?? 0),
      latestStart: null,
    });
  });
  return [...kept, ...counts.values()];
}
