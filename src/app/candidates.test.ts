import { describe, expect, it } from 'vitest';
import type { DataMap } from '../catalog/data-map.ts';
import { type IdentityKind, normaliseIdentity } from '../domain/identity.ts';
import { candidatesOf } from './candidates.ts';
import { type FoundRow, identitiesOf } from './found-row.ts';
import { searchedTables, settleByGiven, settlePerson } from './settle-person.ts';

type Written = readonly [kind: IdentityKind, value: string];

const email = (value: string): Written => ['email', value];
const number = (value: string): Written => ['customer-number', value];
const account = (value: string): Written => ['account-id', value];
const phone = (value: string): Written => ['phone', value];

/** A row by its name: `customers 1` of the source crm, `billing.debtors 1` of another. */
function row(name: string, ...carries: readonly Written[]): FoundRow {
  const [place = '', key = ''] = name.split(' ');
  const [table = '', source = 'crm'] = place.split('.').toReversed();
  const identities = carries.map(([kind, value]) => normaliseIdentity(kind, value));
  return { source, table, key: [key], step: 1, by: [], carries: identities };
}

/** Tables in which an address stands once. */
function mapsOf(...emailOnce: readonly string[]): readonly DataMap[] {
  const tables = emailOnce.map((table) => [
    table,
    { subject: { identities: [{ kind: 'email', column: 'email' }] }, uniqueColumns: new Set(['email']) },
  ]);
  return [{ source: 'crm', tables: new Map(tables as never) } as unknown as DataMap];
}

function grouped(rows: readonly FoundRow[], maps: readonly DataMap[] = []): readonly string[] {
  return candidatesOf(rows, maps).map((candidate) =>
    candidate
      .map(({ source, table, key }) => `${source === 'crm' ? '' : `${source}.`}${table} ${key}`)
      .join(' + '),
  );
}

describe('whose rows are whose', () => {
  it('is one person with one address in several tables, and several rows of what happened', () => {
    expect(
      grouped([
        row('customers 1', email('a@x.nl'), number('K-1')),
        row('leads 1', email('A@X.nl')),
        row('calls 1', email('a@x.nl'), phone('0612345678')),
        row('calls 2', email('a@x.nl'), phone('0687654321')),
        row('billing.debtors 1', number('K-1'), email('other@x.nl')),
        row('subscribers 1', email('other@x.nl')),
      ]),
    ).toEqual(['customers 1 + leads 1 + calls 1 + calls 2 + billing.debtors 1 + subscribers 1']);
  });

  it('asks about two customers with one address', () => {
    const rows = [
      row('customers 1', email('a@x.nl'), number('K-1')),
      row('customers 2', email('a@x.nl'), number('K-2')),
      row('billing.debtors 1', number('K-1')),
      row('billing.debtors 2', number('K-2'), email('a@x.nl')),
      row('calls 1', email('a@x.nl')),
      row('calls 2', email('a@x.nl')),
      row('leads 1', email('a@x.nl')),
    ];
    expect(grouped(rows)).toEqual([
      'customers 1 + billing.debtors 1',
      'customers 2 + billing.debtors 2',
      'calls 1 + calls 2',
      'leads 1',
    ]);
  });

  it('sees through rows in between that an address is somebody else’s too', () => {
    expect(
      grouped([
        row('customers 1', email('a@x.nl'), number('K-1')),
        row('billing.debtors 1', number('K-1'), email('b@x.nl')),
        row('customers 2', email('b@x.nl'), number('K-2')),
        row('newsletter.subscribers 1', email('b@x.nl')),
      ]),
    ).toEqual(['customers 1 + billing.debtors 1', 'customers 2', 'newsletter.subscribers 1']);
  });

  it('asks when two addresses together bring two customers together, whichever of them does', () => {
    expect(
      grouped([
        row('customers 1', email('a@x.nl'), number('K-1')),
        row('leads 1', email('a@x.nl'), account('u1')),
        row('tickets 1', account('u1'), email('b@x.nl')),
        row('customers 2', email('b@x.nl'), number('K-2')),
      ]),
    ).toEqual(['customers 1', 'leads 1 + tickets 1', 'customers 2']);
  });

  it('asks about one number with two log-ins, and not about one that wrote from two addresses', () => {
    const rows = [
      row('users 1', email('a@x.nl'), number('K-1')),
      row('users 2', email('b@x.nl'), number('K-1')),
    ];
    expect(grouped(rows, mapsOf('users'))).toEqual(['users 1', 'users 2']);
    expect(grouped(rows)).toEqual(['users 1 + users 2']);
    const accounts = [
      row('users 1', account('u1'), number('K-1')),
      row('users 2', account('u2'), number('K-1')),
    ];
    expect(grouped(accounts)).toEqual(['users 1', 'users 2']);
  });

  it('lets a telephone bind nobody, and keeps together what nothing tells apart', () => {
    expect(
      grouped([
        row('customers 1', phone('0612345678'), number('K-1')),
        row('customers 2', phone('+31612345678'), number('K-2')),
        row('calls 1', phone('0612345678')),
        row('calls 2', phone('06-12345678')),
        row('leads 1', phone('0612345678')),
      ]),
    ).toEqual(['customers 1', 'customers 2', 'calls 1 + calls 2', 'leads 1']);
  });

  it('is the same in whatever order the rows come', () => {
    const rows = [
      row('customers 1', email('a@x.nl'), number('K-1')),
      row('customers 2', email('a@x.nl'), number('K-2')),
      row('billing.debtors 1', number('K-1'), email('b@x.nl')),
      row('leads 1', email('b@x.nl')),
    ];
    const sets = (names: readonly string[]) =>
      new Set(names.map((name) => name.split(' + ').toSorted().join(' + ')));
    expect(sets(grouped(rows.toReversed()))).toEqual(sets(grouped(rows)));
  });
});

