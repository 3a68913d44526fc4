import { present } from '../../base/assert.ts';
import type { EraseStep, SourceErasure } from '../../plan/plan.ts';
import type { SelectedTable } from '../../plan/selection.ts';
import type { ErasureCount } from '../source.ts';
import { readCounts } from '../sql/erase-count.ts';
import type { PersonRow } from './person-rows.ts';
import { dateOf } from './row.ts';

/** What becomes of a row that is a person's: the rule of ARCHITECTURE.md where each row has one owner, so that none is shared. */
export interface Fate {
  readonly row: PersonRow;
  readonly kind: 'held' | 'redacted' | 'deleted';
  /** For `held`: the start of the term, as an ISO date; null when it is not known. */
  readonly since: string | null;
  /** What the row refers to goes, and it lets go of it. */
  readonly released: boolean;
}

/** By the rows, in the order in which they were found: owners before what they own. */
export type Fates = ReadonlyMap<PersonRow, Fate>;

export function fatesOf(plan: SourceErasure, rows: readonly PersonRow[]): Fates {
  const held = heldRows(rows);
  const children = Map.groupBy(rows, ({ parent }) => parent);
  const deleted = new Set<PersonRow>();
  // What a row owns is decided before the row itself: something that stays may hold it back.
  for (const row of rows.toReversed()) {
    if (held.has(row) || row.table.onErasure !== 'delete') continue;
    const holding = (children.get(row) ?? []).filter((child) => !deleted.has(child));
    if (holding.every((child) => !held.has(child) && letsGo(plan, child.table))) deleted.add(row);
  }
  return new Map(
    rows.map((row): [PersonRow, Fate] => {
      const kind = held.has(row) ? 'held' : deleted.has(row) ? 'deleted' : 'redacted';
      const released = kind === 'redacted' && row.parent !== null && deleted.has(row.parent);
      return [row, { row, kind, since: held.get(row) ?? null, released }];
    }),
  );
}

/** What a plan does, in rows, as every source counts it. */
export function countFates(plan: SourceErasure, fates: Fates): readonly ErasureCount[] {
  const effects = plan.steps.map(({ kind, table }) => ({
    table,
    // Rows of a tree are in no circle and have one owner, so that none of these concerns any.
    effect: kind === 'unlink' || kind === 'part' ? ('release' as const) : kind,
  }));
  const rows = plan.steps.map((step, effect) => {
    const concerned = [...fates.values()].filter((fate) => concerns(step, fate));
    const starts = concerned.map(({ since }) => since);
    const since = starts.includes(null) ? null : (starts.toSorted().at(-1) ?? null);
    return { effect, rows: concerned.length, since };
  });
  return readCounts(effects, rows);
}

/** The columns of a row that a plan changes, with what they become. */
export function changesOf(
  plan: SourceErasure,
  fate: Fate,
  emptied: (table: SelectedTable, column: string) => unknown,
): Readonly<Record<string, unknown>> {
  const { table } = fate.row;
  return Object.fromEntries(
    plan.steps
      .filter((step) => concerns(step, fate))
      .flatMap((step) => {
        if (step.kind === 'redact') return step.columns.map((name) => [name, emptied(table, name)] as const);
        return step.kind === 'release' ? step.columns.map((name) => [name, null] as const) : [];
      }),
  );
}

function concerns(step: EraseStep, { row, kind, released }: Fate): boolean {
  if (step.table !== row.table.id) return false;
  switch (step.kind) {
    case 'keep':
      return kind === 'held';
    case 'redact':
      return kind === 'redacted';
    case 'delete':
      return kind === 'deleted';
    case 'release':
      return released;
    case 'leave':
    case 'part':
    case 'unlink':
      return false;
  }
}

/**
 * The rows that a law says to keep, with the start of their term; NULL when it is not known, and then the row is held: its term
 * cannot be shown to be over.
 */
export function heldRows(rows: readonly PersonRow[]): ReadonlyMap<PersonRow, string | null> {
  const held = new Map<PersonRow, string | null>();
  for (const row of rows) {
    const { hold } = row.table;
    if (hold === null) continue;
    if (hold.kind === 'with') {
      if (row.parent !== null && held.has(row.parent)) held.set(row, held.get(row.parent) ?? null);
      continue;
    }
    const start = dateOf(row.row[hold.column]);
    if (start === null || start >= hold.earliestStart) held.set(row, start);
  }
  return held;
}

/** Whether a row that stays can let go of its owner. */
function letsGo({ references }: SourceErasure, { id, owners }: SelectedTable): boolean {
  const [link] = owners;
  const reference = references.find(({ from, to }) => from.table === id && to === link?.table);
  return present(reference, `the reference of ${id} to its owner`).nullableColumns.length > 0;
}
