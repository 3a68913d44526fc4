import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { present } from '../../src/base/assert.ts';
import { formatDiagnostic } from '../../src/base/diagnostic.ts';
import { buildDataMap } from '../../src/catalog/build-data-map.ts';
import { normaliseIdentity } from '../../src/domain/identity.ts';
import { compilePolicy } from '../../src/policy/compile-policy.ts';
import { postgresqlSource } from '../../src/sources/postgresql/postgresql-source.ts';
import type { Source } from '../../src/sources/source.ts';
import { sqliteSource } from '../../src/sources/sqlite/sqlite-source.ts';
import { emptyDatabase, type TestDatabase } from '../../test/support/test-database.ts';
import { type CreatedExample, createExample } from './generate.ts';
import { plantedCases } from './planted-cases.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const people = 200;
const folder = mkdtempSync(join(tmpdir(), 'carconnect-'));
const file = (name: string): string => join(folder, name);

let crm: TestDatabase;
let billing: TestDatabase;
let created: CreatedExample;
let crmClient: pg.Client;
let billingClient: pg.Client;

beforeAll(async () => {
  crm = await emptyDatabase();
  billing = await emptyDatabase();
  created = await create(crm, billing, 'first.sqlite');
  crmClient = new pg.Client({ connectionString: crm.url });
  billingClient = new pg.Client({ connectionString: billing.url });
  await crmClient.connect();
  await billingClient.connect();
});

