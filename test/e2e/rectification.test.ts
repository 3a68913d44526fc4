import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Cells, type ServedCompany, serveExample } from './served-company.ts';
import { Visitor } from './visitor.ts';

const { person } = plantedCases['one-of-everything'];
const moved = 'lotte.verhuisd@example.nl';

let company: ServedCompany;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  company = await serveExample(60);
  browser = await launchBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await company?.[Symbol.asyncDispose]();
});

/** Every column that holds an address of a person, in all three systems, with how many rows hold it. */
const placesOfAddress = {
  'crm.customers.email': ['crm', 'select count(*) as n from customers where lower(email) = $1'],
  'crm.call_log.email': ['crm', 'select count(*) as n from call_log where lower(email) = $1'],
  'crm.campaign_deliveries.email': [
    'crm',
    'select count(*) as n from campaign_deliveries where lower(email) = $1',
  ],
  'billing.debtors.email': ['billing', 'select count(*) as n from debtors where lower(email) = $1'],
  'billing.reminders.sent_to': ['billing', 'select count(*) as n from reminders where lower(sent_to) = $1'],
  'newsletter.subscribers.email': [
    'newsletter',
    'select count(*) as n from subscribers where lower(email) = $1',
  ],
  'newsletter.opens.email': ['newsletter', 'select count(*) as n from opens where lower(email) = $1'],
  'newsletter.clicks.email': ['newsletter', 'select count(*) as n from clicks where lower(email) = $1'],
} as const;

async function rowsWith(address: string): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const [place, [source, sql]] of Object.entries(placesOfAddress)) {
    const [row] = await company.query(source, sql, [address]);
    counts[place] = Number(row?.['n']);
  }
  return counts;
}

/** All other rows of two tables that hold what she corrects, to see that nobody else's changed. */
async function others(): Promise<readonly (readonly Cells[])[]> {
  return [
    await company.query('crm', 'select * from customers where id <> $1 order by id', [person.customerId]),
    await company.query(
      'newsletter',
      'select * from subscribers where lower(email) not in ($1, $2) order by email',
      [person.email, moved],
    ),
  ];
}

it('somebody who moved to another mailbox is known by it in every system', async () => {
  const before = await rowsWith(person.email);
  for (const [place, rows] of Object.entries(before)) expect(rows, place).toBeGreaterThan(0);
  const strangers = await others();
  const [debtor] = await company.query('billing', 'select id, city from debtors where lower(email) = $1', [
    person.email,
  ]);
  const invoices = () =>
    company.query('billing', 'select * from invoices where debtor_id = $1 order by id', [debtor?.['id']]);
  const drawnUp = await invoices();
  expect(drawnUp.length).toBeGreaterThan(0);

  await using visitor = await Visitor.arrive(browser, company.url);
  const reference = await visitor.ask({
    kind: 'Mijn gegevens laten verbeteren',
    email: person.email,
    fill: async (page) => {
      await page.locator('[name="category-1"]').selectOption('contact');
      await page.locator('[name="now-1"]').fill(person.email.toUpperCase());
      await page.locator('[name="wanted-1"]').fill(moved);
      await page.locator('[name="category-2"]').selectOption('name-address');
      await page.locator('[name="now-2"]').fill(String(debtor?.['city']));
      await page.locator('[name="wanted-2"]').fill('Nieuwestad');
    },
  });
  // An officer sees where it goes before anything happens.
  const shown = JSON.parse(await company.gestand('rectify', reference, '--json')) as {
    readonly standing: string;
    readonly counts: readonly { readonly source: string; readonly table: string; readonly column: string }[];
  };
  expect(shown.standing).toBe('approvable');
  const planned = new Set(shown.counts.map(({ source, table, column }) => `${source}.${table}.${column}`));
  expect(planned).toEqual(new Set([...planned, ...Object.keys(placesOfAddress)]));
  expect(await rowsWith(person.email)).toEqual(before);
  expect(JSON.stringify(shown).toLowerCase()).not.toContain(person.email.toLowerCase());

  await company.gestand('approve', reference, '--yes');
  await expect.poll(() => visitor.newestMail(person.email), { timeout: 120_000 }).toContain('verbeterd');
  expect(await rowsWith(moved)).toEqual(before);
  expect(Object.values(await rowsWith(person.email)).every((rows) => rows === 0)).toBe(true);
  expect(await others()).toEqual(strangers);
  // An invoice stays as it was drawn up, and the letter says so.
  expect(await invoices()).toEqual(drawnUp);
  const [payer] = await company.query('billing', 'select city from debtors where id = $1', [debtor?.['id']]);
  expect(payer?.['city']).toBe('Nieuwestad');
  const letter = await visitor.newestMail(person.email);
  expect(letter).toContain('Belastingdienst');
  expect(letter).toContain('artikel 16 AVG');
  expect(letter).not.toContain(moved);
  const noted = await visitor.newestMail(moved);
  expect(noted).toContain('opgegeven');
  expect(noted).not.toMatch(/verbeterd|Lotte/);

  const ledger = await company.gestand('ledger', 'verify', '--json');
  expect(JSON.parse(ledger)).toMatchObject({ verdict: { ok: true } });
}, 300_000);
