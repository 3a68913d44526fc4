import { present } from '../base/assert.ts';
import type { DataMap, MappedTable } from '../catalog/data-map.ts';
import type { Language } from '../domain/language.ts';
import type { Destination } from '../domain/receiver.ts';
import type { Policy } from '../policy/policy.ts';
import { manualSource } from './by-hand.ts';
import type { ExportPlan, LeftOut, LeftOutReason, ReadStep, SourceExport } from './plan.ts';
import { leftOutReason } from './portable.ts';
import { selectTables } from './select.ts';
import type { SelectedTable, Selection } from './selection.ts';

export interface ExportWish {
  readonly people: number;
  readonly language: Language;
  readonly on: Temporal.PlainDate;
  readonly to: Destination;
}

/**
 * What a person takes along under GDPR art. 20: of every row that is theirs what they provided or what was observed of them,
 * on consent or contract; with it the keys by which rows belong together, and the context that such rows lead to. What
 * is about others, derived, or used on another basis alone stays out, and the plan says what that is.
 */
export function planExport(policy: Policy, maps: readonly DataMap[], wish: ExportWish): ExportPlan {
  const byHand = maps.filter(({ source }) => manualSource(policy, source) !== undefined);
  return {
    format: 1,
    kind: 'export',
    on: wish.on.toString(),
    policyHash: policy.hash,
    people: wish.people,
    language: wish.language,
    to: wish.to,
    sources: maps.filter((map) => !byHand.includes(map)).map((map) => exportOf(policy, map, wish.on)),
    notAutomated: byHand.map(({ source }) => source),
  };
}

function exportOf(policy: Policy, map: DataMap, on: Temporal.PlainDate): SourceExport {
  const found = selectTables(map, policy, on);
  const taken = new Map(found.tables.map((table) => [table.id, takenColumns(policy, map, table)]));
  const selection = narrowed(found, { map, taken });
  const reached = reachedContext(selection);
  return {
    source: map.source,
    catalogHash: map.catalogHash,
    selection,
    steps: selection.tables
      .filter(({ id, use }) => (use === 'context' ? reached.has(id) : taken.get(id) !== null))
      .map(readStep),
    leftOut: found.tables
      .filter(({ use }) => use === 'personal')
      .flatMap(({ id }) => leftOutOf(policy, present(map.tables.get(id), id))),
  };
}

/** The personal columns of a table that are taken along; null when there is none, so that none of its rows is. */
function takenColumns(policy: Policy, map: DataMap, { id, use }: SelectedTable): ReadonlySet<string> | null {
  if (use === 'context') return null;
  const taken = present(map.tables.get(id), id)
    .columns.filter(({ personal }) => personal !== null && leftOutReason(policy, personal) === null)
    .map(({ name }) => name);
  return taken.length === 0 ? null : new Set(taken);
}

type Taken = ReadonlyMap<string, ReadonlySet<string> | null>;

/** The same rows, with fewer columns: whose they are is found along tables of which nothing is taken, too. */
function narrowed(
  selection: Selection,
  { map, taken }: { readonly map: DataMap; readonly taken: Taken },
): Selection {
  const joins = joiningColumns(selection, { map, taken });
  return {
    groups: selection.groups,
    tables: selection.tables.map((table) => {
      if (table.use === 'context') return table;
      const personal = taken.get(table.id) ?? null;
      // Context is there to understand rows that are taken along, and of this table none is.
      if (personal === null) return { ...hidden(table, () => false), context: [] };
      const joining = joins.get(table.id) ?? new Set();
      return hidden(
        table,
        (column) => personal.has(column.name) || (!column.personal && joining.has(column.name)),
      );
    }),
  };
}

function hidden(
  table: SelectedTable,
  isTaken: (column: SelectedTable['columns'][number]) => boolean,
): SelectedTable {
  return {
    ...table,
    columns: table.columns.map((column) => (isTaken(column) ? column : { ...column, onAccess: 'mask' })),
  };
}

/** By table the columns by which its rows are told apart and belong to other rows that are taken along. */
function joiningColumns(
  { tables }: Selection,
  { map, taken }: { readonly map: DataMap; readonly taken: Taken },
): ReadonlyMap<string, ReadonlySet<string>> {
  const joins = new Map(tables.map(({ id, key }) => [id, new Set(key.map(({ name }) => name))]));
  const add = (table: string, columns: readonly string[]): void => {
    for (const name of columns) joins.get(table)?.add(name);
  };
  for (const { id, owners, context } of tables) {
    for (const { rowColumns, otherColumns, table: other } of [...owners, ...context]) {
      add(id, rowColumns);
      add(other, otherColumns);
    }
    for (const { to: other, columns } of present(map.tables.get(id), id).foreignKeys)
      if ((taken.get(other) ?? null) !== null) add(id, columns);
  }
  return joins;
}

/** The context tables that rows lead to, at once or by way of other context. */
function reachedContext({ tables }: Selection): ReadonlySet<string> {
  const reached = new Set<string>();
  const follow = ({ context }: SelectedTable): void => {
    for (const { table: id } of context) {
      if (reached.has(id)) continue;
      reached.add(id);
      const next = tables.find((table) => table.id === id);
      if (next !== undefined) follow(next);
    }
  };
  for (const table of tables) if (table.use === 'personal') follow(table);
  return reached;
}

function readStep({ id, use, columns }: SelectedTable): ReadStep {
  const shown = columns.filter(({ onAccess }) => onAccess === 'show').map(({ name }) => name);
  return { kind: 'read', table: id, use, shown, masked: [] };
}

function leftOutOf(policy: Policy, table: MappedTable): readonly LeftOut[] {
  const columns = new Map<LeftOutReason, string[]>();
  for (const { name, personal } of table.columns) {
    const reason = personal === null ? null : leftOutReason(policy, personal);
    if (reason !== null) columns.set(reason, [...(columns.get(reason) ?? []), name]);
  }
  return [...columns].map(([reason, names]) => ({ table: table.id, columns: names, reason }));
}
