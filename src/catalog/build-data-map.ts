import { hasErrors, sortDiagnostics } from '../base/diagnostic.ts';
import { suggestName } from '../policy/nearest-name.ts';
import type { PolicySource, PolicyTable } from '../policy/policy.ts';
import { checkCascades } from './cascade-check.ts';
import {
  type Catalog,
  type CatalogColumn,
  type CatalogTable,
  catalogHash,
  findTable,
  type SourceKind,
} from './catalog.ts';
import { checkCoOwners } from './co-owner-check.ts';
import { checkColumns } from './column-check.ts';
import type { DataMap, MappedColumn, MappedTable } from './data-map.ts';
import { type Finding, type Inspection, placeIn } from './finding.ts';
import { checkIndexes } from './index-check.ts';
import { mapLinks } from './link-map.ts';

export interface BuiltDataMap {
  /** Null when there is an error: what is not mapped is not touched, and not called complete either. */
  readonly map: DataMap | null;
  readonly findings: readonly Finding[];
}

/**
 * Policy × catalog of one source. Default deny: every column of every table is mapped or declared not personal, and
 * what is neither is an error. Views are copies of tables and count only when the policy declares them.
 */
export function buildDataMap(policy: PolicySource, catalog: Catalog): BuiltDataMap {
  const findings: Finding[] = [];
  const inspection: Inspection = {
    policy,
    catalog,
    say: (at, text) => {
      const { table, column = null } = at;
      findings.push({ ...text, source: policy.id, table, column, place: placeIn(policy, at) });
    },
  };
  if (policy.kind !== catalog.kind) {
    inspection.say(
      { table: null },
      {
        severity: 'error',
        code: 'other-kind',
        message: `the policy says ${policy.kind} and the database is ${catalog.kind}`,
        hint: `write kind: ${catalog.kind}, or connect the other database`,
      },
    );
  }
  checkUnmappedTables(inspection);
  const tables = policy.tables.flatMap((declared) => {
    const found = findTable(catalog, declared.id);
    if (found === undefined) sayTableGone(inspection, declared);
    return found === undefined ? [] : [mapTable(declared, found, inspection)];
  });
  checkIndexes(inspection, tables);
  checkCascades(inspection, tables);
  checkCoOwners(inspection, tables);
  const map = {
    source: policy.id,
    kind: catalog.kind,
    catalogHash: catalogHash(catalog),
    tables: new Map(tables.map((table) => [table.id, table])),
  };
  return { map: hasErrors(findings) ? null : map, findings: sortDiagnostics(findings) };
}

function checkUnmappedTables({ policy, catalog, say }: Inspection): void {
  const declared = new Set(policy.tables.map((table) => table.id));
  for (const table of catalog.tables) {
    if (table.kind === 'view' || declared.has(table.id)) continue;
    say(
      { table: table.id },
      {
        severity: 'error',
        code: 'unmapped-table',
        message: `the database ${policy.id} has a table ${table.id}, and the policy does not name it`,
        hint: `add ${table.id} under "tables:" with its columns, or "${table.id}: not-personal"`,
      },
    );
  }
}

function sayTableGone({ policy, catalog, say }: Inspection, { id }: PolicyTable): void {
  const unmapped = catalog.tables
    .map((table) => table.id)
    .filter((name) => !policy.tables.some((table) => table.id === name));
  say(
    { table: id },
    {
      severity: 'error',
      code: 'table-gone',
      message: `the policy names a table ${id}, and the database ${policy.id} has none`,
      hint:
        unmapped.length > 0
          ? `was it renamed? ${suggestName(id, unmapped, 'table')}`
          : 'take it out of the policy, with its columns and links',
    },
  );
}

