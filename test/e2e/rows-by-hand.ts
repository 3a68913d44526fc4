import type { Cells, ServedCompany } from './served-company.ts';

/*
 * What the rows of the example are, written by hand as SQL: never by the code that is tested.
 */

export type SourceId = Parameters<ServedCompany['query']>[0];

/** Everything of a customer, one query a table, `$1` being their address: the key of each row as text. Billing's run on MariaDB too. */
export const hersByHand: Readonly<Record<string, readonly [source: SourceId, sql: string]>> = {
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
export async function heldRows(
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

export const keyColumns: Readonly<Record<string, readonly string[]>> = {
  'crm/vehicle_ownerships': ['vehicle_id'],
  'crm/campaign_deliveries': ['campaign_id'],
  'billing/invoice_lines': ['invoice_id', 'line_no'],
  'newsletter/subscribers': ['email'],
  'newsletter/clicks': ['url'],
};

/** Every column that holds an address of a person, in all three systems, and how many of its rows hold one. */
const columnsOfAddress: readonly (readonly [source: SourceId, table: string, column: string])[] = [
  ['crm', 'customers', 'email'],
  ['crm', 'leads', 'email'],
  ['crm', 'call_log', 'email'],
  ['crm', 'campaign_deliveries', 'email'],
  ['billing', 'debtors', 'email'],
  ['billing', 'reminders', 'sent_to'],
  ['newsletter', 'subscribers', 'email'],
  ['newsletter', 'opens', 'email'],
  ['newsletter', 'clicks', 'email'],
];

export async function placesOf(
  company: ServedCompany,
  address: string,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const [source, table, column] of columnsOfAddress) {
    const sql = `select count(*) as n from ${table} where lower(${column}) = $1`;
    const [row] = await company.query(source, sql, [address]);
    if (Number(row?.['n']) > 0) counts[`${source}.${table}.${column}`] = Number(row?.['n']);
  }
  return counts;
}

/** The rows that are somebody, by table: beside each of them stand the marks against a use. */
const subjectsByHand: readonly (readonly [source: SourceId, sql: string])[] = [
  ['crm', `select 'customers' as "table", id::text as key from customers where lower(email) = $1`],
  ['crm', `select 'leads' as "table", id::text as key from leads where lower(email) = $1`],
  ['crm', `select 'call_log' as "table", id::text as key from call_log where lower(email) = $1`],
  ['billing', `select 'debtors' as "table", id::text as key from debtors where lower(email) = $1`],
  ['newsletter', `select 'subscribers' as "table", email as key from subscribers where lower(email) = $1`],
];

/** A row of a gate table, as the company's own software reads it: `crm.customers 14: own-offers objected`. */
export type GateRow = string;

export async function gateRows(company: ServedCompany): Promise<readonly GateRow[]> {
  const rows: GateRow[] = [];
  for (const source of ['crm', 'billing', 'newsletter'] as const) {
    const lite = source === 'newsletter';
    const [there] = await company.query(
      source,
      lite
        ? `select name as gate from sqlite_master where name = 'gestand_gate'`
        : `select to_regclass('gestand.gate')::text as gate`,
    );
    if (typeof there?.['gate'] !== 'string') continue;
    const gate = lite ? 'gestand_gate' : 'gestand.gate';
    const found = await company.query(
      source,
      `select subject_table, subject_key, purpose, category, recipient, kind from ${gate}`,
    );
    rows.push(...found.map((row) => gateRow(source, row)));
  }
  return rows.toSorted();
}

function gateRow(source: SourceId, row: Cells): GateRow {
  const narrowed = [row['category'], row['recipient']].filter((part) => part !== '').join(' ');
  return `${source}.${row['subject_table']} ${row['subject_key']}: ${row['purpose']} ${row['kind']}${narrowed}`;
}

/** What should stand in the gates for somebody: a row for each of theirs and each purpose, with what stands against it. */
export async function expectedGateRows(
  company: ServedCompany,
  address: string,
  kinds: Readonly<Record<string, string>>,
): Promise<readonly GateRow[]> {
  const rows: GateRow[] = [];
  for (const [source, sql] of subjectsByHand)
    for (const { table, key } of await company.query(source, sql, [address]))
      for (const [purpose, kind] of Object.entries(kinds))
        rows.push(`${source}.${table} ${key}: ${purpose} ${kind}`);
  return rows.toSorted();
}

const billingTables = [
  'number_series',
  'tariffs',
  'debtors',
  'invoices',
  'invoice_lines',
  'sepa_mandates',
  'collections',
  'reminders',
];

/** Every row of every table of the three systems, as `source.table` and the text of the row, in order. */
export async function everyRow(company: ServedCompany): Promise<readonly string[]> {
  const named = (rows: readonly Cells[]) => rows.map(({ name }) => String(name));
  const tables: readonly (readonly [SourceId, readonly string[]])[] = [
    [
      'crm',
      named(
        await company.query('crm', `select tablename as name from pg_tables where schemaname = 'public'`),
      ),
    ],
    ['billing', billingTables],
    [
      'newsletter',
      named(
        await company.query(
          'newsletter',
          `select name from sqlite_master where type = 'table' and name not like 'gestand%' and name not like 'sqlite%'`,
        ),
      ),
    ],
  ];
  const rows: string[] = [];
  for (const [source, names] of tables)
    for (const name of names)
      for (const row of await company.query(source, `select * from ${name}`))
        rows.push(`${source}.${name} ${JSON.stringify(row)}`);
  return rows.toSorted();
}

/** How many rows of each table are among these. */
export function countByTable(rows: readonly string[]): Readonly<Record<string, number>> {
  const groups = Map.groupBy(rows, (row) => row.slice(0, row.indexOf(' ')));
  return Object.fromEntries([...groups].map(([table, its]) => [table, its.length]));
}
