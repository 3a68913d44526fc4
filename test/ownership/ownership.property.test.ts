import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../support/test-database.ts';
import { casesOr, describeOwnership } from './ownership.suite.ts';
import { type Manner, postgresqlBench } from './postgresql-world.ts';
import { sqliteBench } from './sqlite-world.ts';

/** A failure prints the seed of its world; `OWNERSHIP_CASES=10000 npm test` tries more. */
describe('the ownership rule on SQLite', () => {
  describeOwnership(() => sqliteBench, casesOr(1_000));
});

describe.each<Manner>(['in one statement', 'by a script'])(
  'the ownership rule on PostgreSQL, %s',
  (manner) => {
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
    describeOwnership(() => postgresqlBench(client, manner), Math.ceil(casesOr(400) / 2));
  },
);
