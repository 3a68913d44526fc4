import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import type { SourceBindings, SourceErasure } from '../../plan/plan.ts';
import type { CompiledSql, Dialect, Fragment } from './dialect.ts';
import type { KeptRows, RowEffect } from './effects.ts';
import { compileEffects, sinceOf } from './erase-count.ts';
import { type ScopedStatement, temporaryTables } from './scoped-statement.ts';

/**
 * An erasure as statements in the order of the plan, each joined with a temporary table of the keys it is about: for
 * a database that checks foreign keys row by row. All those tables are filled before the first change, because when
 * the first rows are gone the people no longer lead to the others.
 */
export interface JoinedErasure extends Pick<ScopedStatement, 'prelude' | 'cleanup'> {
  readonly kept: readonly KeptCount[];
  readonly fills: readonly CompiledSql[];
  /** What runs together: one statement, or the deletions of rows that refer to each other. */
  readonly stages: readonly Stage[];
}

/** Selects `(rows, since)`. */
export interface KeptCount extends CompiledSql {
  readonly table: string;
}

export type Stage =
  | ({ readonly kind: 'single' } & JoinedStatement)
  | { readonly kind: 'circle'; readonly deletions: readonly CircleDeletion[] };

export interface JoinedStatement extends CompiledSql {
  readonly table: string;
  readonly effect: RowEffect['kind'];
}

/** Deletes rows of a circle: those that nothing refers to any more, or all. */
export interface CircleDeletion {
  readonly table: string;
  /** How many there are; a row that goes by cascade is counted by no deletion. */
  readonly size: CompiledSql;
  /** Passes over every row that is still referred to. */
  readonly loose: CompiledSql;
  readonly all: CompiledSql;
}

/** Null: these people own nothing here. */
export function compileJoinedErasure(
  dialect: Dialect,
  plan: SourceErasure,
  bindings: SourceBindings,
): JoinedErasure | null {
  const { scope, effects } = compileEffects(dialect, plan, bindings);
  if (effects.length === 0) return null;
  const kept = effects.filter((effect) => effect.kind === 'keep');
  const changes = effects
    .filter((effect) => effect.kind !== 'keep')
    .map((effect, i): Change => ({ effect, keys: `keys${i}` }));
  const relations = temporaryTables(scope);
  return {
    prelude: relations.prelude,
    cleanup: [
      ...changes.map(({ keys }) => dialect.compile(sql`drop temporary table ${sql.id(keys)}`)),
      ...relations.cleanup,
    ],
    kept: kept.map((effect) => keptCount(dialect, effect)),
    fills: changes.map(({ effect, keys }) =>
      dialect.compile(
        sql`create or replace temporary table ${sql.id(keys)} as select distinct r.* from (${effect.rows}) as r`,
      ),
    ),
    stages: stagesOf(changes, plan).map((stage) => compileStage(dialect, stage)),
  };
}

/** A change, and the name of the table that holds the keys of its rows. */
export interface Change {
  readonly effect: RowEffect;
  readonly keys: string;
}

function keptCount(dialect: Dialect, effect: KeptRows): KeptCount {
  const count = sql`select count(*) as ${sql.id('rows')}, ${sinceOf()} as since from (${effect.rows}) as r`;
  return { ...dialect.compile(count), table: effect.table.id };
}

export interface ChangeStage {
  readonly circle: boolean;
  readonly changes: readonly Change[];
}

export function stagesOf(changes: readonly Change[], plan: SourceErasure): readonly ChangeStage[] {
  const groups = Map.groupBy(changes, (change) => change.effect.circle ?? change);
  return [...groups.values()].map((group) => ({
    circle: group.some(({ effect }) => effect.circle !== null || refersToItself(effect, plan)),
    changes: group,
  }));
}

/** Rows of one table can refer to each other, and may not let go. */
function refersToItself(effect: RowEffect, plan: SourceErasure): boolean {
  return (
    effect.kind === 'delete' &&
    plan.references.some(
      ({ from, to, nullableColumns }) =>
        from.table === effect.table.id && to === effect.table.id && nullableColumns.length === 0,
    )
  );
}

function compileStage(dialect: Dialect, { circle, changes }: ChangeStage): Stage {
  if (!circle) {
    const change = present(changes[0], 'a change');
    const { effect } = change;
    const body = effect.kind === 'delete' ? deletion(change, sql``) : update(change);
    return { kind: 'single', ...dialect.compile(body), table: effect.told, effect: effect.kind };
  }
  return {
    kind: 'circle',
    deletions: changes.map((change) => ({
      table: change.effect.table.id,
      size: dialect.compile(sql`select count(*) as ${sql.id('rows')} from ${sql.id(change.keys)}`),
      loose: dialect.compile(deletion(change, sql`ignore `)),
      all: dialect.compile(deletion(change, sql``)),
    })),
  };
}

function deletion({ effect, keys }: Change, ignore: Fragment): Fragment {
  return sql`delete ${ignore}t from ${joined(effect, keys)}`;
}

function update({ effect, keys }: Change): Fragment {
  const sets = effect.assignments.map(({ column, value }) => sql`${sql.id('t', column)} = ${value}`);
  return sql`update ${joined(effect, keys)} set ${sql.join(sets)}`;
}

function joined(effect: RowEffect, keys: string): Fragment {
  const match = effect.key.map(({ column }, i) => sql`${sql.id('t', column)} = ${sql.id('w', `k${i + 1}`)}`);
  const table = sql.id(effect.table.schema, effect.table.name);
  return sql`${sql.id(keys)} as w join ${table} as t on ${sql.join(match, sql` and `)}`;
}
