import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import type { Reference, SourceBindings, SourceErasure } from '../../plan/plan.ts';
import type { CompiledSql, Dialect, Fragment } from './dialect.ts';
import type { RowEffect } from './effects.ts';
import { compileEffects } from './erase-count.ts';
import { indexedLength } from './growth-loop.ts';
import { type Change, stagesOf } from './joined-erasure.ts';
import { isLongText } from './mariadb-type.ts';
import { allOf } from './scope.ts';
import { type PreludeStatement, temporaryTables } from './scoped-statement.ts';

/**
 * Whether rows that an erasure deletes hold each other so that a database that checks foreign keys row by row can delete
 * none of them: found on copies of their keys, without changing a row. What the database deletes along (ON DELETE CASCADE)
 * holds nothing here, so a knot that is found is one, and one in which some keys cascade may be found only by erasing.
 */
export interface Knots {
  readonly prelude: readonly PreludeStatement[];
  readonly cleanup: readonly CompiledSql[];
  /** Deletions of rows that refer to each other. What each leaves when all are repeated until nothing goes is a knot. */
  readonly circles: readonly (readonly KnotTable[])[];
}

export interface KnotTable {
  readonly table: string;
  /** Takes the rows out to which none of the others refers any more. */
  readonly loosen: CompiledSql;
  /** Selects how many `rows` are left. */
  readonly left: CompiledSql;
}

/** Null: by the keys of its tables there is none. */
export function compileKnots(dialect: Dialect, plan: SourceErasure, bindings: SourceBindings): Knots | null {
  const { scope, effects } = compileEffects(dialect, plan, bindings);
  const deletions = effects
    .flatMap((effect) => (effect.kind === 'keep' || effect.kind !== 'delete' ? [] : [effect]))
    .map((effect, i): Change => ({ effect, keys: `knot${i}` }));
  const circles = stagesOf(deletions, plan).filter(({ circle }) => circle);
  if (circles.length === 0) return null;
  const tied = circles.flatMap(({ changes }) => changes);
  const relations = temporaryTables(scope);
  return {
    prelude: [...relations.prelude, ...tied.map((change) => keyTable(dialect, change))],
    cleanup: [
      ...tied.map(({ keys }) => dialect.compile(sql`drop temporary table ${sql.id(keys)}`)),
      ...relations.cleanup,
    ],
    circles: circles.map(({ changes }) =>
      changes.map((change) => ({
        table: change.effect.table.id,
        loosen: dialect.compile(loosen(change, holdersOf(plan, change, changes))),
        left: dialect.compile(sql`select count(*) as ${sql.id('rows')} from ${sql.id(change.keys)}`),
      })),
    ),
  };
}

function keyTable(dialect: Dialect, { effect, keys }: Change): PreludeStatement {
  const indexed = effect.key.map(({ type }, i) => {
    const name = sql.id(`k${i + 1}`);
    return isLongText(type) ? sql`${name}(${indexedLength})` : name;
  });
  const create = sql`create or replace temporary table ${sql.id(keys)} (key (${sql.join(indexed)}))`;
  const rows = sql`select distinct r.* from (${effect.rows}) as r`;
  return {
    ...dialect.compile(sql`${create} as ${rows}`),
    table: {
      name: keys,
      shape: dialect.compile(sql`${create} as select * from (${rows}) as q limit 0`),
      fill: { kind: 'rows', rows: dialect.compile(rows) },
    },
  };
}

interface Holder {
  readonly reference: Reference;
  readonly from: Change;
}

/** The references by which rows of the circle keep rows of this table. */
function holdersOf(plan: SourceErasure, { effect }: Change, circle: readonly Change[]): readonly Holder[] {
  return plan.references
    .filter(({ to, nullableColumns, cascades }) => {
      return to === effect.table.id && nullableColumns.length === 0 && !cascades;
    })
    .flatMap((reference) => {
      const from = circle.find((change) => change.effect.table.id === reference.from.table);
      return from === undefined ? [] : [{ reference, from }];
    });
}

function loosen({ effect, keys }: Change, holders: readonly Holder[]): Fragment {
  const held = holders.map(({ reference, from }) => {
    const refers = reference.columns.map(
      (column, i) =>
        sql`${sql.id('c', column)} = ${sql.id('t', present(reference.toColumns[i], reference.name))}`,
    );
    const conditions = [...atKeys(effect, 't', keys), ...refers, ...atKeys(from.effect, 'c', 'v')];
    return sql`not exists (select 1 from ${tableOf(effect)} as t, ${tableOf(from.effect)} as c, ${sql.id(from.keys)} as v where ${allOf(conditions)})`;
  });
  return sql`delete from ${sql.id(keys)} where ${allOf(held)}`;
}

function atKeys(effect: RowEffect, alias: string, keys: string): readonly Fragment[] {
  return effect.key.map(({ column }, i) => sql`${sql.id(alias, column)} = ${sql.id(keys, `k${i + 1}`)}`);
}

function tableOf({ table }: RowEffect): Fragment {
  return sql.id(table.schema, table.name);
}