function mapTable(declared: PolicyTable, found: CatalogTable, inspection: Inspection): MappedTable {
  checkColumns(inspection, declared, found);
  const { hold } = declared;
  const key = keyOf(found);
  if (key.length === 0) {
    if (declared.subject !== null) sayNamelessPeople(inspection, found);
    else if (declared.use !== 'not-personal') sayNamelessRows(inspection, found);
  }
  return {
    id: found.id,
    schema: found.schema,
    name: found.name,
    use: declared.use,
    key,
    uniqueColumns: uniqueColumnsOf(found),
    uniqueKeys: [found.primaryKey, ...found.uniqueKeys].filter((columns) => columns.length > 0),
    subject: declared.subject,
    columns: found.columns.map((column) => mapColumn(declared, column)),
    links: mapLinks(inspection, declared, found),
    foreignKeys: found.foreignKeys,
    retention: mapRetention(declared),
    hold,
    onErasure: declared.onErasure,
  };
}

function sayNamelessPeople({ say }: Inspection, found: CatalogTable): void {
  say(
    { table: found.id },
    {
      severity: 'error',
      code: 'subject-without-key',
      message: `the rows of ${found.id} are people and nothing tells one from another for good: the table has no key`,
      hint: 'give the table a primary key, or a unique key whose columns are not NULL',
    },
  );
}

/**
 * What to do about rows that nothing tells apart. Null where a row has a place of its own (`ctid`, `rowid`): there it can
 * be found again in a table without a key.
 */
const namelessRows: Readonly<Record<SourceKind, string | null>> = {
  postgresql: null,
  sqlite: null,
  mariadb: 'give the table a primary key: an auto_increment column will do',
  // Without tables there are no rows.
  manual: null,
  http: 'mark the columns of the resource that do: "key: true"',
};

function sayNamelessRows({ say, catalog }: Inspection, found: CatalogTable): void {
  const hint = namelessRows[catalog.kind];
  if (hint === null) return;
  say(
    { table: found.id },
    {
      severity: 'error',
      code: 'rows-without-key',
      message: `nothing tells the rows of ${found.id} apart: the table has no key, and this kind of source gives a row no address`,
      hint,
    },
  );
}

/** What tells one row from another: the primary key, else the shortest unique key that cannot hold NULL. */
function keyOf({ primaryKey, uniqueKeys, columns }: CatalogTable): readonly string[] {
  if (primaryKey.length > 0) return primaryKey;
  const nullable = new Set(columns.filter((column) => column.nullable).map((column) => column.name));
  return (
    uniqueKeys
      .filter((key) => key.length > 0 && !key.some((name) => nullable.has(name)))
      .toSorted((a, b) => a.length - b.length)[0] ?? []
  );
}

/**
 * Of an index the catalog tells what leads it, and not whether it is unique; so a column inside an expression, as in
 * `unique index on customers (lower(email))`, counts as unique. Keeping a value distinct in vain does no harm.
 */
function uniqueColumnsOf({ primaryKey, uniqueKeys, indexes, columns }: CatalogTable): ReadonlySet<string> {
  const names = columns.map((column) => column.name);
  const expressions = indexes.flat().filter((part) => !names.includes(part));
  const words = new Set(expressions.flatMap((part) => part.split(/[^\p{L}\p{N}_$]+/u)));
  const spelled = names.filter(
    (name) => words.has(name) || expressions.some((part) => part.includes(`"${name}"`)),
  );
  return new Set([...primaryKey, ...uniqueKeys.flat(), ...spelled]);
}

function mapColumn(table: PolicyTable, column: CatalogColumn): MappedColumn {
  const declared = table.columns.find((candidate) => candidate.name === column.name);
  // Context is about nobody, whatever stands in it.
  if (table.use !== 'personal' || declared?.kind !== 'personal') return { ...column, personal: null };
  const { category, about, origin, onAccess, onErasure } = declared;
  return {
    ...column,
    personal: {
      category,
      purposes: declared.purposes.length > 0 ? declared.purposes : table.purposes,
      about,
      origin,
      onAccess,
      onErasure: onErasure === 'null' && !column.nullable ? 'pseudonymise' : onErasure,
      ...(declared.paths === undefined ? {} : { paths: declared.paths }),
    },
  };
}

function mapRetention({ retention }: PolicyTable): MappedTable['retention'] {
  if (retention === null) return null;
  const { rule, from: column, orFrom: orColumn } = retention;
  return { rule, column, ...(orColumn === undefined ? {} : { orColumn }) };
}
