import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import type { Catalog, CatalogTable } from '../../src/catalog/catalog.ts';
import { mariadbSource } from '../../src/sources/mariadb/mariadb-source.ts';
import { postgresqlSource } from '../../src/sources/postgresql/postgresql-source.ts';
import type { Source } from '../../src/sources/source.ts';
import { emptyMariadb, mariadbServer } from '../support/mariadb.ts';
import { emptyDatabase } from '../support/test-database.ts';
import { keptForeignKeys, keptUniqueKeys, schemaStatements } from './create-schema.ts';
import { type LabelledSchema, labelledSchemas, parseSchema } from './labelled-schema.ts';

const schemas = labelledSchemas();
const server = await mariadbServer();
const reason = server.kind === 'missing' ? ` (${server.reason})` : '';
const port = server.kind === 'ready' ? server.port : 0;

function ofFlavour(flavour: LabelledSchema['flavour']) {
  return schemas
    .filter((schema) => schema.flavour === flavour)
    .map((schema) => [schema.name, schema] as const);
}

async function introspected(source: Source): Promise<Catalog> {
  try {
    return await source.introspect();
  } finally {
    await source.close();
  }
}

/** What a database must give back of a table; the columns of a primary key cannot be empty whatever was written. */
function shape(table: CatalogTable, tables: readonly CatalogTable[]) {
  return {
    name: table.name,
    columns: table.columns.map(({ name, family, nullable }) => ({
      name,
      family,
      nullable: nullable && !table.primaryKey.includes(name),
    })),
    primaryKey: table.primaryKey,
    uniqueKeys: keptUniqueKeys(table)
      .map((key) => key.join())
      .sort(),
    foreignKeys: keptForeignKeys(table, tables)
      .map(({ columns, to, toColumns }) => `${columns} ${to} ${toColumns}`)
      .sort(),
  };
}

function expectSame(schema: LabelledSchema, live: Catalog): void {
  const names = new Set(live.tables.map(({ name }) => name));
  expect(schema.tables.filter(({ name }) => !names.has(name))).toEqual([]);
  expect(live.tables).toHaveLength(schema.tables.length);
  for (const table of schema.tables) {
    const found = live.tables.find(({ name }) => name === table.name);
    expect(found && shape(found, live.tables)).toEqual(shape(table, schema.tables));
  }
}

describe('a fixture, made in a real database, is introspected as it was written down', () => {
  test.each(ofFlavour('postgresql'))('%s, PostgreSQL', async (_name, schema) => {
    await using database = await emptyDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(schemaStatements(schema).join(';\n'));
    await client.end();
    expectSame(schema, await introspected(postgresqlSource('made', database.url)));
  });

  describe.skipIf(server.kind === 'missing')(`MariaDB${reason}`, () => {
    afterAll(async () => {
      if (server.kind === 'ready') await server.stop();
    });

    test.each(ofFlavour('mysql'))('%s', async (_name, schema) => {
      await using database = await emptyMariadb(port);
      await database.client.query(schemaStatements(schema).join(';\n'));
      expectSame(schema, await introspected(mariadbSource('made', database.url)));
    });
  });
});

test('a schema of SQLite is refused', () => {
  expect(() => schemaStatements(parseSchema('list', '# flavour: sqlite\n'))).toThrow('its own script');
});
