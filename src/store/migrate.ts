import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { GestandError } from '../base/error.ts';
import { sha256Hex } from '../base/hash.ts';
import { isUnreachable, mayRetry, sqlState, sqlStateOf, storeUnreachable } from './database-error.ts';

/** One step in the history of our tables: `sql/0001-cases.sql`. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

const attemptsPerMigration = 20;
const fileName = /^(\d{4})-([a-z0-9-]+)\.sql$/;
const meanwhileMade = new Set<string | undefined>([
  sqlState.uniqueViolation,
  sqlState.duplicateSchema,
  sqlState.duplicateTable,
  sqlState.duplicateObject,
]);

/** The migrations of this version, in order; their numbers follow each other without a gap. */
export function readMigrations(): readonly Migration[] {
  const folder = join(import.meta.dirname, 'sql');
  return readdirSync(folder)
    .sort()
    .map((file, index) => {
      const [, number, name] = fileName.exec(file) ?? [];
      if (number === undefined || name === undefined || Number(number) !== index + 1)
        throw new Error(`${join(folder, file)} is not the migration with number ${index + 1}`);
      const sql = readFileSync(join(folder, file), 'utf8');
      return { number: Number(number), name, sql, hash: sha256Hex(sql) };
    });
}

/**
 * Brings the tables of Gestand's own database up to date. Several processes may do so at once: each
 * migration is one transaction that begins with writing its number under a primary key, so the second process
 * waits for the first and then finds it done. No advisory lock: a distributed PostgreSQL may not have them.
 *
 * @throws GestandError store-unreachable; conflict when the database is of a newer Gestand, or an applied
 * migration was changed afterwards.
 */
export async function migrate(url: string, migrations = readMigrations()): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'gestand migrate' });
  // Without a listener a connection lost between two statements ends the process; the next statement tells it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await again(client, `create schema if not exists gestand`);
    await again(
      client,
      `create table if not exists gestand.schema_migration (
         number int primary key, name text not null, hash text not null)`,
    );
    const newest = await client.query<{ number: number | null }>(
      'select max(number) as number from gestand.schema_migration',
    );
    if ((newest.rows[0]?.number ?? 0) > migrations.length) throw newerDatabase();
    for (const migration of migrations) await applyOnce(client, migration);
  } catch (error) {
    throw isUnreachable(error) ? storeUnreachable(url, error) : error;
  } finally {
    await client.end();
  }
}

async function applyOnce(client: pg.Client, migration: Migration): Promise<void> {
  const { number, name, hash, sql } = migration;
  for (let attempt = 1; ; attempt++) {
    const known = await client.query<{ hash: string }>(
      'select hash from gestand.schema_migration where number = $1',
      [number],
    );
    const applied = known.rows[0];
    if (applied !== undefined) {
      if (applied.hash !== hash) throw changedMigration(migration);
      return;
    }
    try {
      await client.query('begin');
      await client.query('insert into gestand.schema_migration (number, name, hash) values ($1, $2, $3)', [
        number,
        name,
        hash,
      ]);
      await client.query(sql);
      await client.query('commit');
      return;
    } catch (error) {
      await client.query('rollback');
      const raced = meanwhileMade.has(sqlStateOf(error)) || mayRetry(error);
      if (!raced || attempt === attemptsPerMigration) throw error;
    }
  }
}

// "if not exists" looks first and creates later; two at once can both look, and then the second fails.
async function again(client: pg.Client, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      if (!meanwhileMade.has(sqlStateOf(error)) || attempt === attemptsPerMigration) throw error;
    }
  }
}

function newerDatabase(): GestandError {
  return new GestandError(
    'conflict',
    'The database was made by a newer version of Gestand. Install that version, or put a backup from before it back.',
  );
}

function changedMigration({ number, name }: Migration): GestandError {
  return new GestandError(
    'conflict',
    `Migration ${number} (${name}) was changed after this database had it. Put its file back as it was and add a new migration.`,
  );
}
