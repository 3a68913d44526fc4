import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import pg from 'pg';
import { allRows, copyTable, quote } from './copy.ts';
import { createMariadbDatabase } from './create-mariadb.ts';
import { billingTables } from './rows/billing-rows.ts';
import { crmActivity } from './rows/crm-activity.ts';
import { crmCompany } from './rows/crm-company.ts';
import { crmPeople } from './rows/crm-people.ts';
import { newsletterTables } from './rows/newsletter-rows.ts';
import { type ExampleTable, makeWorld, type World } from './rows/world.ts';
import { schemaScript } from './schema-script.ts';

export type ExampleSource = 'crm' | 'billing' | 'newsletter';

export interface ExampleOptions {
  /** The connection string of an empty PostgreSQL database. */
  readonly crmUrl: string;
  /** Another one; or of a MariaDB database (`mariadb://…`), which is made where there is none of that name. */
  readonly billingUrl: string;
  /** Path of the SQLite file. */
  readonly newsletterFile: string;
  /** Private customers, 50 to 3,000,000. */
  readonly people: number;
  /** The day on which the example is created: all dates are counted from it. */
  readonly today: Temporal.PlainDate;
  readonly onProgress?: (progress: ExampleProgress) => void;
}

export interface ExampleProgress {
  readonly source: ExampleSource;
  readonly table: string;
  /** Rows of that table written so far. */
  readonly rows: number;
}

export interface CreatedExample {
  /** What was made; a source that was there already is left as it is. */
  readonly created: readonly ExampleSource[];
  readonly rows: number;
}

/** Rows between two commits of the SQLite file. */
const batchRows = 20_000;

/**
 * Creates the three sources of the CarConnect example, tables and rows. The same `people` and `today` give the
 * same rows, whenever and wherever. Each source appears whole or not at all.
 *
 * @throws RangeError when `people` is out of range; the drivers' errors when a database cannot be reached.
 */
export async function createExample(options: ExampleOptions): Promise<CreatedExample> {
  const world = makeWorld(options.people, options.today);
  const created: ExampleSource[] = [];
  let rows = 0;
  const add = (source: ExampleSource, count: number | null): void => {
    if (count === null) return;
    created.push(source);
    rows += count;
  };
  const report = (source: ExampleSource) => (table: string, count: number) =>
    options.onProgress?.({ source, table, rows: count });
  add('crm', await createDatabase(options.crmUrl, 'crm.sql', crmTables(world), report('crm')));
  const [createBilling, billingSchema] = billingMakers[new URL(options.billingUrl).protocol] ?? inPostgresql;
  add(
    'billing',
    await createBilling(options.billingUrl, billingSchema, billingTables(world), report('billing')),
  );
  add('newsletter', await createFile(options.newsletterFile, newsletterTables(world), report('newsletter')));
  return { created, rows };
}

const inPostgresql = [createDatabase, 'billing.sql'] as const;
const inMariadb = [createMariadbDatabase, 'billing.mariadb.sql'] as const;
/** By the scheme of the connection string. */
const billingMakers: Readonly<Record<string, typeof inPostgresql | typeof inMariadb>> = {
  'mariadb:': inMariadb,
  'mysql:': inMariadb,
};

/** In the order of their keys. */
function crmTables(world: World): readonly ExampleTable[] {
  return [...crmCompany(world), ...crmPeople(world), ...crmActivity(world)];
}

type Report = (table: string, rows: number) => void;

/** In one transaction; keys and indexes after the rows. Returns null when the tables are there already. */
async function createDatabase(
  url: string,
  file: string,
  tables: readonly ExampleTable[],
  report: Report,
): Promise<number | null> {
  const [before, after] = await schemaScript(file);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const names = tables.map(({ name }) => name);
    const present = await client.query(
      'SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = ANY ($2)',
      ['public', names],
    );
    if (present.rows.length === names.length) return null;
    await client.query('BEGIN');
    await client.query(before);
    let rows = 0;
    for (const table of tables) {
      rows += await copyTable(client, table, (count) => report(table.name, count));
      if (table.columns.includes('id')) await client.query(continueNumbering(table.name));
    }
    await client.query(after);
    await client.query('COMMIT');
    await client.query('ANALYZE');
    return rows;
  } finally {
    await client.end();
  }
}

/** Rows were copied with their numbers; the next one must not be given out twice. Does nothing without a sequence. */
function continueNumbering(table: string): string {
  const literal = `'${quote(table).replaceAll("'", "''")}'`;
  return `SELECT setval(sequence, greatest((SELECT max(id) FROM ${quote(table)}), 1))
    FROM pg_get_serial_sequence(${literal}, 'id') AS sequence WHERE sequence IS NOT NULL`;
}

/** Beside its place first, so that a file that is there is whole. */
async function createFile(
  file: string,
  tables: readonly ExampleTable[],
  report: Report,
): Promise<number | null> {
  if (existsSync(file)) return null;
  const unfinished = `${file}.unfinished`;
  await mkdir(dirname(file), { recursive: true });
  await rm(unfinished, { force: true });
  const [before, after] = await schemaScript('newsletter.sql');
  const database = new DatabaseSync(unfinished);
  let rows = 0;
  try {
    // A crash leaves an unfinished file that the next run throws away: nothing needs to survive it.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;');
    database.exec(before);
    for (const table of tables) rows += await insertTable(database, table, report);
    database.exec(after);
    database.exec('ANALYZE;');
  } finally {
    database.close();
  }
  await rename(unfinished, file);
  return rows;
}

async function insertTable(database: DatabaseSync, table: ExampleTable, report: Report): Promise<number> {
  const columns = table.columns.map(quote).join(', ');
  const marks = table.columns.map(() => '?').join(', ');
  const insert = database.prepare(`INSERT INTO ${quote(table.name)} (${columns}) VALUES (${marks})`);
  let rows = 0;
  database.exec('BEGIN');
  for (const cells of allRows(table)) {
    insert.run(...cells);
    rows += 1;
    if (rows % batchRows !== 0) continue;
    database.exec('COMMIT; BEGIN;');
    report(table.name, rows);
    // SQLite works on this thread; others get their turn between batches.
    await nextTurn();
  }
  database.exec('COMMIT');
  report(table.name, rows);
  return rows;
}
