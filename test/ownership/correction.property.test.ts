import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { mariadbSource } from '../../src/sources/mariadb/mariadb-source.ts';
import type { Source } from '../../src/sources/source.ts';
import { emptyMariadb, type MariadbTestDatabase, mariadbServer } from '../support/mariadb.ts';
import { emptyDatabase, type TestDatabase } from '../support/test-database.ts';
import { describeCorrections } from './correction.suite.ts';
import { mariadbBench } from './mariadb-world.ts';
import { casesOr } from './ownership.suite.ts';
import { postgresqlBench } from './postgresql-world.ts';
import { sqliteBench } from './sqlite-world.ts';

describe('corrections on SQLite', () => {
  describeCorrections(() => sqliteBench, casesOr(500));
});

describe('corrections on PostgreSQL', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await emptyDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database[Symbol.asyncDispose]();
  });
  describeCorrections(() => postgresqlBench(client, 'in one statement'), casesOr(200));
});

const server = await mariadbServer();
const reason = server.kind === 'missing' ? ` (${server.reason})` : '';

describe.skipIf(server.kind === 'missing')(`corrections on MariaDB${reason}`, () => {
  if (server.kind === 'missing') return;
  const { port, stop } = server;
  let database: MariadbTestDatabase;
  let source: Source;
  beforeAll(async () => {
    database = await emptyMariadb(port);
    source = mariadbSource('world', database.url);
  });
  afterAll(async () => {
    await source.close();
    await database[Symbol.asyncDispose]();
    await stop();
  });
  describeCorrections(() => mariadbBench(database, source), casesOr(80));
});
