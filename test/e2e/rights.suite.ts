import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { launchBrowser } from '../support/browser.ts';
import type { Cells, ServedCompany } from './served-company.ts';
import { Visitor } from './visitor.ts';

const lotte = plantedCases['one-of-everything'].person;

/** Everything of Lotte, written out by hand: one query a table, the key of each row as text. Billing's run on MariaDB too. */
const hersByHand: Readonly<Record<string, readonly [source: 'crm' | 'billing' | 'newsletter', sql: string]>> =
  {
    'crm/customers': ['crm', 'select id::text as key from customers where lower(email) = $1'],
    'crm/addresses': [
      'crm',
      'select a.id::text as key from addresses a join customers c on c.address_id = a.id where lower(c.email) = $1',
    ],
    'crm/vehicle_ownerships': [
      'crm',
      'select o.vehicle_id::text as key from vehicle_ownerships o join customers c on c.id = o.customer_id where lower(c.email) = $1',
    ],
    'crm/vehicles': [
      'crm',
      'select o.vehicle_id::text as key from vehicle_ownerships o join customers c on c.id = o.customer_id where lower(c.email) = $1',
    ],
    'crm/appointments': [
      'crm',
      'select x.id::text as key from appointments x join customers c on c.id = x.customer_id where lower(c.email) = $1',
    ],
    'crm/appointment_photos': [
      'crm',
      'select p.id::text as key from appointment_photos p join appointments x on x.id = p.appointment_id join customers c on c.id = x.customer_id where lower(c.email) = $1',
    ],
    'crm/messages': [
      'crm',
      'select x.id::text as key from messages x join customers c on c.id = x.customer_id where lower(c.email) = $1',
    ],
    'crm/notes': [
      'crm',
      'select x.id::text as key from notes x join customers c on c.id = x.customer_id where lower(c.email) = $1',
    ],
    'crm/quotes': [
      'crm',
      'select x.id::text as key from quotes x join customers c on c.id = x.customer_id where lower(c.email) = $1',
    ],
    'crm/consents': [
      'crm',
      'select x.id::text as key from consents x join customers c on c.id = x.customer_id where lower(c.email) = $1',
    ],
    'crm/campaign_deliveries': [
      'crm',
      'select x.campaign_id::text as key from campaign_deliveries x join customers c on c.id = x.customer_id where lower(c.email) = $1',
    ],
    'crm/website_visits': [
      'crm',
      'select x.id::text as key from website_visits x join customers c on c.id = x.customer_id where lower(c.email) = $1',
    ],
    'crm/call_log': ['crm', 'select id::text as key from call_log where lower(email) = $1'],
    'billing/debtors': ['billing', `select concat(id, '') as "key" from debtors where lower(email) = $1`],
    'billing/invoices': [
      'billing',
      `select concat(i.id, '') as "key" from invoices i join debtors d on d.id = i.debtor_id where lower(d.email) = $1`,
    ],
    'billing/invoice_lines': [
      'billing',
      `select concat(l.invoice_id, '.', l.line_no) as "key" from invoice_lines l join invoices i on i.id = l.invoice_id join debtors d on d.id = i.debtor_id where lower(d.email) = $1`,
    ],
    'billing/sepa_mandates': [
      'billing',
      `select concat(m.id, '') as "key" from sepa_mandates m join debtors d on d.id = m.debtor_id where lower(d.email) = $1`,
    ],
    'billing/collections': [
      'billing',
      `select concat(x.id, '') as "key" from collections x join sepa_mandates m on m.id = x.mandate_id join debtors d on d.id = m.debtor_id where lower(d.email) = $1`,
    ],
    'billing/reminders': [
      'billing',
      `select concat(r.id, '') as "key" from reminders r join invoices i on i.id = r.invoice_id join debtors d on d.id = i.debtor_id where lower(d.email) = $1`,
    ],
    'newsletter/subscribers': ['newsletter', 'select email as key from subscribers where lower(email) = $1'],
    'newsletter/opens': ['newsletter', 'select cast(id as text) as key from opens where lower(email) = $1'],
    'newsletter/clicks': ['newsletter', 'select url as key from clicks where lower(email) = $1'],
  };

/** What the law holds of one payer, whole; found by a number that says nothing any more when they are erased. */
async function heldRows(
  company: ServedCompany,
  debtorId: unknown,
): Promise<Readonly<Record<string, readonly Cells[]>>> {
  const rows = (sql: string) => company.query('billing', sql, [debtorId]);
  const hers = (table: string) => `(select id from ${table} where debtor_id = $1)`;
  return {
    invoices: await rows('select * from invoices where debtor_id = $1 order by id'),
    lines: await rows(
      `select * from invoice_lines where invoice_id in ${hers('invoices')} order by invoice_id, line_no`,
    ),
    mandates: await rows('select * from sepa_mandates where debtor_id = $1 order by id'),
    collections: await rows(
      `select * from collections where mandate_id in ${hers('sepa_mandates')} order by id`,
    ),
  };
}

const keyColumns: Readonly<Record<string, readonly string[]>> = {
  'crm/vehicle_ownerships': ['vehicle_id'],
  'crm/campaign_deliveries': ['campaign_id'],
  'billing/invoice_lines': ['invoice_id', 'line_no'],
  'newsletter/subscribers': ['email'],
  'newsletter/clicks': ['url'],
};

