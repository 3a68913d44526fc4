import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { actingAs } from '../../src/app/context.ts';
import { headSigner } from '../../src/app/ledger-signer.ts';
import { lookForErased, lookForErasedWhenDue } from '../../src/app/look-for-erased.ts';
import { checkPromises, lookAndCheckPromises } from '../../src/app/promise-board.ts';
import { findReturned, reErase } from '../../src/app/re-erase.ts';
import { verifyLedger } from '../../src/app/verify-ledger.ts';
import { present } from '../../src/base/assert.ts';
import { sequenceLedger } from '../../src/store/ledger-entry.ts';
import { readRun } from '../../src/store/run.ts';
import { onServer } from '../support/test-database.ts';
import { type Company, exampleCompany, officer } from './company.ts';
import { erasePerson } from './erase-person.ts';

const lotte = plantedCases['one-of-everything'].person;
const { first: pieter, second: thomas } = plantedCases['two-customers-one-address'];

/** A backup of the customer system, as a copy of its database; restoring puts everything back as it was. */
async function backUp({ secrets }: Company) {
  const name = new URL(present(secrets['CRM_URL'], 'the address of the CRM')).pathname.slice(1);
  const copy = `backup_${randomBytes(6).toString('hex')}`;
  const copyOf = (to: string, from: string) =>
    onServer(async (client) => {
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [from]);
      await client.query(`create database ${to} template ${from}`);
    });
  await copyOf(copy, name);
  return {
    restore: async () => {
      await onServer((client) => client.query(`drop database ${name} with (force)`));
      await copyOf(name, copy);
    },
    [Symbol.asyncDispose]: async () => {
      await onServer((client) => client.query(`drop database ${copy} with (force)`));
    },
  };
}

