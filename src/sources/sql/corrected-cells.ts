import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import { normaliseIdentity } from '../../domain/identity.ts';
import type { SetStep, SourceRectification } from '../../plan/plan.ts';
import type { SelectedColumn, SelectedLink } from '../../plan/selection.ts';
import type { CorrectedPeople } from '../source.ts';
import { type AskedCell, identityIn } from '../subject-question.ts';
import type { Dialect, Fragment } from './dialect.ts';
import { defineHeld, type Held } from './holds.ts';
import { defineShared, leavesAlong, type Shared } from './other-owners.ts';
import { defineMine, mine } from './ownership.ts';
import {
  allOf,
  atRow,
  baseTable,
  carriedRef,
  createScope,
  keyParts,
  linkMatches,
  relation,
  type Scope,
  type ScopedTable,
  sameRow,
  scopedTable,
  unionOf,
} from './scope.ts';
import { compileScoped, type ScopedStatement } from './scoped-statement.ts';

/** What databases say differently of cells and what stands in them. */
export interface CellDialect {
  readonly dialect: Dialect;
  /** A whole cell as text that is compared byte by byte, under the alias `t`. */
  cellText(column: AskedCell['column']): Fragment;
  /** That a cell, under the alias `t`, may carry an identity: judged afterwards by its normal form. Null: none can. */
  mayCarry(asked: AskedCell): Fragment | null;
}

/** A correction of one source, as far as its people have rows there: of one statement, whose relations its scope gathers. */
export interface Cells {
  readonly on: CellDialect;
  readonly plan: SourceRectification;
  readonly people: CorrectedPeople;
  readonly scope: Scope;
  readonly held: Held;
  readonly shared: Shared;
  readonly steps: readonly CellStep[];
}

export interface CellStep {
  /** Its place among the steps that set something. */
  readonly index: number;
  readonly step: SetStep;
  readonly scoped: ScopedTable;
  readonly column: SelectedColumn;
  readonly now: string | null;
  readonly wanted: string | null;
}

export function cellsOf(on: CellDialect, plan: SourceRectification, people: CorrectedPeople): Cells {
  const { dialect } = on;
  const scope = createScope(plan.selection, people.bindings, { dialect, persons: false, references: [] });
  defineMine(scope);
  const shared = defineShared(scope);
  const held = defineHeld(scope);
  const sets = plan.steps.filter((step) => step.kind === 'set');
  const steps = sets.flatMap((step, index): readonly CellStep[] => {
    const scoped = scopedTable(scope, step.table);
    if (scoped === undefined) return [];
    const column = present(
      scoped.table.columns.find(({ name }) => name === step.column),
      step.column,
    );
    const { now, wanted } = present(people.values[step.correction], 'the values of a correction');
    return [{ index, step, scoped, column, now, wanted }];
  });
  return { on, plan, people, scope, held, shared, steps };
}

/** How what is wrong is written in cells of theirs, by the index of the step; one that is not in here concerns no cell. */
export type Spellings = ReadonlyMap<number, readonly string[]>;

/** Selects `(step, value)`: how an identity is written in their cells. Null: no step asks for one. */
export function spellingsStatement(cells: Cells): ScopedStatement | null {
  const selects = cells.steps.flatMap((each) => {
    const { step, column, now, scoped, index } = each;
    if (step.compared === 'exact' || step.compared === 'empty') return [];
    const { value } = normaliseIdentity(step.compared, now ?? '');
    const condition = cells.on.mayCarry({ kind: step.compared, column, values: [value] });
    if (condition === null) return [];
    const text = cells.on.cellText(column);
    return [
      sql`select distinct ${sql.lit(index)} as step, ${text} as value from ${theirRows(cells, scoped)} where (${condition})`,
    ];
  });
  return selects.length === 0 ? null : compileScoped(cells.scope, unionOf(selects, 'union all'));
}

/** Which spellings each step changes. What is right already is none of them. */
export function readSpellings(cells: Cells, rows: readonly Readonly<Record<string, unknown>>[]): Spellings {
  const found = new Map<number, readonly string[]>();
  for (const each of cells.steps) {
    const { step, column, now, wanted, index } = each;
    if (now === null) continue;
    const { compared } = step;
    if (compared === 'exact' || compared === 'empty') {
      found.set(index, [now]);
      continue;
    }
    const { value } = normaliseIdentity(compared, now);
    const spelled = rows
      .filter((row) => Number(row['step']) === index)
      .map((row) => String(row['value']))
      .filter((text) => text !== wanted && identityIn(column, compared, text).value === value);
    if (spelled.length > 0) found.set(index, spelled);
  }
  return found;
}

/** That a cell, under the alias `t`, is one that the step is about; null: there is none. */
export function matching(cells: Cells, each: CellStep, spellings: Spellings): Fragment | null {
  const { step, column } = each;
  const name = sql.id('t', column.name);
  if (step.compared === 'empty')
    return column.family === 'text' ? sql`(${name} is null or ${name} = '')` : sql`${name} is null`;
  const spelled = spellings.get(each.index);
  if (spelled === undefined) return null;
  return sql`${cells.on.cellText(column)} in (${sql.join(spelled.map((text) => sql`${text}`))})`;
}

/**
 * Selects `(step, fate, since, k1 … kn, before)`, a row for each cell that is theirs and holds what is wrong; keys and values
 * as text. `arity`: how many columns of keys. Null: there can be none.
 */
