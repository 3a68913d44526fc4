import type { PolicyLink, PolicyTable } from '../policy/policy.ts';
import { type CatalogTable, findTable, type SourceKind, type TypeFamily } from './catalog.ts';
import { sameMembers } from './column-list.ts';
import type { MappedLink } from './data-map.ts';
import type { Inspection } from './finding.ts';

/** The links of a table with both ends' columns filled in; a link whose ends do not fit is left out and reported. */
export function mapLinks(
  inspection: Inspection,
  declared: PolicyTable,
  found: CatalogTable,
): readonly MappedLink[] {
  return declared.links.flatMap((link) => {
    const other = findTable(inspection.catalog, link.table);
    return other === undefined ? [] : (mapLink(inspection, link, { row: found, other }) ?? []);
  });
}

interface Ends {
  readonly row: CatalogTable;
  readonly other: CatalogTable;
}

function mapLink(inspection: Inspection, link: PolicyLink, { row, other }: Ends): MappedLink | null {
  const rowColumns = link.rowColumns.length > 0 ? link.rowColumns : row.primaryKey;
  const otherColumns = link.otherColumns.length > 0 ? link.otherColumns : other.primaryKey;
  const [child, parent] = link.reference === 'row' ? [row, other] : [other, row];
  const [childColumns, parentColumns] =
    link.reference === 'row' ? [rowColumns, otherColumns] : [otherColumns, rowColumns];
  const pair: ColumnPairs = { child, childColumns, parent, parentColumns };
  if (!endsFit(inspection, link, { row, pair })) return null;
  checkFamilies(inspection, link, { row, pair });
  return {
    name: link.name,
    kind: link.kind,
    table: other.id,
    reference: link.reference,
    rowColumns,
    otherColumns,
    nullable: childColumns.some(
      (name) => child.columns.find((column) => column.name === name)?.nullable ?? true,
    ),
    enforced: child.foreignKeys.some(
      (key) => key.to === parent.id && isPairing(key, childColumns, parentColumns),
    ),
  };
}

/** The referring columns and, in the same order, what they refer to. */
interface ColumnPairs {
  readonly child: CatalogTable;
  readonly childColumns: readonly string[];
  readonly parent: CatalogTable;
  readonly parentColumns: readonly string[];
}

interface LinkEnds {
  readonly row: CatalogTable;
  readonly pair: ColumnPairs;
}

function endsFit({ policy, say }: Inspection, link: PolicyLink, { row, pair }: LinkEnds): boolean {
  const { child, childColumns, parent, parentColumns } = pair;
  const at = { table: row.id, column: link.rowColumns[0] ?? null, place: link.place };
  const gone = [...missing(child, childColumns), ...missing(parent, parentColumns)];
  for (const { table, name } of gone) {
    // A declared column that is gone has been reported where it is declared.
    const declared = policy.tables.find((candidate) => candidate.id === table)?.columns ?? [];
    if (declared.some((column) => column.name === name)) continue;
    say(at, {
      severity: 'error',
      code: 'link-column-gone',
      message: `link "${link.name}" of ${row.id} uses ${table}.${name}, which does not exist`,
      hint: 'correct the name, or take the link out',
    });
  }
  if (gone.length > 0) return false;
  if (parentColumns.length === 0 || parentColumns.length !== childColumns.length) {
    const key =
      parentColumns.length === 0 ? 'has no primary key' : `has ${parentColumns.length} column(s) in its key`;
    say(at, {
      severity: 'error',
      code: 'link-without-key',
      message: `link "${link.name}" of ${row.id} refers with ${childColumns.length} column(s) to ${parent.id}, which ${key}`,
      hint: `name the columns of ${parent.id} it refers to: key: [..]`,
    });
    return false;
  }
  if (![parent.primaryKey, ...parent.uniqueKeys].some((key) => sameMembers(key, parentColumns))) {
    say(at, {
      severity: 'warning',
      code: 'link-not-to-a-key',
      message: `link "${link.name}" of ${row.id} refers to ${parent.id}(${parentColumns.join(', ')}), which is no key: several rows may match, and all of them count`,
      hint: 'refer to a primary or unique key, or make these columns unique',
    });
  }
  return true;
}

function missing(
  table: CatalogTable,
  names: readonly string[],
): readonly { readonly table: string; readonly name: string }[] {
  return names
    .filter((name) => !table.columns.some((column) => column.name === name))
    .map((name) => ({ table: table.id, name }));
}

function checkFamilies({ say, catalog }: Inspection, link: PolicyLink, { row, pair }: LinkEnds): void {
  for (const [index, name] of pair.childColumns.entries()) {
    const from = pair.child.columns.find((column) => column.name === name);
    const to = pair.parent.columns.find((column) => column.name === pair.parentColumns[index]);
    if (from === undefined || to === undefined || comparable(catalog.kind, from.family, to.family)) continue;
    say(
      { table: row.id, column: link.rowColumns[0] ?? null, place: link.place },
      {
        severity: 'error',
        code: 'link-types-differ',
        message: `link "${link.name}" of ${row.id} compares ${pair.child.id}.${from.name} (${from.type}) with ${pair.parent.id}.${to.name} (${to.type})`,
        hint: 'name the columns that belong together, or give them one type in the database',
      },
    );
  }
}

// SQLite compares values, not columns; a declared type says little about them.
function comparable(kind: SourceKind, a: TypeFamily, b: TypeFamily): boolean {
  const numbers: readonly TypeFamily[] = ['integer', 'decimal'];
  return a === b || kind === 'sqlite' || (numbers.includes(a) && numbers.includes(b));
}

function isPairing(
  key: { readonly columns: readonly string[]; readonly toColumns: readonly string[] },
  columns: readonly string[],
  toColumns: readonly string[],
): boolean {
  const pairs = (from: readonly string[], to: readonly string[]) =>
    from.map((name, index) => `${name}\0${to[index]}`);
  return sameMembers(pairs(key.columns, key.toColumns), pairs(columns, toColumns));
}
