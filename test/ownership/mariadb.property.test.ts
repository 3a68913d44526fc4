import { afterAll, beforeAll, describe } from 'vitest';
import { mariadbSource } from '../../src/sources/mariadb/mariadb-source.ts';
import type { Source } from '../../src/sources/source.ts';
import { emptyMariadb, type MariadbTestDatabase, mariadbServer } from '../support/mariadb.ts';
import { mariadbBench } from './mariadb-world.ts';
import { casesOr, describeOwnership } from './ownership.suite.ts';

const server = await mariadbServer();
const reason = server.kind === 'missing' ? ` (${server.reason})` : '';

describe.skipIf(server.kind === 'missing')(`the ownership rule on MariaDB${reason}`, () => {
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
  // Each case makes and drops up to a dozen tables.
  describeOwnership(() => mariadbBench(database, source), casesOr(150));
});
