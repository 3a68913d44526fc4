import type { CatalogTable } from '../../src/catalog/catalog.ts';
import { typeFamily } from '../../src/catalog/type-family.ts';
import { quoted } from '../conformance/tested-kind.ts';
import type { LabelledSchema } from './labelled-schema.ts';

type LiveFlavour = Exclude<LabelledSchema['flavour'], 'sqlite'>;

/** What the two databases say differently when a table is made. */
interface SchemaDialect {
  quote(name: string): string;
  /** Types that the schema made for itself, with values that are made up: no fixture keeps them. */
  ownTypes(tables: readonly CatalogTable[]): readonly string[];
  /** Around the foreign keys. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const dialects: Readonly<Record<LiveFlavour, SchemaDialect>> = {
  postgresql: {
    quote: quoted,
    ownTypes: (tables) =>
      [...new Set(tables.flatMap(({ columns }) => columns.map(({ type }) => type)))]
        .filter((type) => typeFamily('postgresql', type) === 'other' && !builtIn.test(type))
        .map((type) => `create type ${type} as enum ('one', 'other')`),
    before: [],
    after: [],
  },
  mysql: {
    quote: (name) => `\`${name.replaceAll('`', '``')}\``,
    ownTypes: () => [],
    // A program may refer to a column of another width or without a key, and its own server was told to let it.
    before: ['set foreign_key_checks = 0'],
    after: ['set foreign_key_checks = 1'],
  },
};

const builtIn = /^((small|big)?serial|interval|tsvector|point|bit\(|int4|int2)/;

/**
 * Statements that make the tables of a labelled schema in an empty database, in an order that works: types, tables with
 * their primary and unique keys, then foreign keys. Keys that lead to a table, or name a column, outside the part that was
 * taken are left out. Names of keys are made up.
 *
 * @throws Error for a schema of SQLite, which is made by its own script.
 */
export function schemaStatements({ name, flavour, tables }: LabelledSchema): readonly string[] {
  if (flavour === 'sqlite') throw new Error(`${name}: is made by its own script`);
  const dialect = dialects[flavour];
  const foreignKeys = tables.flatMap((table) => foreignKeysOf(table, { tables, dialect }));
  return [
    ...dialect.ownTypes(tables),
    ...tables.map((table) => tableStatement(table, dialect)),
    ...dialect.before,
    ...foreignKeys,
    ...dialect.after,
  ];
}

function tableStatement(table: CatalogTable, dialect: SchemaDialect): string {
  const { quote } = dialect;
  const columns = table.columns.map(
    ({ name, type, nullable }) => `${quote(name)} ${type} ${nullable ? 'null' : 'not null'}`,
  );
  const primary = table.primaryKey.length > 0 ? [`primary key ${named(table.primaryKey, dialect)}`] : [];
  const unique = keptUniqueKeys(table).map((key) => `unique ${named(key, dialect)}`);
  return `create table ${quote(table.name)} (${[...columns, ...primary, ...unique].join(', ')})`;
}

/** Unique keys of columns that were taken, each once, and not what the primary key says already. */
export function keptUniqueKeys({
  uniqueKeys,
  primaryKey,
  columns,
}: CatalogTable): readonly (readonly string[])[] {
  const known = new Set(columns.map(({ name }) => name));
  return [...new Map(uniqueKeys.map((key) => [key.join(), key])).values()].filter(
    (key) => key.join() !== primaryKey.join() && key.every((column) => known.has(column)),
  );
}

/** Foreign keys to tables that were taken, each once. */
export function keptForeignKeys(
  { foreignKeys }: CatalogTable,
  tables: readonly CatalogTable[],
): CatalogTable['foreignKeys'] {
  const known = new Set(tables.map(({ name }) => name));
  return [...new Map(foreignKeys.map((key) => [`${key.columns} ${key.to}`, key])).values()].filter(({ to }) =>
    known.has(to),
  );
}

function foreignKeysOf(
  table: CatalogTable,
  { tables, dialect }: { readonly tables: readonly CatalogTable[]; readonly dialect: SchemaDialect },
): readonly string[] {
  return keptForeignKeys(table, tables).map(
    ({ columns, to, toColumns }) =>
      `alter table ${dialect.quote(table.name)} add foreign key ${named(columns, dialect)} references ${dialect.quote(to)} ${named(toColumns, dialect)}`,
  );
}

function named(columns: readonly string[], { quote }: SchemaDialect): string {
  return `(${columns.map(quote).join(', ')})`;
}