afterAll(async () => {
  await crmClient.end();
  await billingClient.end();
  await crm[Symbol.asyncDispose]();
  await billing[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

function create(one: TestDatabase, other: TestDatabase, name: string): Promise<CreatedExample> {
  return createExample({ crmUrl: one.url, billingUrl: other.url, newsletterFile: file(name), people, today });
}

async function column(
  client: pg.Client,
  sql: string,
  ...values: readonly unknown[]
): Promise<readonly unknown[]> {
  const { rows } = await client.query<unknown[]>({ text: sql, values: [...values], rowMode: 'array' });
  return rows.map(([value]) => value);
}

describe('creating the example', () => {
  test('makes all three sources', () => {
    expect(created.created).toEqual(['crm', 'billing', 'newsletter']);
    expect(created.rows).toBeGreaterThan(people * 10);
  });

  test('gives the same rows again on the same day', async () => {
    await using secondCrm = await emptyDatabase();
    await using secondBilling = await emptyDatabase();
    await create(secondCrm, secondBilling, 'second.sqlite');
    expect(await fingerprint(secondCrm.url)).toEqual(await fingerprint(crm.url));
    expect(await fingerprint(secondBilling.url)).toEqual(await fingerprint(billing.url));
    expect(digest(file('second.sqlite'))).toBe(digest(file('first.sqlite')));
  });

  test('leaves what is there as it is', async () => {
    expect(await create(crm, billing, 'first.sqlite')).toEqual({ created: [], rows: 0 });
  });

  test('goes on numbering where the rows end', async () => {
    await crmClient.query('BEGIN');
    const added = crmClient.query(
      'INSERT INTO call_log (duration_seconds, called_at) VALUES (1, now()) RETURNING id > 100',
    );
    await expect(added).resolves.toMatchObject({ rowCount: 1 });
    await crmClient.query('ROLLBACK');
  });

  test('refuses a size that is none', async () => {
    const options = { crmUrl: crm.url, billingUrl: billing.url, newsletterFile: file('never.sqlite'), today };
    await expect(createExample({ ...options, people: 3 })).rejects.toThrow(RangeError);
  });
});

async function fingerprint(url: string): Promise<Readonly<Record<string, unknown>>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tables = await column(
    client,
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  const prints: Record<string, unknown> = {};
  for (const table of tables) {
    const name = client.escapeIdentifier(String(table));
    const [print] = await column(
      client,
      `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${name} AS t`,
    );
    prints[name] = print;
  }
  await client.end();
  return prints;
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

describe('policy and databases', () => {
  const text = readFileSync(new URL('policy.yaml', import.meta.url), 'utf8');
  const policy = present(compilePolicy('policy.yaml', text).policy, 'policy');
  const sources = (): Readonly<Record<string, Source>> => ({
    crm: postgresqlSource('crm', crm.url),
    billing: postgresqlSource('billing', billing.url),
    newsletter: sqliteSource('newsletter', file('first.sqlite')),
  });

  test.each(policy.sources.map(({ id }) => id))('%s: every column is mapped', async (id) => {
    const source = present(sources()[id], id);
    const declared = present(
      policy.sources.find((each) => each.id === id),
      id,
    );
    try {
      const { findings, map } = buildDataMap(declared, await source.introspect());
      expect(findings.filter(({ severity }) => severity === 'error').map(formatDiagnostic)).toEqual([]);
      expect(map).not.toBeNull();
    } finally {
      await source.close();
    }
  });

  test('a person with four spellings is one person in every source', async () => {
    const marijke = plantedCases['same-person-two-spellings'];
    const asked = [
      normaliseIdentity('email', marijke.person.email.toUpperCase()),
      normaliseIdentity('customer-number', marijke.person.customerNo),
    ];
    const found: string[] = [];
    for (const [id, source] of Object.entries(sources())) {
      const declared = present(
        policy.sources.find((each) => each.id === id),
        id,
      );
      const map = present(buildDataMap(declared, await source.introspect()).map, 'map');
      for (const match of await source.find(map, asked))
        found.push(`${id}.${match.table}: ${match.key.join()}`);
      await source.close();
    }
    expect(found.toSorted()).toEqual([
      'billing.debtors: 6',
      'crm.call_log: 1',
      'crm.customers: 6',
      'crm.leads: 1',
      `newsletter.subscribers: ${marijke.newsletterEmail}`,
    ]);
  });
});

describe('the hard cases are there', () => {
  test('each by its address and number', async () => {
    const persons = Object.values(plantedCases).flatMap((planted) =>
      Object.values(planted).filter((value) => typeof value === 'object' && 'customerNo' in value),
    );
    expect(persons).toHaveLength(12);
    for (const { customerId, customerNo, email } of persons) {
      const found = await crmClient.query(
        'SELECT id::int AS id, customer_no FROM customers WHERE email = $1',
        [email],
      );
      expect(found.rows).toEqual([{ id: customerId, customer_no: customerNo }]);
    }
  });

  test('an employee who is also a customer handled somebody else', async () => {
    const { person, employeeId, servedCustomerId } = plantedCases['employee-who-is-also-customer'];
    expect(
      await column(crmClient, 'SELECT id::int FROM employees WHERE lower(email) = $1', person.email),
    ).toEqual([employeeId]);
    for (const [table, employee] of [
      ['appointments', 'employee_id'],
      ['messages', 'employee_id'],
      ['notes', 'author_id'],
    ]) {
      const handled = `SELECT DISTINCT customer_id::int FROM ${table} WHERE ${employee} = $1`;
      expect(await column(crmClient, handled, employeeId)).toContain(servedCustomerId);
    }
    expect(
      await column(crmClient, 'SELECT 1 FROM appointments WHERE customer_id = $1', person.customerId),
    ).toHaveLength(1);
  });

  test('two customers have one address, and an answer refers across', async () => {
    const { first, second, addressId, replyAcross } = plantedCases['two-customers-one-address'];
    const living = 'SELECT id::int FROM customers WHERE address_id = $1 ORDER BY id';
    expect(await column(crmClient, living, addressId)).toEqual([first.customerId, second.customerId]);
    const { rows } = await crmClient.query(
      `SELECT reply.customer_id::int AS by, original.customer_id::int AS to FROM messages reply
       JOIN messages original ON original.id = reply.reply_to WHERE reply.id = $1 AND original.id = $2`,
      [replyAcross.messageId, replyAcross.replyTo],
    );
    expect(rows).toEqual([{ by: second.customerId, to: first.customerId }]);
  });

  test('a couple owns one car; another car changed owner', async () => {
    const owners =
      'SELECT customer_id::int FROM vehicle_ownerships WHERE vehicle_id = $1 AND to_date IS NULL ORDER BY 1';
    const former =
      'SELECT customer_id::int FROM vehicle_ownerships WHERE vehicle_id = $1 AND to_date IS NOT NULL';
    const couple = plantedCases['couple-one-car'];
    expect(await column(crmClient, owners, couple.vehicleId)).toEqual([
      couple.first.customerId,
      couple.second.customerId,
    ]);
    const sold = plantedCases['vehicle-that-changed-owner'];
    expect(await column(crmClient, owners, sold.vehicleId)).toEqual([sold.buyer.customerId]);
    expect(await column(crmClient, former, sold.vehicleId)).toEqual([sold.seller.customerId]);
  });

  test('invoices lie on both sides of the end of their term', async () => {
    const { debtorId, heldInvoiceIds, pastInvoiceIds } = plantedCases['invoices-under-and-past-retention'];
    // Held in 2026: everything of the book year 2019 and later.
    const where = (sign: string) =>
      `SELECT id::int FROM invoices WHERE debtor_id = $1 AND invoice_date ${sign} '2019-01-01'`;
    expect((await column(billingClient, where('>='), debtorId)).toSorted()).toEqual([...heldInvoiceIds]);
    expect((await column(billingClient, where('<'), debtorId)).toSorted()).toEqual([...pastInvoiceIds]);
  });

  test('accents and apostrophes come through', async () => {
    const { person } = plantedCases['name-with-accents-and-apostrophe'];
    expect(
      await column(crmClient, 'SELECT last_name FROM customers WHERE id = $1', person.customerId),
    ).toEqual([person.lastName]);
  });

  test('a customer of whom nothing is known is NULL wherever one may be', async () => {
    const { person, debtorId } = plantedCases['null-wherever-one-may-be'];
    const rows = [
      ...(await jsonRows(crmClient, 'customers', 'id', person.customerId)),
      ...(await jsonRows(crmClient, 'appointments', 'customer_id', person.customerId)),
      ...(await jsonRows(crmClient, 'messages', 'customer_id', person.customerId)),
      ...(await jsonRows(crmClient, 'website_visits', 'session', '00000000-0000-4000-9000-000000000004')),
      ...(await jsonRows(billingClient, 'debtors', 'id', debtorId)),
      ...(await jsonRows(billingClient, 'invoices', 'debtor_id', debtorId)),
    ];
    expect(rows.map((row) => Object.values(row).filter((value) => value === null).length)).toEqual([
      7, 3, 3, 3, 5, 4,
    ]);
  });

  test('one row leads nowhere', async () => {
    const { campaignId, customerId, email } = plantedCases['orphan-row'];
    const orphans = `SELECT email FROM campaign_deliveries d WHERE campaign_id = $1 AND customer_id = $2
      AND NOT EXISTS (SELECT FROM customers c WHERE c.id = d.customer_id)`;
    expect(await column(crmClient, orphans, campaignId, customerId)).toEqual([email]);
  });

  async function jsonRows(client: pg.Client, table: string, key: string, value: unknown) {
    const found = await column(client, `SELECT to_jsonb(t) FROM ${table} AS t WHERE ${key} = $1`, value);
    return found.filter((row) => typeof row === 'object' && row !== null);
  }
});

test('the crowd holds nothing past its term', async () => {
  const late = await column(
    crmClient,
    `SELECT 'customers' FROM customers WHERE last_active_on < $1::date - interval '24 months'
     UNION ALL SELECT 'messages' FROM messages WHERE sent_at < $1::date - interval '24 months'
     UNION ALL SELECT 'visits' FROM website_visits WHERE visited_at < $1::date - interval '30 days'
     UNION ALL SELECT 'leads' FROM leads WHERE last_contact_on < $1::date - interval '12 months'
     UNION ALL SELECT 'appointments' FROM appointments WHERE starts_at < $1::date - interval '5 years'
     UNION ALL SELECT 'deliveries' FROM campaign_deliveries WHERE sent_at < $1::date - interval '24 months'
     UNION ALL SELECT 'employees' FROM employees WHERE left_on < $1::date - interval '24 months'`,
    today.toString(),
  );
  expect(late).toEqual([]);
});
