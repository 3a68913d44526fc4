import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import { GestandError } from '../../base/error.ts';
import type { EraseStep, SourceErasure } from '../../plan/plan.ts';
import type { SelectedColumn } from '../../plan/selection.ts';
import type { Fragment, KeyPart } from './dialect.ts';
import { type Fates, keysOf, relationKeys, releasing } from './fates.ts';
import { leavesAlong } from './other-owners.ts';
import { mine, type Reach, reachedKeys, reachOf } from './ownership.ts';
import {
  carriedRef,
  keyParts,
  linkMatches,
  referringKey,
  relation,
  type Scope,
  type ScopedTable,
  sameRow,
  scopedTable,
} from './scope.ts';

/** One step of an erasure in SQL: which rows, and what happens to them. */
export type Effect = RowEffect | KeptRows;

export interface RowEffect {
  readonly kind: 'delete' | 'redact' | 'leave' | 'release' | 'unlink';
  readonly table: { readonly id: string; readonly schema: string; readonly name: string };
  /** The table that the people are told of, where it is another than the one whose rows change. */
  readonly told: string;
  readonly key: readonly KeyPart[];
  /** Selects the rows' keys as `k1 … kn`. */
  readonly rows: Fragment;
  /** The rows without a relation of their own: where what happens to a row does not depend on others. */
  readonly reach: Reach | null;
  /** The rows as a part of a relation, under the alias `m`: several changes of one relation's rows need no union. */
  readonly within: { readonly relation: string; readonly where: Fragment } | null;
  readonly assignments: readonly { readonly column: string; readonly value: Fragment }[];
  /** Deletions of one circle must be one statement, where keys are checked when a statement ends. */
  readonly circle: string | null;
}

/** Rows of which no cell is changed. */
export interface KeptRows {
  readonly kind: 'keep';
  readonly table: { readonly id: string };
  /** Selects `since`, the start of the term, once for each row. */
  readonly rows: Fragment;
}

/** The effects of a plan's steps, in their order; a step that can concern no row of these people is absent. */
export function effectsOf(scope: Scope, plan: SourceErasure, fates: Fates): readonly Effect[] {
  return plan.steps.flatMap((step) => {
    const effect = effectOf(scope, { plan, step }, fates);
    return effect === null ? [] : [effect];
  });
}

function effectOf(
  scope: Scope,
  { plan, step }: { readonly plan: SourceErasure; readonly step: EraseStep },
  fates: Fates,
): Effect | null {
  if (step.kind === 'release') {
    const reference = present(
      plan.references.find((candidate) => candidate.name === step.reference),
      step.reference,
    );
    const rows = releasing(scope, reference, fates);
    if (rows === null) return null;
    return {
      kind: 'release',
      table: { id: reference.from.table, ...reference.from },
      told: reference.from.table,
      key: referringKey(scope.dialect, reference),
      rows,
      reach: null,
      within: null,
      assignments: step.columns.map((column) => ({ column, value: sql`null` })),
      circle: null,
    };
  }
  const scoped = scopedTable(scope, step.table);
  if (scoped === undefined) return null;
  switch (step.kind) {
    case 'keep': {
      const held = fates.held.get(scoped);
      return held === undefined
        ? null
        : { kind: 'keep', table: scoped.table, rows: sql`select q.since from ${relation(scope, held)} as q` };
    }
    case 'leave': {
      const within = leaving(scope, scoped, { link: step.link, fates });
      if (within === null) return null;
      const rows = sql`select ${relationKeys(scoped, 'm')} from ${relation(scope, within.relation)} as m where ${within.where}`;
      return rowEffect(scope, scoped, { ...step, rows, within, reach: null, circle: null });
    }
    case 'part': {
      const rows = parting(scope, scoped, { from: step.from, link: step.link, fates });
      if (rows === null) return null;
      return {
        kind: 'leave',
        table: scoped.table,
        told: step.from,
        key: keyParts(scope.dialect, scoped.table.key),
        rows,
        reach: null,
        within: null,
        assignments: step.columns.map((column) => ({ column, value: sql`null` })),
        circle: null,
      };
    }
    case 'redact':
      return fromRelation(scope, scoped, { step, name: fates.redacted.get(scoped) });
    case 'unlink':
    case 'delete':
      return fromRelation(scope, scoped, { step, name: fates.deleted.get(scoped) });
  }
}