/**
 * Two people's whole way, in a real browser, against the example as it is served; the databases are looked into directly.
 */
export function describeRights(serve: () => Promise<ServedCompany>): void {
  let company: ServedCompany;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  beforeAll(async () => {
    company = await serve();
    browser = await launchBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await company?.[Symbol.asyncDispose]();
  });

  it('a person asks for their data and downloads exactly their rows', async () => {
    await using visitor = await Visitor.arrive(browser, company.url);
    const reference = await visitor.ask({ kind: 'Mijn gegevens inzien', email: lotte.email.toUpperCase() });
    await visitor.reloadUntil('telefoongesprekken (1)');
    await company.gestand('approve', reference, '--yes', '--json');
    await visitor.reloadUntil('Download uw gegevens');
    const { page } = visitor;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('link', { name: 'Download uw gegevens' })
        .or(page.getByRole('button', { name: 'Download uw gegevens' }))
        .click(),
    ]);
    const files = await unzip(await readFile(await download.path()));
    const received = new Map<string, string[]>();
    for (const [name, content] of files) {
      const table = /^data\/(.+)\.json$/.exec(name)?.[1];
      if (table === undefined) continue;
      const columns = keyColumns[table] ?? ['id'];
      received.set(
        table,
        (JSON.parse(content) as Cells[]).map((row) => columns.map((column) => row[column]).join('.')).sort(),
      );
    }
    for (const context of [
      'crm/branches',
      'crm/services',
      'crm/campaigns',
      'billing/tariffs',
      'newsletter/mailings',
    ]) {
      expect(received.get(context)?.length).toBeGreaterThan(0);
      received.delete(context);
    }
    const expected = new Map<string, string[]>();
    for (const [table, [source, sql]] of Object.entries(hersByHand)) {
      const rows = await company.query(source, sql, [lotte.email]);
      expect(rows.length).toBeGreaterThan(0);
      expected.set(table, rows.map((row) => String(row['key'])).sort());
    }
    expect(Object.fromEntries(received)).toEqual(Object.fromEntries(expected));
    const everything = [...files.values()].join('\n');
    for (const other of await company.query(
      'crm',
      'select email from customers where lower(email) <> $1 and email is not null',
      [lotte.email],
    )) {
      expect(everything.toLowerCase()).not.toContain(String(other['email']).toLowerCase());
    }
  }, 300_000);

  it('a person asks to be erased and is, and what the law holds is still there with its ground', async () => {
    const [debtor] = await company.query('billing', 'select id from debtors where lower(email) = $1', [
      lotte.email,
    ]);
    const before = await heldRows(company, debtor?.['id']);
    for (const [table, rows] of Object.entries(before)) expect(rows.length, table).toBeGreaterThan(0);
    await using visitor = await Visitor.arrive(browser, company.url);
    const reference = await visitor.ask({ kind: 'Mijn gegevens laten verwijderen', email: lotte.email });
    await company.gestand('approve', reference, '--yes');
    await visitor.reloadUntil('Belastingdienst', 'Uw gegevens zijn');
    for (const [table, [source, sql]] of Object.entries(hersByHand)) {
      expect(await company.query(source, sql, [lotte.email]), table).toEqual([]);
    }
    expect(await heldRows(company, debtor?.['id'])).toEqual(before);
    const letter = await visitor.newestMail(lotte.email);
    expect(letter).toContain('Belastingdienst');
    expect(letter).toContain('31 december');
  }, 300_000);

  it('the other owner of a car and the housemate are untouched', async () => {
    const couple = plantedCases['couple-one-car'];
    const home = plantedCases['two-customers-one-address'];
    const car = () => company.query('crm', 'select * from vehicles where id = $1', [couple.vehicleId]);
    const address = () => company.query('crm', 'select * from addresses where id = $1', [home.addressId]);
    const person = (email: string) =>
      company.query('crm', 'select * from customers where email = $1', [email]);
    const before = [
      await car(),
      await address(),
      await person(couple.second.email),
      await person(home.second.email),
    ];
    for (const { email } of [couple.first, home.first]) {
      await using visitor = await Visitor.arrive(browser, company.url);
      const reference = await visitor.ask({ kind: 'Mijn gegevens laten verwijderen', email });
      await company.gestand('approve', reference, '--yes');
      await visitor.reloadUntil('Uw gegevens zijn');
      expect(await person(email)).toEqual([]);
    }
    const after = [
      await car(),
      await address(),
      await person(couple.second.email),
      await person(home.second.email),
    ];
    expect(after).toEqual(before);
    expect(before.every((rows) => rows.length === 1)).toBe(true);
  }, 300_000);

  it('leaves evidence that adds up', async () => {
    const { verdict } = JSON.parse(await company.gestand('ledger', 'verify', '--json')) as {
      readonly verdict: { readonly ok: boolean; readonly size: number };
    };
    expect(verdict.ok).toBe(true);
    // Four requests, each opened, proven, planned, approved, run and closed.
    expect(verdict.size).toBeGreaterThan(24);
  }, 300_000);
}

async function unzip(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const zip = await fromBufferPromise(bytes);
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  }
  return files;
}
