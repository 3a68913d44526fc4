import { present } from '../base/assert.ts';
import type { DataMap, MappedTable } from '../catalog/data-map.ts';
import type { Policy } from '../policy/policy.ts';
import { leftColumns, redactedColumns } from './plan-erase.ts';
import { referencesTo } from './references.ts';
import { selectTables } from './select.ts';
import type { SelectedColumn, SelectedLink, SelectedTable, Selection } from './selection.ts';

/** What is known of one table: taken from what plans are made of, so that it says what they do. */
export interface TableFacts {
  readonly source: string;
  readonly table: string;
  readonly use: MappedTable['use'];
  /** The group of people whose rows these are themselves; null when they belong to rows elsewhere. */
  readonly subject: MappedTable['subject'];
  /** From this table to the people whose its rows are; empty for people's own rows and for what is nobody's. */
  readonly paths: readonly OwnerPath[];
  /** A row may have several owners: it goes with the last of them. */
  readonly shared: boolean;
  readonly retention: MappedTable['retention'];
  readonly hold: MappedTable['hold'];
  readonly onErasure: MappedTable['onErasure'];
  readonly columns: readonly ColumnFacts[];
}

export interface OwnerPath {
  readonly steps: readonly OwnerStep[];
  /** Where the people are, and the group they are. */
  readonly subject: { readonly table: string; readonly group: string };
}

export interface OwnerStep {
  readonly from: string;
  /** As the policy names the link: `customer_id`, or `customers.address_id`. */
  readonly link: string;
  readonly kind: 'owned-by' | 'co-owned';
  readonly to: string;
}

export interface ColumnFacts {
  readonly name: string;
  readonly type: string;
  /** Null: not personal. */
  readonly category: string | null;
  /** What stands inside its JSON, by place. */
  readonly paths: readonly { readonly path: string; readonly category: string }[];
  readonly purposes: readonly string[];
  readonly origin: 'provided' | 'observed' | 'derived' | null;
  /** The link whose person it is about, where a row has several. */
  readonly about: string | null;
  /** The table of those who handled the row, when the column refers to them: they do not own it. */
  readonly accessor: string | null;
  readonly access: 'shown' | 'masked' | 'not-copied';
  readonly cell: CellFate;
  /** It goes along when its person leaves a row that others stay on. */
  readonly leaves: boolean;
}

/** What becomes of a cell in a row that stays although the person in it goes. */
export type CellFate =
  | { readonly kind: 'left' }
  | { readonly kind: 'null' }
  /** A value that says nothing, in a column that may not be NULL or whose values must stay apart. */
  | { readonly kind: 'neutral'; readonly distinct: boolean }
  /** The database computes it from other columns. */
  | { readonly kind: 'computed' }
  /** A reference, which becomes NULL when what it refers to goes. */
  | { readonly kind: 'released' };

/** A person may be reached in many ways; the shortest say enough. */
const mostPaths = 6;
const longestPath = 12;

/** @param on the day on which terms are counted. */
export function tableFacts(
  map: DataMap,
  id: string,
  { policy, on }: { readonly policy: Policy; readonly on: Temporal.PlainDate },
): TableFacts {
  const table = present(map.tables.get(id), id);
  const selection = selectTables(map, policy, on);
  const selected = selection.tables.find((candidate) => candidate.id === id);
  const personal = selected?.use === 'personal' ? selected : undefined;
  const released = new Set(
    referencesTo(map, selection)
      .filter(({ from }) => from.table === id)
      .flatMap(({ nullableColumns }) => nullableColumns),
  );
  return {
    source: map.source,
    table: id,
    use: table.use,
    subject: table.subject,
    paths: personal === undefined ? [] : pathsToPeople(map, selection, personal),
    shared: (personal?.owners.length ?? 0) > 1 || personal?.owners[0]?.reference === 'other',
    retention: table.retention,
    hold: table.hold,
    onErasure: table.onErasure,
    columns: table.columns.map((column): ColumnFacts => {
      const chosen = selected?.columns.find(({ name }) => name === column.name);
      return {
        name: column.name,
        type: column.type,
        category: column.personal?.category ?? null,
        paths: column.personal?.paths ?? [],
        purposes: column.personal?.purposes ?? [],
        origin: column.personal?.origin ?? null,
        about: chosen?.about ?? null,
        accessor: accessorOf(table, column.name),
        access: chosen === undefined ? 'not-copied' : chosen.onAccess === 'mask' ? 'masked' : 'shown',
        cell: cellFate(chosen, { personal, released: released.has(column.name) }),
        leaves: personal !== undefined && leavesWith(personal, column.name),
      };
    }),
  };
}

function accessorOf({ links }: MappedTable, column: string): string | null {
  const link = links.find(
    ({ kind, reference, rowColumns }) =>
      kind === 'accessed-by' && reference === 'row' && rowColumns.includes(column),
  );
  return link?.table ?? null;
}

function cellFate(
  column: SelectedColumn | undefined,
  { personal, released }: { readonly personal: SelectedTable | undefined; readonly released: boolean },
): CellFate {
  if (released) return { kind: 'released' };
  if (column === undefined || personal === undefined) return { kind: 'left' };
  if (column.personal && column.generated) return { kind: 'computed' };
  if (!redactedColumns(personal).includes(column.name)) return { kind: 'left' };
  return column.onErasure === 'null' && column.nullable
    ? { kind: 'null' }
    : { kind: 'neutral', distinct: column.unique };
}

function leavesWith(table: SelectedTable, column: string): boolean {
  return (
    table.owners.length > 1 && table.owners.some(({ name }) => leftColumns(table, name).includes(column))
  );
}

/** The shortest first. A table that owns itself is passed once a path. */
function pathsToPeople(map: DataMap, selection: Selection, start: SelectedTable): readonly OwnerPath[] {
  const owners = new Map(selection.tables.map((table) => [table.id, table.owners]));
  const found: OwnerPath[] = [];
  let open: readonly { readonly at: string; readonly steps: readonly OwnerStep[] }[] = [
    { at: start.id, steps: [] },
  ];
  for (let length = 0; length < longestPath && open.length > 0 && found.length < mostPaths; length++) {
    open = open.flatMap(({ at, steps }) =>
      (owners.get(at) ?? [])
        .filter(({ table }) => table !== start.id && !steps.some(({ to }) => to === table))
        .map((link) => ({ at: link.table, steps: [...steps, ownerStep(at, link)] })),
    );
    for (const { at, steps } of open) {
      const group = map.tables.get(at)?.subject?.group;
      if (group !== undefined) found.push({ steps, subject: { table: at, group } });
    }
    // What branches without end is cut: the shortest ways are the ones that say something.
    open = open.slice(0, 100);
  }
  return found.slice(0, mostPaths);
}

function ownerStep(from: string, { name, kind, table }: SelectedLink): OwnerStep {
  return { from, link: name, kind: kind === 'co-owned' ? 'co-owned' : 'owned-by', to: table };
}
