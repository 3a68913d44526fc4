import pg from 'pg';
import { expect, test } from 'vitest';
import { emptyDatabase } from '../../test/support/test-database.ts';
import { sha256Hex } from '../base/hash.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';

test('four processes that migrate at once leave one complete history', async () => {
  await using database = await emptyDatabase();
  await Promise.all([1, 2, 3, 4].map(() => migrate(database.url)));
  await migrate(database.url);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ number: number }>(
    'select number from gestand.schema_migration order by number',
  );
  await client.end();
  expect(rows.map(({ number }) => number)).toEqual(readMigrations().map(({ number }) => number));
});

test('a migration that fails leaves nothing behind', async () => {
  await using database = await emptyDatabase();
  const sql = 'create table gestand.half (a int); select 1 / 0;';
  const broken: Migration = { number: 1, name: 'broken', sql, hash: sha256Hex(sql) };
  await expect(migrate(database.url, [broken])).rejects.toThrow(/division by zero/);
  await migrate(database.url);
});

test('refuses a history that is not ours', async () => {
  await using database = await emptyDatabase();
  await migrate(database.url);
  const [first, ...rest] = readMigrations();
  await expect(
    migrate(database.url, [...(first ? [{ ...first, hash: 'other' }] : []), ...rest]),
  ).rejects.toMatchObject({ code: 'conflict' });
  await expect(migrate(database.url, first ? [first] : [])).rejects.toThrow(/newer version/);
});

test('a server that is not there is one clear sentence without the password', async () => {
  const failure = migrate('postgres://gestand:geheim@127.0.0.1:1/gestand');
  await expect(failure).rejects.toMatchObject({ code: 'store-unreachable' });
  await expect(failure).rejects.not.toThrow(/geheim/);
  await expect(failure).rejects.toThrow(/127\.0\.0\.1:1\/gestand cannot be reached \(ECONNREFUSED\)/);
});

const forbidden: readonly (readonly [string, RegExp])[] = [
  ['advisory locks', /advisory_/i],
  ['LISTEN or NOTIFY', /\b(listen|notify|pg_notify)\b/i],
  ['deferrable constraints', /\bdeferrable\b|\bdeferred\b/i],
  [
    'one global sequence',
    /\b(serial|bigserial|smallserial)\b|\bsequence\b|\bnextval\b|generated\s+\w+\s+.*identity/i,
  ],
  ["the database's clock", /\bnow\s*\(|\bcurrent_(timestamp|date|time)\b|\bclock_timestamp\b/i],
  ['triggers', /\bcreate\s+(or\s+replace\s+)?trigger\b/i],
];
// Each of these is followed by a list of columns.
const keys = [
  /primary key \(([^)]*)\)/gi,
  /unique \(([^)]*)\)/gi,
  /foreign key \(([^)]*)\)/gi,
  /references gestand\.\w+ \(([^)]*)\)/gi,
  /create (?:unique )?index \w+\s+on gestand\.\w+(?: using \w+)? \(([^)]*)\)/gi,
];

/** What is against the rules in the text of a migration. */
function faultsOf(text: string): readonly string[] {
  const sql = text.replace(/--.*$/gm, '').replace(/\s+/g, ' ');
  const faults = forbidden.filter(([, pattern]) => pattern.test(sql)).map(([what]) => what);
  for (const pattern of keys)
    for (const [clause, columns] of sql.matchAll(pattern))
      if (!columns?.trim().startsWith('organisation_id')) faults.push(`not by organisation: ${clause}`);
  for (const [table, name, body] of sql.matchAll(/create table (gestand\.\w+) \((.*?)\);/gi)) {
    if (!body?.trim().startsWith('organisation_id text')) faults.push(`without organisation_id: ${name}`);
    if (!/primary key/i.test(table)) faults.push(`without primary key: ${name}`);
    // A key written behind its column has that column alone.
    for (const [column] of body?.matchAll(/(\w+) [\w[\]]+(?: not null)? (?:primary key|unique)(?! \()/gi) ??
      [])
      if (!column.startsWith('organisation_id')) faults.push(`not by organisation: ${column}`);
  }
  for (const [statement] of sql.matchAll(/create table (?!gestand\.)\S+/gi))
    faults.push(`outside our schema: ${statement}`);
  return faults;
}

test.each(readMigrations())('migration $number $name spreads over machines by organisation', ({ sql }) => {
  expect(faultsOf(sql)).toEqual([]);
});

test.each([
  ['create table gestand.a (organisation_id text, id bigserial, primary key (organisation_id, id));'],
  ['create table gestand.a (organisation_id text, id text primary key);'],
  ['create table gestand.a (organisation_id text, id text, primary key (id, organisation_id));'],
  ['create table gestand.a (id text, primary key (id));'],
  [
    'create table gestand.a (organisation_id text, at timestamptz default now(), primary key (organisation_id));',
  ],
  ['create index a_b on gestand.a (b);'],
  ['alter table gestand.a add foreign key (organisation_id, b) references gestand.b (id) deferrable;'],
  ['select pg_advisory_xact_lock(1);'],
  ['create table a (organisation_id text primary key);'],
])('the rules notice %s', (sql) => {
  expect(faultsOf(sql)).not.toEqual([]);
});
