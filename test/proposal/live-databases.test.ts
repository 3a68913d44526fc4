import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { present } from '../../src/base/assert.ts';
import type { Catalog, CatalogTable } from '../../src/catalog/catalog.ts';
import { categories } from '../../src/catalog/classification/category.ts';
import type { Proposal } from '../../src/catalog/classification/proposal.ts';
import type { ProposedLink, ProposedTable } from '../../src/catalog/proposal/map-proposal.ts';
import { proposeMap } from '../../src/catalog/proposal/propose-map.ts';
import { mariadbSource } from '../../src/sources/mariadb/mariadb-source.ts';
import { postgresqlSource } from '../../src/sources/postgresql/postgresql-source.ts';
import type { Source } from '../../src/sources/source.ts';
import { keptForeignKeys, keptUniqueKeys, schemaStatements } from '../classification/create-schema.ts';
import { type LabelledSchema, labelledSchemas, parseSchema } from '../classification/labelled-schema.ts';
import { type SchemaScore, scoreSchema } from '../classification/score.ts';
import { gestand } from '../cli/gestand.ts';
import { emptyMariadb, mariadbServer } from '../support/mariadb.ts';
import { emptyDatabase } from '../support/test-database.ts';
import { type ScoredTables, scoreEdges } from './edge-score.ts';

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

/** What the tables in the docs say of a schema is what its database gets. */
function expectSameScore(schema: LabelledSchema, live: ScoredTables): void {
  const [columns, writtenColumns] = [scoreSchema(schema, live), scoreSchema(schema)];
  const mistaken = ({ mistakes }: SchemaScore) => mistakes.map(({ column }) => column).sort();
  expect(mistaken(columns)).toEqual(mistaken(writtenColumns));
  expect(columns.score).toEqual(writtenColumns.score);
  const [found, written] = [scoreEdges(schema, live), scoreEdges(schema)];
  expect([found.wrong, found.missed].map(sorted)).toEqual([written.wrong, written.missed].map(sorted));
  expect(found.score).toEqual(written.score);
}

function sorted(edges: readonly string[]): readonly string[] {
  return edges.toSorted();
}

/** As `gestand init --json` prints it. */
interface Printed {
  readonly sources: readonly {
    readonly tables: readonly (Pick<ProposedTable, 'use' | 'subject'> & {
      readonly table: string;
      readonly columns: readonly {
        readonly column: string;
        readonly category: Proposal['category'];
        readonly policyCategory: string | null;
      }[];
      readonly edges: readonly Pick<ProposedLink, 'kind' | 'reference' | 'columns' | 'table'>[];
    })[];
  }[];
}

async function printedFor(url: string): Promise<ScoredTables> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'gestand-init-'));
  const place = { folder: folder.path, environment: { GESTAND_HOME: join(folder.path, 'home') } };
  const shown = await gestand(['init', '--source', `live=${url}`, '--json'], place);
  expect(shown, shown.err).toMatchObject({ code: 0 });
  const { sources } = JSON.parse(shown.out) as Printed;
  const tables = present(sources[0], 'source').tables.map(({ table, use, subject, columns, edges }) => ({
    id: table,
    use,
    subject,
    links: edges,
    columns: new Map(
      columns.map(({ column, category, policyCategory }): [string, Proposal] => {
        const { policy, dpv } = categories[category === 'not-personal' ? 'activity' : category];
        const suggestion = policyCategory === null ? null : { policy, dpv };
        return [column, { category, suggestion, confidence: 1, reasons: [] }];
      }),
    ),
  }));
  return { tables };
}

describe('a fixture, made in a real database, is introspected as it was written down and scores the same', () => {
  test.each(ofFlavour('postgresql'))('%s, PostgreSQL', async (_name, schema) => {
    await using database = await emptyDatabase();
    await fill(database.url, schema);
    const live = await introspected(postgresqlSource('live', database.url));
    expectSame(schema, live);
    expectSameScore(schema, proposeMap(live));
  });

  test.each(ofFlavour('postgresql').filter(([name]) => name === 'directus'))(
    '%s, PostgreSQL, through gestand init',
    async (_name, schema) => {
      await using database = await emptyDatabase();
      await fill(database.url, schema);
      expectSameScore(schema, await printedFor(database.url));
    },
  );

  describe.skipIf(server.kind === 'missing')(`MariaDB${reason}`, () => {
    afterAll(async () => {
      if (server.kind === 'ready') await server.stop();
    });

    test.each(ofFlavour('mysql'))('%s', async (_name, schema) => {
      await using database = await emptyMariadb(port);
      await database.client.query(schemaStatements(schema).join(';\n'));
      const live = await introspected(mariadbSource('live', database.url));
      expectSame(schema, live);
      expectSameScore(schema, proposeMap(live));
    });

    test.each(ofFlavour('mysql').filter(([name]) => name === 'wordpress'))(
      '%s, through gestand init',
      async (_name, schema) => {
        await using database = await emptyMariadb(port);
        await database.client.query(schemaStatements(schema).join(';\n'));
        expectSameScore(schema, await printedFor(database.url));
      },
    );
  });
});

async function fill(url: string, schema: LabelledSchema): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(schemaStatements(schema).join(';\n'));
  await client.end();
}

test('a schema of SQLite is refused', () => {
  expect(() => schemaStatements(parseSchema('list', '# flavour: sqlite\n'))).toThrow('its own script');
});