describe('who is meant', () => {
  const household = [
    row('customers 1', phone('0612345678'), number('K-1')),
    row('customers 2', phone('0612345678'), number('K-2')),
  ];
  const found = { rows: household, candidates: candidatesOf(household, []) };
  const given = (...written: readonly Written[]) =>
    written.map(([kind, value]) => normaliseIdentity(kind, value));

  it('is not guessed', () => {
    expect(settlePerson(found).kind).toBe('ask');
    expect(settleByGiven(found, given(phone('0612345678'))).kind).toBe('ask');
    expect(settleByGiven(found, given(phone('0612345678'), number('K-3'))).kind).toBe('ask');
  });

  it('is the one who alone carries everything that was given', () => {
    const person = settleByGiven(found, given(phone('06 12345678'), number('K-2')));
    expect(person).toMatchObject({ kind: 'settled', rows: [{ key: ['2'] }] });
    expect(person).toMatchObject({ search: { candidates: 2, chosen: 1 } });
    expect(settleByGiven(found, given(number('K-1')))).toMatchObject({ rows: [{ key: ['1'] }] });
  });

  it('is the one who alone carries it, whichever kind it is', () => {
    expect(settleByGiven(found, given(account('K-1'), number('K-1')), 'any')).toMatchObject({
      rows: [{ key: ['1'] }],
    });
    const either = given(account('0612345678'), phone('0612345678'));
    expect(settleByGiven(found, either, 'any').kind).toBe('ask');
  });

  it('is nobody when nobody was found', () => {
    const nobody = { rows: [], candidates: [] };
    expect(settlePerson(nobody)).toMatchObject({ kind: 'settled', rows: [] });
    expect(settleByGiven(nobody, given(number('K-1')))).toMatchObject({ kind: 'settled', rows: [] });
  });
});

it('counts rows by how they were found, and holds no value', () => {
  const [first, second] = [row('calls 1', phone('0612345678')), row('calls 2', phone('0612345678'))];
  const by = identitiesOf(first).map((identity) => ({ ...identity, from: null }));
  const tables = searchedTables([
    { ...first, by },
    { ...second, by },
  ]);
  expect(tables).toEqual([
    { source: 'crm', table: 'calls', step: 1, rows: 2, by: [{ kind: 'phone', from: null }] },
  ]);
});
