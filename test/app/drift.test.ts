import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { acceptCatalogs, acceptFittingSources } from '../../src/app/accept-catalogs.ts';
import { type CheckReport, check } from '../../src/app/check.ts';
import { actingAs } from '../../src/app/context.ts';
import { newestCatalogVersions } from '../../src/store/catalog-version.ts';
import { readLedger, sequenceLedger } from '../../src/store/ledger-entry.ts';
import { type Company, exampleCompany, examplePolicy, exampleStatements, officer } from './company.ts';

async function look({ app, secrets }: Company): Promise<CheckReport> {
  return check({
    policy: await examplePolicy(),
    statements: await exampleStatements(),
    secretValue: (name) => secrets[name] ?? '',
    accepted: await newestCatalogVersions(app.store),
    on: Temporal.PlainDate.from('2026-11-23'),
  });
}

async function alter({ secrets }: Company, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: secrets['CRM_URL'] ?? '' });
  await client.connect();
  await client.query(sql);
  await client.end();
}

function driftIn({ findings }: CheckReport): readonly string[] {
  return findings
    .filter(({ code }) => code.startsWith('drift-'))
    .map(({ severity, message }) => `${severity}: ${message}`)
    .toSorted();
}

describe('what changed since it was accepted', () => {
  it('is nothing until something was accepted, and nothing right after', async () => {
    await using company = await exampleCompany();
    expect((await look(company)).drift).toContainEqual({ source: 'crm', since: null, changes: null });
    expect(await acceptFittingSources(company.app)).toEqual(['crm', 'billing', 'newsletter']);
    const report = await look(company);
    expect(report.drift).toContainEqual({ source: 'crm', since: '2026-11-23', changes: 0 });
    expect(driftIn(report)).toEqual([]);
  });

  it('is said in sentences: a warning where a plan comes out otherwise, and errors stay what they were', async () => {
    await using company = await exampleCompany();
    await acceptFittingSources(company.app);
    await alter(
      company,
      `alter table customers add column geboortedatum date;
       alter table customers alter column phone type varchar(40);
       alter table branches add column manager_name text;
       alter table notes drop constraint notes_customer_id_fkey;
       create table parking (id int primary key)`,
    );
    const report = await look(company);
    expect(driftIn(report)).toEqual([
      'info: column crm.customers.geboortedatum (date) is new since 2026-11-23',
      'info: table crm.parking is new since 2026-11-23',
      'warning: column crm.branches.manager_name (text) is new, in a table whose rows go along in every copy, since 2026-11-23',
      'warning: column crm.customers.phone changed: it was text and is character varying(40), since 2026-11-23',
      'warning: foreign key notes_customer_id_fkey of crm.notes (customer_id to customers, on delete cascade) is gone since 2026-11-23',
    ]);
    expect(
      report.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    ).toEqual([
      'the database crm has a table parking, and the policy does not name it',
      'the database crm has a column customers.geboortedatum (date), and the policy does not say what it holds',
    ]);
    expect(await acceptFittingSources(company.app), 'what does not fit is not accepted').toEqual([]);
  });

  it('is accepted by an officer, and stands in the ledger once', async () => {
    await using company = await exampleCompany();
    await acceptFittingSources(company.app);
    await alter(company, 'alter table branches add column fax text');
    company.test.clock.advance({ hours: 1 });
    const before = await look(company);
    expect(before).toMatchObject({ errors: 0 });
    const app = actingAs(company.app, officer);
    expect(await acceptCatalogs(app, before.catalogs)).toEqual(['crm']);
    expect(await acceptCatalogs(app, before.catalogs)).toEqual([]);
    expect(driftIn(await look(company))).toEqual([]);
    await sequenceLedger(app.store, { limit: 100, sign: () => 'a note' });
    const entries = await Array.fromAsync(readLedger(app.store));
    const accepted = entries.filter(({ leaf }) => leaf.includes('"catalog-accepted"'));
    expect(accepted.map(({ leaf }) => /"source":"(\w+)"/.exec(leaf)?.[1])).toEqual(
      expect.arrayContaining(['billing', 'crm', 'newsletter']),
    );
    expect(accepted).toHaveLength(4);
  });
});
