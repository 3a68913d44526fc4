import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { neighbourUrl } from '../../src/store/neighbour-database.ts';
import { until } from './desk.ts';
import { everyRow } from './rows-by-hand.ts';
import { type ServedCompany, serveExample } from './served-company.ts';

/** After a backup of the customer system was restored, one command finds who was erased and erases exactly them: as an officer types it. */
const lotte = plantedCases['one-of-everything'].person;

let company: ServedCompany;
beforeAll(async () => {
  company = await serveExample(60);
}, 1_200_000);
afterAll(() => company?.[Symbol.asyncDispose](), 120_000);

/** Copies a database on its server, over another if that is there. Whoever is connected is cut off, as when a backup is restored. */
async function copyDatabase({ from, to }: { readonly from: string; readonly to: string }): Promise<void> {
  const client = new pg.Client({ connectionString: neighbourUrl(company.postgresqlUrl('crm'), 'postgres') });
  await client.connect();
  try {
    await client.query(`drop database if exists ${to} with (force)`);
    await client.query(`alter database ${from} with allow_connections false`);
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [from]);
    await client.query(`create database ${to} template ${from}`);
    await client.query(`alter database ${from} with allow_connections true`);
    await client.query(`alter database ${to} with allow_connections true`);
  } finally {
    await client.end();
  }
}

const crm = 'gestand_example_crm';
const backup = 'gestand_example_crm_backup';

/** All rows; what replaces a value that must stay distinct is drawn by chance. */
async function rows(): Promise<readonly string[]> {
  const all = await everyRow(company);
  return all.map((row) => row.replace(/"erased-[0-9a-f]+"/g, '"erased"')).toSorted();
}

/** By the newsletter's own form, and by telephone: made after she was erased. */
async function signUpAnew(): Promise<void> {
  const now = new Date().toISOString();
  const list = new DatabaseSync(company.newsletterFile);
  list
    .prepare(`insert into subscribers (email, name, subscribed_at, last_seen_on) values (?, 'Lotte', ?, ?)`)
    .run(lotte.email, now, now.slice(0, 10));
  list.close();
  await company.query(
    'crm',
    `insert into call_log (email, summary, duration_seconds, called_at) values ($1, 'Wil weer klant worden', 60, $2)`,
    [lotte.email.toUpperCase(), now],
  );
}

async function isCustomer(): Promise<boolean> {
  const found = await company.query('crm', 'select id from customers where lower(email) = $1', [lotte.email]);
  return found.length > 0;
}

async function p38(): Promise<string | undefined> {
  return (await company.promises()).get('P38');
}

it('gestand sources re-erase erases exactly who came back, and whoever signed up anew stays', async () => {
  await copyDatabase({ from: crm, to: backup });
  const opened = await company.gestand(
    ...[
      'requests',
      'open',
      '--kind',
      'erasure',
      '--email',
      lotte.email,
      '--sure',
      'Zij zat aan de balie.',
      '--json',
    ],
  );
  const { reference } = JSON.parse(opened) as { readonly reference: string };
  await company.gestand('approve', reference, '--yes');
  const state = async () =>
    (JSON.parse(await company.gestand('requests', 'show', reference, '--json')) as { readonly state: string })
      .state;
  expect(await until(state, (now) => now === 'done')).toBe('done');
  expect(await isCustomer()).toBe(false);
  const erased = await rows();

  await copyDatabase({ from: backup, to: crm });
  expect(await isCustomer()).toBe(true);
  const restored = await rows();
  expect(restored.length).toBeGreaterThan(erased.length);
  await signUpAnew();
  const anew = (await rows()).filter((row) => !restored.includes(row));
  expect(anew.map((row) => row.split(' ')[0])).toEqual(['crm.call_log', 'newsletter.subscribers']);

  // A check that is asked for sees it by itself.
  expect(await p38()).toBe('broken');

  // A look says so, ends with 1 and changes nothing; and the promise turns.
  const seen = await company.gestand('sources', 're-erase', '--preview').then(
    () => 'ended with 0',
    ({ code, stdout }: { readonly code: number; readonly stdout: string }) => `${code}\n${stdout}`,
  );
  expect(seen).toMatch(/^1\n/);
  expect(seen).toContain('1 person who was erased is back');
  expect(seen.toLowerCase()).not.toContain(lotte.email);
  expect(await isCustomer()).toBe(true);
  expect(await p38()).toBe('broken');

  expect(await company.gestand('sources', 're-erase', '--yes')).toContain('Erased again, searched again');
  // Every row is what it was after the erasure, and who signed up anew is there.
  expect(await rows()).toEqual([...erased, ...anew].toSorted());
  expect(await p38()).toBe('kept');
  expect(await company.gestand('sources', 're-erase', '--preview')).toContain(
    'Nobody who was erased is back',
  );
}, 1_200_000);
