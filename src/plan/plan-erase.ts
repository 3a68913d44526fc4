import { present } from '../base/assert.ts';
import type { DataMap } from '../catalog/data-map.ts';
import type { Policy } from '../policy/policy.ts';
import { workByHand } from './by-hand.ts';
import { deletionOrder } from './deletion-order.ts';
import type { ErasePlan, EraseStep, Reference, SourceErasure } from './plan.ts';
import { referencesTo } from './references.ts';
import { selectTables } from './select.ts';
import type { SelectedTable } from './selection.ts';

export interface EraseWish {
  readonly people: number;
  readonly on: Temporal.PlainDate;
}

/** What goes, what stays and why, when people are erased under GDPR art. 17: in every source, for all of them at once. */
export function planErase(policy: Policy, maps: readonly DataMap[], wish: EraseWish): ErasePlan {
  return {
    format: 1,
    kind: 'erase',
    on: wish.on.toString(),
    policyHash: policy.hash,
    people: wish.people,
    sources: maps.map((map) => planSource(map, policy, wish.on)),
  };
}

function planSource(map: DataMap, policy: Policy, on: Temporal.PlainDate): SourceErasure {
  const selection = selectTables(map, policy, on);
  const references = referencesTo(map, selection);
  const personal = selection.tables.filter((table) => table.use === 'personal');
  const order = deletionOrder(personal, references);
  const steps: EraseStep[] = [
    ...personal.flatMap(keepStep),
    ...personal.flatMap(leaveSteps),
    ...personal.flatMap((table) => partSteps(table, personal)),
    ...references.flatMap(releaseStep),
    ...personal.flatMap(redactStep),
    ...order.unlink.map((reference) => ({
      kind: 'unlink' as const,
      table: reference.from.table,
      reference: reference.name,
      columns: reference.nullableColumns,
    })),
    ...order.groups.flatMap((group) => {
      const circle = group.length > 1 ? group.join(' ') : null;
      return group.map((table) => ({ kind: 'delete' as const, table, circle }));
    }),
  ];
  const { source, catalogHash } = map;
  return { source, ...workByHand(policy, map), catalogHash, selection, references, steps };
}

function keepStep(table: SelectedTable): readonly EraseStep[] {
  if (table.hold === null) return [];
  return [{ kind: 'keep', table: table.id, ground: table.hold.ground, rule: table.hold.rule }];
}

/** Only a row with several owners can be left by one of them. */
function leaveSteps(table: SelectedTable): readonly EraseStep[] {
  if (table.owners.length < 2) return [];
  return table.owners.flatMap((link) => {
    const columns = leftColumns(table, link.name);
    return columns.length === 0
      ? []
      : [{ kind: 'leave' as const, table: table.id, link: link.name, columns }];
  });
}

/** A row is owned along a reference that its owner holds: as an address is by those who live there. */
function partSteps(table: SelectedTable, tables: readonly SelectedTable[]): readonly EraseStep[] {
  return table.owners.flatMap((link) => {
    const owner = tables.find((candidate) => candidate.id === link.table);
    if (link.reference !== 'other' || owner === undefined) return [];
    const columns = owner.columns
      .filter(({ name, nullable, generated }) => link.otherColumns.includes(name) && nullable && !generated)
      .map(({ name }) => name);
    return columns.length === 0
      ? []
      : [{ kind: 'part' as const, table: owner.id, from: table.id, link: link.name, columns }];
  });
}

/** The columns a person takes along when they leave a row: the link to them, and what is about them. */
export function leftColumns(table: SelectedTable, linkName: string): readonly string[] {
  const link = present(
    table.owners.find((owner) => owner.name === linkName),
    linkName,
  );
  const referring = link.reference === 'row' ? link.rowColumns : [];
  return table.columns
    .filter((column) =>
      referring.includes(column.name)
        ? column.nullable && !column.generated
        : column.about === linkName && isErasable(column),
    )
    .map((column) => column.name);
}

function releaseStep(reference: Reference): readonly EraseStep[] {
  if (reference.nullableColumns.length === 0) return [];
  return [
    {
      kind: 'release',
      table: reference.from.table,
      reference: reference.name,
      columns: reference.nullableColumns,
    },
  ];
}

function redactStep(table: SelectedTable): readonly EraseStep[] {
  const columns = redactedColumns(table);
  return columns.length === 0 ? [] : [{ kind: 'redact', table: table.id, columns }];
}

/** What is emptied in a row that must stay although the person in it goes. */
export function redactedColumns(table: SelectedTable): readonly string[] {
  return table.columns.filter(isErasable).map((column) => column.name);
}

function isErasable(column: SelectedTable['columns'][number]): boolean {
  return column.personal && !column.referring && !column.generated && column.onErasure !== 'keep';
}
