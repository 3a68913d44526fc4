import { canonicalJson, type Json } from '../base/canonical-json.ts';
import type { Catalog, CatalogColumn, CatalogTable, TableId } from './catalog.ts';

/** A way in which a source's shape is not what it was. Rows and estimates are no part of the shape. */
export type CatalogChange =
  | { readonly kind: 'table-new'; readonly table: TableId }
  | { readonly kind: 'table-gone'; readonly table: TableId }
  | { readonly kind: 'column-new'; readonly table: TableId; readonly column: CatalogColumn }
  | { readonly kind: 'column-gone'; readonly table: TableId; readonly column: CatalogColumn }
  | {
      readonly kind: 'column-changed';
      readonly table: TableId;
      readonly before: CatalogColumn;
      readonly after: CatalogColumn;
    }
  | {
      readonly kind: 'keys-changed';
      readonly table: TableId;
      readonly keys: 'primary' | 'unique' | 'foreign';
    };

/** What changed between two looks at one source, by table and column; empty when the shape is the same. */
export function diffCatalogs(before: Catalog, after: Catalog): readonly CatalogChange[] {
  const [olds, news] = [byName(before.tables, ({ id }) => id), byName(after.tables, ({ id }) => id)];
  const ids = [...new Set([...olds.keys(), ...news.keys()])].sort();
  return ids.flatMap((table): readonly CatalogChange[] => {
    const [old, now] = [olds.get(table), news.get(table)];
    if (old === undefined) return [{ kind: 'table-new', table }];
    if (now === undefined) return [{ kind: 'table-gone', table }];
    return [...columnChanges(old, now), ...keyChanges(old, now)];
  });
}

function columnChanges(old: CatalogTable, now: CatalogTable): readonly CatalogChange[] {
  const [olds, news] = [byName(old.columns, ({ name }) => name), byName(now.columns, ({ name }) => name)];
  const table = now.id;
  return [...new Set([...olds.keys(), ...news.keys()])].sort().flatMap((name): readonly CatalogChange[] => {
    const [before, after] = [olds.get(name), news.get(name)];
    if (before === undefined)
      return after === undefined ? [] : [{ kind: 'column-new', table, column: after }];
    if (after === undefined) return [{ kind: 'column-gone', table, column: before }];
    return sameColumn(before, after) ? [] : [{ kind: 'column-changed', table, before, after }];
  });
}

function keyChanges(old: CatalogTable, now: CatalogTable): readonly CatalogChange[] {
  const keys = (catalog: CatalogTable): Readonly<Record<'primary' | 'unique' | 'foreign', Json>> => ({
    primary: catalog.primaryKey,
    unique: inOrder(catalog.uniqueKeys),
    foreign: inOrder(catalog.foreignKeys.map((key) => ({ ...key }))),
  });
  const [before, after] = [keys(old), keys(now)];
  return (['primary', 'unique', 'foreign'] as const)
    .filter((each) => !equal(before[each], after[each]))
    .map((each) => ({ kind: 'keys-changed', table: now.id, keys: each }));
}

/** A source lists its keys in no particular order. */
function inOrder(keys: readonly Json[]): Json {
  return keys.map(canonicalJson).sort();
}

function equal(a: Json, b: Json): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

/** Of every column of a source, so without spelling any of them out. */
function sameColumn(a: CatalogColumn, b: CatalogColumn): boolean {
  return (
    a.name === b.name &&
    a.type === b.type &&
    a.family === b.family &&
    a.nullable === b.nullable &&
    a.generated === b.generated &&
    a.maxLength === b.maxLength
  );
}

function byName<T>(items: readonly T[], name: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [name(item), item]));
}