type OwnStep = Exclude<EraseStep, { kind: 'keep' | 'release' | 'part' }>;

function fromRelation(
  scope: Scope,
  scoped: ScopedTable,
  { step, name }: { readonly step: OwnStep; readonly name: string | undefined },
): RowEffect | null {
  if (name === undefined) return null;
  const columns = step.kind === 'delete' ? [] : step.columns;
  const circle = step.kind === 'delete' ? step.circle : null;
  const reach = name === mine(scoped) ? reachOf(scope, scoped) : null;
  const rows = reach === null ? keysOf(scope, scoped, name) : reachedKeys(scope, scoped, reach);
  return rowEffect(scope, scoped, { kind: step.kind, columns, rows, reach, within: null, circle });
}

function rowEffect(
  scope: Scope,
  scoped: ScopedTable,
  effect: {
    readonly kind: RowEffect['kind'];
    readonly columns: readonly string[];
    readonly rows: Fragment;
    readonly reach: Reach | null;
    readonly within: RowEffect['within'];
    readonly circle: string | null;
  },
): RowEffect {
  const { table } = scoped;
  return {
    kind: effect.kind,
    table,
    told: table.id,
    key: keyParts(scope.dialect, table.key),
    rows: effect.rows,
    reach: effect.reach,
    within: effect.within,
    circle: effect.circle,
    assignments: effect.columns.map((name) => {
      const column = present(
        table.columns.find((candidate) => candidate.name === name),
        name,
      );
      return { column: name, value: emptied(scope, { column, table: table.id, kind: effect.kind }) };
    }),
  };
}

function leaving(
  scope: Scope,
  scoped: ScopedTable,
  { link: name, fates }: { readonly link: string; readonly fates: Fates },
): RowEffect['within'] {
  const shared = fates.shared.get(scoped);
  if (shared === undefined) return null;
  const link = present(
    scoped.table.owners.find((owner) => owner.name === name),
    name,
  );
  if (scopedTable(scope, link.table) === undefined) return null;
  const held = fates.held.get(scoped);
  const notHeld =
    held === undefined
      ? sql``
      : sql` and not exists (select 1 from ${relation(scope, held)} as q where ${sameRow(scope, scoped, ['q', 'm'])})`;
  const leaves = leavesAlong(scope, { link, scoped, alias: 'm' }, fates.shared);
  return { relation: shared, where: sql`${leaves}${notHeld}` };
}

/** The emptied rows of an owner's table that own a row of another table together with others. */
function parting(
  scope: Scope,
  owner: ScopedTable,
  { from, link: name, fates }: { readonly from: string; readonly link: string; readonly fates: Fates },
): Fragment | null {
  const owned = scopedTable(scope, from);
  const shared = owned === undefined ? undefined : fates.shared.get(owned);
  const redacted = fates.redacted.get(owner);
  if (owned === undefined || shared === undefined || redacted === undefined) return null;
  const link = present(
    owned.table.owners.find((candidate) => candidate.name === name),
    name,
  );
  const match = linkMatches(
    link,
    (column) => carriedRef(owned, 'q', column),
    (column) => carriedRef(owner, 'm', column),
  );
  return sql`select ${relationKeys(owner, 'm')} from ${relation(scope, redacted)} as m where exists (select 1 from ${relation(scope, shared)} as q where ${match})`;
}

/** What a cell becomes: NULL where the policy says so and the column allows it, else a value that says nothing. */
function emptied(
  scope: Scope,
  cell: { readonly column: SelectedColumn; readonly table: string; readonly kind: RowEffect['kind'] },
): Fragment {
  const { column } = cell;
  const toNull = cell.kind === 'unlink' || column.referring || column.onErasure === 'null';
  if (toNull && column.nullable) return sql`null`;
  const value = scope.dialect.emptied(column);
  if (value === null) {
    throw new GestandError(
      'bad-configuration',
      `${cell.table}.${column.name} must not be NULL and no empty value is known for its type (${column.type}). Let the column be NULL, or set onErasure: keep with a reason.`,
    );
  }
  return value;
}
