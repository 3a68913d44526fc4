import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { templateDatabase } from './postgres-setup.ts';

/** A database of the test's own on a real server: `await using database = await emptyDatabase()`. */
export interface TestDatabase extends AsyncDisposable {
  readonly url: string;
  readonly name: string;
}

/** A new database without anything in it. Gone when the test's scope ends. */
export function emptyDatabase(): Promise<TestDatabase> {
  return makeDatabase('template0');
}

/** A new database with our own store in it, migrated and empty. */
export function storeDatabase(): Promise<TestDatabase> {
  return makeDatabase(templateDatabase);
}

/** Runs statements on the shared server itself, outside any test's database. */
export async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function makeDatabase(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer((client) => client.query(`create database ${name} template ${template}`));
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return {
    url: url.href,
    name,
    [Symbol.asyncDispose]: async () => {
      await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}
