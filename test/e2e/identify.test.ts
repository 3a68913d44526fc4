import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { launchBrowser } from '../support/browser.ts';
import { type ServedCompany, serveExample } from './served-company.ts';
import { Visitor } from './visitor.ts';

/** A mailbox of two customers, from the form on the page to the approval, in another process than the one that serves. */
const lotte = plantedCases['one-of-everything'].person;

let company: ServedCompany;
beforeAll(async () => {
  company = await serveExample(50);
  await company.query('crm', 'drop index customers_email');
  await company.query(
    'crm',
    `insert into customers (id, customer_no, email, last_name, source, created_at)
     values (7000001, 'K-7000001', $1, 'Huisgenoot', 'web', now())`,
    [lotte.email],
  );
}, 300_000);
afterAll(() => company?.[Symbol.asyncDispose]());

interface Listed {
  readonly candidates: readonly {
    readonly code: string;
    readonly rows: readonly { readonly table: string }[];
  }[];
}

describe('gestand identify', () => {
  it('asks who it is, shows nobody’s identities in a file, and lets the chosen one be approved', async () => {
    await using browser = await launchBrowser();
    const visitor = await Visitor.arrive(browser, company.url);
    const reference = await visitor.ask({ kind: 'Mijn gegevens inzien', email: lotte.email });
    expect(await company.gestand('requests')).toContain(`who is it? gestand identify ${reference}`);
    await expect(company.gestand('approve', reference, '--yes')).rejects.toMatchObject({
      code: 5,
      stderr: expect.stringContaining(`gestand identify ${reference}`),
    });
    await expect(company.gestand('plan', 'access', '--email', lotte.email)).rejects.toMatchObject({
      code: 1,
    });

    const printed = await company.gestand('identify', reference);
    expect(printed).toContain('mogelijke personen');
    expect(printed).toContain('alleen op een scherm');
    expect(printed).not.toContain('7000001');
    expect(printed).not.toContain(lotte.email.slice(1));
    const { candidates } = JSON.parse(await company.gestand('identify', reference, '--json')) as Listed;
    const hers = candidates.find(({ rows }) => rows.some(({ table }) => table === 'debtors'));
    expect(await company.gestand('identify', reference, '--choose', hers?.code ?? '')).toContain(
      `gestand approve ${reference}`,
    );
    const approved = await company.gestand('approve', reference, '--yes', '--language', 'en');
    expect(approved).toContain(
      'Step 1: found in Customer system, by the proven e-mail address: customers (1).',
    );
    expect(approved).toContain('Step 1: found in Billing, by the proven e-mail address: payers (1).');
    expect(approved).toContain(`led to ${candidates.length} possible people. The plan is about 1.`);
    await visitor.reloadUntil('Download uw gegevens');
  }, 300_000);
});
