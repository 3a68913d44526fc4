import { nearestName, suggestName } from '../policy/nearest-name.ts';
import type { Catalog, CatalogTable } from './catalog.ts';

/** A table, or one of its columns, as somebody means it who writes `customers.email`. */
export interface NamedColumn {
  readonly source: string;
  readonly table: string;
  /** Null: the table as a whole. */
  readonly column: string | null;
}

export type ResolvedName =
  | { readonly kind: 'found'; readonly named: NamedColumn }
  /** Several are called so. @see fullName */
  | { readonly kind: 'several'; readonly named: readonly NamedColumn[] }
  | { readonly kind: 'unknown'; readonly hint: string };

/**
 * What is meant by `TABLE`, `TABLE.COLUMN` or either with `SOURCE.` before it. A table may have a dot in its own name
 * (`sales.orders`), so that names are compared whole and not in parts. Case counts only where it tells two apart.
 */
export function resolveName(written: string, catalogs: readonly Catalog[]): ResolvedName {
  const tables = catalogs.flatMap(({ source, tables: all }) => all.map((table) => ({ source, table })));
  const exact = namedSo(written, tables, (text) => text);
  const found =
    exact.length > 0 ? exact : namedSo(written.toLowerCase(), tables, (text) => text.toLowerCase());
  const [first] = found;
  if (first === undefined) return { kind: 'unknown', hint: hintFor(written, tables) };
  return found.length === 1 ? { kind: 'found', named: first } : { kind: 'several', named: found };
}

/** `crm.customers.email` */
export function fullName({ source, table, column }: NamedColumn): string {
  return column === null ? `${source}.${table}` : `${source}.${table}.${column}`;
}

interface Sourced {
  readonly source: string;
  readonly table: CatalogTable;
}

function namedSo(
  written: string,
  tables: readonly Sourced[],
  fold: (text: string) => string,
): readonly NamedColumn[] {
  return tables.flatMap(({ source, table }) =>
    [table.id, `${source}.${table.id}`].flatMap((name): readonly NamedColumn[] => {
      const start = fold(name);
      if (written === start) return [{ source, table: table.id, column: null }];
      if (!written.startsWith(`${start}.`)) return [];
      const rest = written.slice(start.length + 1);
      return table.columns
        .filter((column) => fold(column.name) === rest)
        .map((column) => ({ source, table: table.id, column: column.name }));
    }),
  );
}

function hintFor(written: string, tables: readonly Sourced[]): string {
  const dot = written.lastIndexOf('.');
  const [head, tail] = [written.slice(0, Math.max(dot, 0)).toLowerCase(), written.slice(dot + 1)];
  const spelled = ({ source, table }: Sourced) => [table.id, `${source}.${table.id}`];
  const named = tables.find((each) => spelled(each).some((name) => name.toLowerCase() === head));
  if (named !== undefined) {
    const { table } = named;
    return suggestName(
      `${table.id}.${tail}`,
      table.columns.map(({ name }) => `${table.id}.${name}`),
      'column',
    );
  }
  const meant = nearestName(head, tables.flatMap(spelled));
  const near = tables.find((each) => meant !== null && spelled(each).includes(meant));
  const column = near?.table.columns.find(({ name }) => name.toLowerCase() === tail.toLowerCase());
  if (near !== undefined && column !== undefined) return `did you mean "${near.table.id}.${column.name}"?`;
  const called = tables.filter(({ table }) =>
    table.columns.some(({ name }) => name.toLowerCase() === written.toLowerCase()),
  );
  if (called.length > 0) {
    const names = called.slice(0, 12).map(({ source, table }) => `${source}.${table.id}.${written}`);
    return `columns that are called so: ${names.join(', ')}${called.length > 12 ? ', …' : ''}`;
  }
  return suggestName(
    written,
    tables.map(({ table }) => table.id),
    'table',
  );
}
