import { assert, present } from '../base/assert.ts';
import type { DataMap, MappedHold, MappedLink, MappedTable } from '../catalog/data-map.ts';
import { isOwning } from '../domain/ownership.ts';
import { earliestHeldStart } from '../law/retention.ts';
import type { Policy } from '../policy/policy.ts';
import { stronglyConnected } from './graph.ts';
import type { SelectedColumn, SelectedHold, SelectedLink, SelectedTable, Selection } from './selection.ts';

/**
 * The part of a plan that says whose rows are whose in one source: every personal table that a person can be
 * reached from, in the order in which ownership flows, and the context of those rows.
 */
export function selectTables(map: DataMap, policy: Policy, on: Temporal.PlainDate): Selection {
  const personal = [...map.tables.values()].filter((table) => table.use === 'personal');
  const components = stronglyConnected(
    personal.map((table) => table.id),
    (id) => ownersOf(present(map.tables.get(id), id)).map((link) => link.table),
  );
  const groups = components.map((tables) => ({
    tables,
    recursive: tables.length > 1 || tables.some((id) => ownsItself(present(map.tables.get(id), id))),
  }));
  const toSelected = (id: string) => selectTable(present(map.tables.get(id), id), { map, policy, on });
  const owned = groups.flatMap((group) => group.tables);
  return { groups, tables: [...owned, ...contextOf(map, owned)].map(toSelected) };
}

/** The context tables that these tables lead to, each before what it leads to itself. */
function contextOf(map: DataMap, tables: readonly string[]): readonly string[] {
  const found = new Set<string>();
  let frontier = tables;
  while (frontier.length > 0) {
    const next = frontier.flatMap((id) =>
      present(map.tables.get(id), id)
        .links.filter((link) => link.kind === 'context')
        .map((link) => link.table)
        .filter((target) => map.tables.get(target)?.use === 'context' && !found.has(target)),
    );
    for (const id of next) found.add(id);
    frontier = [...new Set(next)];
  }
  return [...found];
}

interface Surroundings {
  readonly map: DataMap;
  readonly policy: Policy;
  readonly on: Temporal.PlainDate;
}

function selectTable(table: MappedTable, { map, policy, on }: Surroundings): SelectedTable {
  assert(table.use !== 'not-personal', `${table.id} holds no personal data`);
  const keyTypes = new Map(table.columns.map((column) => [column.name, column.type]));
  return {
    id: table.id,
    schema: table.schema,
    name: table.name,
    use: table.use,
    subject: table.subject !== null,
    key: table.key.map((name) => ({ name, type: present(keyTypes.get(name), name) })),
    columns: selectColumns(table),
    owners: ownersOf(table).map((link) => toSelectedLink(map, link)),
    context: table.links
      .filter((link) => link.kind === 'context' && map.tables.get(link.table)?.use === 'context')
      .map((link) => toSelectedLink(map, link)),
    hold: table.hold === null ? null : selectHold(table.hold, policy, on),
    onErasure: table.onErasure,
  };
}

function selectColumns(table: MappedTable): readonly SelectedColumn[] {
  const referring = new Set([
    ...table.links.filter((link) => link.reference === 'row').flatMap((link) => link.rowColumns),
    ...table.foreignKeys.flatMap((key) => key.columns),
  ]);
  const accessors = new Set(
    table.links
      .filter((link) => link.kind === 'accessed-by' && link.reference === 'row')
      .flatMap((link) => link.rowColumns),
  );
  // In a row of several owners, a link says who the others are.
  const owners = ownersOf(table).filter((link) => link.reference === 'row');
  const linkOf = (column: string) =>
    ownersOf(table).length > 1
      ? (owners.find((link) => link.rowColumns.includes(column))?.name ?? null)
      : null;
  return table.columns.map((column) => ({
    name: column.name,
    type: column.type,
    family: column.family,
    nullable: column.nullable,
    generated: column.generated,
    maxLength: column.maxLength,
    unique: table.uniqueColumns.has(column.name),
    referring: referring.has(column.name),
    personal: column.personal !== null,
    // Who handled a row is not told to the person the row is about.
    onAccess: accessors.has(column.name) ? 'mask' : (column.personal?.onAccess ?? 'show'),
    onErasure: column.personal?.onErasure ?? 'keep',
    about: column.personal?.about ?? linkOf(column.name),
  }));
}

function selectHold(hold: MappedHold, policy: Policy, on: Temporal.PlainDate): SelectedHold {
  const rule = present(policy.retention.get(hold.rule), `retention rule ${hold.rule}`);
  const ground = present(rule.ground, `ground of ${rule.id}`);
  if (hold.kind === 'with') return { kind: 'with', ground, rule: rule.id, link: hold.link };
  const bookYearEnd = Temporal.PlainMonthDay.from(policy.bookYearEnd);
  const earliestStart = earliestHeldStart(rule, on, bookYearEnd).toString();
  return { kind: 'from', ground, rule: rule.id, column: hold.column, earliestStart };
}

function ownersOf(table: MappedTable): readonly MappedLink[] {
  // A subject's row is that person's alone: what else refers to it does not own it.
  return table.subject === null ? table.links.filter((link) => isOwning(link.kind)) : [];
}

function ownsItself(table: MappedTable): boolean {
  return ownersOf(table).some((link) => link.table === table.id);
}

function toSelectedLink(map: DataMap, link: MappedLink): SelectedLink {
  assert(link.kind !== 'accessed-by', 'access gives no ownership');
  const { schema, name } = present(map.tables.get(link.table), link.table);
  return {
    name: link.name,
    kind: link.kind,
    table: link.table,
    target: { schema, name },
    reference: link.reference,
    rowColumns: link.rowColumns,
    otherColumns: link.otherColumns,
    nullable: link.nullable,
    enforced: link.enforced,
  };
}
