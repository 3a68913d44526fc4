import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { check } from '../../src/app/check.ts';
import { requireMaps } from '../../src/app/connect-sources.ts';
import { actingAs } from '../../src/app/context.ts';
import { findPerson, knownAs } from '../../src/app/find-person.ts';
import { planWaitingRequests } from '../../src/app/plan-request.ts';
import { exampleCompany, examplePolicy, exampleStatements } from './company.ts';

const on = Temporal.PlainDate.from('2026-11-23');

describe('gestand check', () => {
  it('fails on a column that is in no policy, and then nothing is planned', async () => {
    await using company = await exampleCompany();
    const { secrets, app } = company;
    const input = {
      policy: await examplePolicy(),
      statements: await exampleStatements(),
      secretValue: (name: string) => secrets[name] ?? '',
      on,
    };
    expect(await check(input)).toMatchObject({
      errors: 0,
      warnings: 0,
      sources: ['crm', 'billing', 'newsletter'],
    });

    const client = new pg.Client({ connectionString: secrets['CRM_URL'] ?? '' });
    await client.connect();
    await client.query('alter table customers add column shoe_size int');
    await client.end();
    const report = await check(input);
    expect(report.errors).toBe(1);
    expect(report.findings.find(({ severity }) => severity === 'error')).toMatchObject({
      code: 'unmapped-column',
      table: 'customers',
      column: 'shoe_size',
    });
    await expect(requireMaps(app)).rejects.toMatchObject({ code: 'drifted' });
    expect(await planWaitingRequests(actingAs(app, { kind: 'system' }))).toBe(0);
  });

  it('tells of a source that is away beside what the others show', async () => {
    const statements = await exampleStatements();
    const report = await check({
      policy: await examplePolicy(),
      statements,
      secretValue: (name) =>
        name === 'NEWSLETTER_FILE' ? '/nowhere/newsletter.sqlite' : 'postgres://127.0.0.1:1/x',
      on,
    });
    expect(report.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'source-unreachable',
      'source-unreachable',
      'source-unreachable',
    ]);
  });
});

describe('finding a person', () => {
  it('follows what their rows carry through every spelling, and the same each time', async () => {
    await using company = await exampleCompany();
    const { sources } = company.app;
    const maps = await requireMaps(company.app);
    const { person } = plantedCases['same-person-two-spellings'];
    const found = await findPerson(sources, maps, [
      { kind: 'email', value: ` ${person.email.toUpperCase()} ` },
    ]);
    expect(found.candidates).toHaveLength(1);
    expect(knownAs(found.rows)).toContainEqual({ kind: 'customer-number', value: person.customerNo });
    expect(new Set(found.rows.map(({ source }) => source))).toEqual(
      new Set(['crm', 'billing', 'newsletter']),
    );
    expect(await findPerson(sources, maps, [{ kind: 'email', value: person.email }])).toEqual(found);
  });

  it('finds a debtor without an e-mail address by number alone', async () => {
    await using company = await exampleCompany();
    const { person, debtorId } = plantedCases['null-wherever-one-may-be'];
    const found = await findPerson(company.app.sources, await requireMaps(company.app), [
      { kind: 'email', value: person.email },
    ]);
    expect(found.rows).toContainEqual({
      ...{ source: 'billing', table: 'debtors', key: [String(debtorId)] },
      ...{ step: 2, carries: [] },
      by: [
        { kind: 'customer-number', value: person.customerNo, from: { source: 'crm', table: 'customers' } },
      ],
    });
  });
});