export function cellRows(
  cells: Cells,
  spellings: Spellings,
  { arity, steps = cells.steps }: { readonly arity: number; readonly steps?: readonly CellStep[] },
): Fragment | null {
  const selects = steps.flatMap((each) => {
    const where = cellCondition(cells, each, spellings);
    if (where === null) return [];
    const { dialect } = cells.on;
    const { scoped, index, column } = each;
    const parts = keyParts(dialect, scoped.table.key);
    const keys = Array.from({ length: arity }, (_, i) => {
      const part = parts[i];
      const name = sql.id(`k${i + 1}`);
      return part === undefined
        ? sql`null as ${name}`
        : sql`${dialect.toText(sql.id('t', part.column), part.type)} as ${name}`;
    });
    const { fate, since } = fateOf(cells, each);
    const list = sql.join([
      sql`${sql.lit(index)} as step`,
      sql`${fate} as fate`,
      sql`${since} as since`,
      ...keys,
      sql`${cells.on.cellText(column)} as ${sql.id('before')}`,
    ]);
    return [sql`select ${list} from ${theirRows(cells, scoped)} where ${where}`];
  });
  return selects.length === 0 ? null : unionOf(selects, 'union all');
}

/** That a cell under the alias `t`, of a row under the alias `m`, holds what is wrong and is about them. */
export function cellCondition(cells: Cells, each: CellStep, spellings: Spellings): Fragment | null {
  const match = matching(cells, each, spellings);
  if (match === null) return null;
  const { scoped } = each;
  const link = aboutLink(each);
  if (link === null) return match;
  const owner = scopedTable(cells.scope, link.table);
  // A column about another owner is another's, also where the row is theirs.
  if (owner === undefined) return null;
  const leads = linkMatches(
    link,
    (column) => carriedRef(scoped, 'm', column),
    (column) => carriedRef(owner, 'o', column),
  );
  return sql`${match} and exists (select 1 from ${relation(cells.scope, mine(owner))} as o where ${leads})`;
}

/** That nothing keeps the cell from being changed. */
export function isFree(cells: Cells, each: CellStep): Fragment {
  const { held, shared } = conditionsOf(cells, each);
  return allOf([held, shared].flatMap((condition) => (condition === null ? [] : [sql`not (${condition})`])));
}

function fateOf(cells: Cells, each: CellStep): { readonly fate: Fragment; readonly since: Fragment } {
  const { held, shared, since } = conditionsOf(cells, each);
  const cases = [
    ...(held === null ? [] : [sql`when ${held} then 'keep'`]),
    ...(shared === null ? [] : [sql`when ${shared} then 'shared'`]),
  ];
  return {
    fate: cases.length === 0 ? sql`'set'` : sql`case ${sql.join(cases, sql` `)} else 'set' end`,
    since,
  };
}

interface Conditions {
  readonly held: Fragment | null;
  readonly shared: Fragment | null;
  readonly since: Fragment;
}

function conditionsOf({ scope, held, shared }: Cells, each: CellStep): Conditions {
  const { scoped } = each;
  const heldName = held.get(scoped);
  const sharedName = shared.get(scoped);
  const link = aboutLink(each);
  const at = (name: string) => sql`${relation(scope, name)} as q where ${sameRow(scope, scoped, ['q', 'm'])}`;
  return {
    held: heldName === undefined ? null : sql`exists (select 1 from ${at(heldName)})`,
    since: heldName === undefined ? sql`null` : sql`(select max(q.since) from ${at(heldName)})`,
    shared:
      sharedName === undefined
        ? null
        : link === null
          ? sql`exists (select 1 from ${at(sharedName)})`
          : sql`not (${leavesAlong(scope, { link, scoped, alias: 'm' }, shared)})`,
  };
}

/** The link whose person the column is about; null: all of the row's owners. */
function aboutLink({ scoped, column }: CellStep): SelectedLink | null {
  return column.about === null
    ? null
    : (scoped.table.owners.find(({ name }) => name === column.about) ?? null);
}

/** Their rows of a table, under `m` and as the table itself under `t`. */
export function theirRows({ scope }: Cells, scoped: ScopedTable): Fragment {
  return sql`${relation(scope, mine(scoped))} as m join ${baseTable(scoped.table, 't')} on ${atRow(scope, scoped, { base: 't', relation: 'm' })}`;
}

/** Selects `(step, n)`: of how many cells what they should become stands already where no two rows may have it. */
export function takenRows(cells: Cells, spellings: Spellings): Fragment | null {
  const selects = cells.steps.flatMap((each) => {
    const { step, scoped, column, wanted, index } = each;
    const condition = cellCondition(cells, each, spellings);
    if (condition === null || wanted === null || step.bar !== null) return [];
    const where = sql`${condition} and ${isFree(cells, each)}`;
    return step.unique.flatMap((key) => {
      const others = key.filter((name) => name !== column.name);
      const same = others.map((name) => sql`${sql.id('u', name)} = ${sql.id('t', name)}`);
      const holder = sql`exists (select 1 from ${baseTable(scoped.table, 'u')} where ${allOf([sql`${sql.id('u', column.name)} = ${wanted}`, ...same])})`;
      const theirs = theirRows(cells, scoped);
      const several =
        others.length === 0
          ? sql`select count(*) - 1 as n from ${theirs} where ${where}`
          : sql`select count(*) as n from (select ${sql.join(others.map((name) => sql.id('t', name)))} from ${theirs} where ${allOf([where, ...others.map((name) => sql`${sql.id('t', name)} is not null`)])} group by ${sql.join(others.map((name) => sql.id('t', name)))} having count(*) > 1) as d`;
      return [
        sql`select ${sql.lit(index)} as step, count(*) as n from ${theirs} where ${where} and ${holder}`,
        sql`select ${sql.lit(index)} as step, d.n from (${several}) as d`,
      ];
    });
  });
  return selects.length === 0 ? null : unionOf(selects, 'union all');
}