async function crm(
  { secrets }: Company,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: present(secrets['CRM_URL'], 'the CRM') });
  await client.connect();
  try {
    return (await client.query(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** Every row of every table of the customer system, as text. */
async function everything(company: Company): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = await crm(
    company,
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const rows: Record<string, readonly string[]> = {};
  for (const { name } of tables) {
    const all = await crm(
      company,
      `select to_jsonb(t)::text as row from ${pg.escapeIdentifier(String(name))} as t`,
    );
    // What replaces a value that must stay distinct is drawn by chance.
    rows[String(name)] = all
      .map(({ row }) => String(row).replace(/"erased-[0-9a-f]+"/g, '"erased"'))
      .toSorted();
  }
  return rows;
}

/** She subscribes to the newsletter again, under the address by which she was erased, and calls. */
async function comeBack(company: Company, email: string): Promise<void> {
  await crm(
    company,
    `insert into call_log (email, summary, duration_seconds, called_at) values ($1, 'Belt weer', 60, '2026-11-25T10:00:00Z')`,
    [email.toUpperCase()],
  );
  const list = new DatabaseSync(present(company.secrets['NEWSLETTER_FILE'], 'the newsletter'));
  list
    .prepare(`insert into subscribers (email, name, subscribed_at, last_seen_on) values (?, 'Lotte', ?, ?)`)
    .run(email, '2026-11-25T10:00:00Z', '2026-11-25');
  list.close();
}

function subscribers({ secrets }: Company): readonly unknown[] {
  const list = new DatabaseSync(present(secrets['NEWSLETTER_FILE'], 'the newsletter'));
  const rows = list.prepare('select * from subscribers order by email').all();
  list.close();
  return rows;
}

async function standing(company: Company): Promise<{ readonly state: string; readonly reason: string }> {
  const board = await checkPromises(company.app);
  const { state, reason } = present(
    board.find(({ id }) => id === 'P38'),
    'P38',
  );
  return { state, reason: reason.en };
}

it('a check that is asked for looks itself, so that nobody is said to be gone who came back after the last look', async () => {
  await using company = await exampleCompany();
  await using backup = await backUp(company);
  await lookForErased(company.app);
  company.test.clock.advance({ minutes: 30 });
  await erasePerson(company, lotte.email);
  await backup.restore();
  const board = await lookAndCheckPromises(actingAs(company.app, officer));
  expect(board.find(({ id }) => id === 'P38')?.state).toBe('broken');
});

it('by itself it looks again soon after an erasure, and once a day without one', async () => {
  await using company = await exampleCompany();
  const pass = (minutes: number) => company.test.clock.advance({ minutes });
  expect(await lookForErasedWhenDue(company.app)).toBe(true);
  pass(20);
  expect(await lookForErasedWhenDue(company.app)).toBe(false);
  await erasePerson(company, lotte.email);
  pass(1);
  expect(await lookForErasedWhenDue(company.app)).toBe(true);
  expect(await lookForErasedWhenDue(company.app)).toBe(false);
  pass(5);
  await erasePerson(company, pieter.email);
  pass(1);
  // Every row of people is read for it: not again for each of many erasures.
  expect(await lookForErasedWhenDue(company.app)).toBe(false);
  pass(10);
  expect(await lookForErasedWhenDue(company.app)).toBe(true);
  pass(24 * 60 - 1);
  expect(await lookForErasedWhenDue(company.app)).toBe(false);
  pass(1);
  expect(await lookForErasedWhenDue(company.app)).toBe(true);
});

it('one look after a restore finds exactly who was erased, and erases exactly them again', async () => {
  await using company = await exampleCompany();
  await using backup = await backUp(company);
  await erasePerson(company, lotte.email);
  await erasePerson(company, pieter.email);
  const erased = await everything(company);
  await lookForErased(company.app);
  expect(await standing(company)).toMatchObject({ state: 'kept' });

  company.test.clock.advance({ days: 3 });
  await backup.restore();
  await comeBack(company, lotte.email);
  expect(await crm(company, 'select id from customers where lower(email) = $1', [lotte.email])).toHaveLength(
    1,
  );
  const readers = subscribers(company);

  // By itself, without anybody who asks.
  expect(await lookForErasedWhenDue(company.app)).toBe(true);
  expect(await lookForErasedWhenDue(company.app)).toBe(false);
  const turned = await standing(company);
  expect(turned.state).toBe('broken');
  expect(turned.reason).toContain('gestand sources re-erase');
  expect(JSON.stringify(turned)).not.toContain('lotte');

  const context = actingAs(company.app, officer);
  const found = await findReturned(context, {});
  expect(found.people).toHaveLength(2);
  expect(found.unclear).toEqual([]);
  expect(found.looks).toMatchObject([
    { source: 'crm', outcome: 'looked', fresh: 1, notListed: [] },
    { source: 'billing', outcome: 'looked', fresh: 0, back: [] },
    { source: 'newsletter', outcome: 'looked', fresh: 1, back: [] },
  ]);
  const addresses = new Set(
    found.people.flat().flatMap(({ identities }) => identities.map(({ value }) => value)),
  );
  expect([...addresses].filter((value) => value.includes('@')).toSorted()).toEqual([
    lotte.email,
    pieter.email,
  ]);
  // What is shown changes nothing.
  expect(await crm(company, 'select id from customers where lower(email) = $1', [pieter.email])).toHaveLength(
    1,
  );

  const made = present(found.made, 'a plan');
  const { runId } = await reErase(context, { made, people: found.people });
  expect(await readRun(company.test.store, runId)).toMatchObject({ state: 'completed' });

  // Everybody else's rows are what they were after the first erasure; and who signed up again is there.
  const now = await everything(company);
  const [call] = await crm(
    company,
    `select to_jsonb(t)::text as row from call_log as t where summary = 'Belt weer'`,
  );
  expect(now).toEqual({
    ...erased,
    call_log: [...(erased['call_log'] ?? []), String(call?.['row'])].toSorted(),
  });
  expect(subscribers(company)).toEqual(readers);
  expect((await findReturned(context, {})).people).toEqual([]);
  expect(await standing(company)).toMatchObject({ state: 'kept' });
  expect(JSON.stringify(now)).toContain(thomas.email);

  const { store, signer } = company.app;
  await sequenceLedger(store, { limit: 1000, sign: headSigner(signer) });
  const report = await verifyLedger(context);
  expect(report.verdict.ok).toBe(true);
}, 120_000);

it('asks about whom it cannot tell, and keeps the answer', async () => {
  await using company = await exampleCompany();
  const { email } = plantedCases['same-person-two-spellings'].person;
  await erasePerson(company, email);
  company.test.clock.advance({ days: 3 });
  const context = actingAs(company.app, officer);
  // An enquiry says nothing of when it was made; the fair of last month may come in late, or she may ask again.
  await crm(
    company,
    `insert into leads (email, name, source, payload, last_contact_on) values ($1, 'Marijke', 'fair', '{}', '2026-11-24')`,
    [email],
  );
  // A colleague took over the address of whoever left; that is nobody's return.
  const [other] = await crm(
    company,
    `update contact_persons set email = $1 where id = (select min(id) from contact_persons) returning id`,
    [email],
  );
  const found = await findReturned(context, {});
  expect(found.people).toEqual([]);
  expect(found.made).toBeNull();
  expect(found.unclear.map(({ table }) => table).toSorted()).toEqual(['contact_persons', 'leads']);
  expect(await standing(company)).toMatchObject({ state: 'at-risk' });

  const code = (table: string) =>
    present(
      found.unclear.find((row) => row.table === table),
      table,
    ).code;
  const said = await findReturned(context, { again: [code('leads')], fresh: [code('contact_persons')] });
  expect(said.unclear).toEqual([]);
  expect(said.people.map((rows) => rows.map(({ table }) => table))).toEqual([['leads']]);
  await reErase(context, { made: present(said.made, 'a plan'), people: said.people });
  expect(await crm(company, 'select id from leads where email = $1', [email])).toEqual([]);
  expect(await crm(company, 'select id from contact_persons where email = $1', [email])).toEqual([other]);
  expect(await findReturned(context, {})).toMatchObject({ people: [], unclear: [] });
  expect(await standing(company)).toMatchObject({ state: 'kept' });
  await expect(findReturned(context, { again: ['deadbeef'] })).rejects.toMatchObject({ code: 'bad-input' });
  await expect(findReturned(context, { sources: ['crn'] })).rejects.toMatchObject({ code: 'not-found' });
}, 120_000);
