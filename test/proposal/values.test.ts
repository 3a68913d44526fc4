import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { proposeSources } from '../../src/app/propose-sources.ts';
import { present } from '../../src/base/assert.ts';
import { buildDataMap } from '../../src/catalog/build-data-map.ts';
import { decisionsOf } from '../../src/catalog/proposal/decisions.ts';
import type { MapProposal } from '../../src/catalog/proposal/map-proposal.ts';
import type { LookedAt } from '../../src/catalog/proposal/merge-policy.ts';
import { writePolicy } from '../../src/catalog/proposal/write-policy.ts';
import { compilePolicy } from '../../src/policy/compile-policy.ts';
import { postgresqlSource } from '../../src/sources/postgresql/postgresql-source.ts';
import { exampleCompany } from '../support/example-company.ts';
import { emptyDatabase } from '../support/test-database.ts';

const shop = `
create table customers (id bigint primary key, email text not null unique, full_name text not null, number text not null unique);
insert into customers select n, 'person' || n || '@example.org', 'Person ' || n, 'K' || lpad((n * 7919)::text, 8, '0') from generate_series(1, 400) n;
-- Nothing declared, and no name says more than a word of it.
create table admin_user (admin_user_id integer primary key, email text not null unique, name text not null);
insert into admin_user select n * 3, 'staff' || n || '@example.org', 'Staff ' || n from generate_series(1, 30) n;
create table user_token_secret (id integer primary key, user_id integer not null, secret text);
insert into user_token_secret select n, (1 + n % 30) * 3, 'x' from generate_series(1, 60) n;
-- The name says the table, and the values another key of it than its own.
create table parking_permit (id integer primary key, number integer not null unique, holder_name text not null, email text not null);
insert into parking_permit select n, 5000 + n * 7, 'Person ' || n, 'person' || n || '@example.org' from generate_series(1, 40) n;
create table parking_scan (id integer primary key, permit_no integer not null, at timestamptz not null);
insert into parking_scan select n, 5000 + (1 + n % 40) * 7, now() from generate_series(1, 60) n;
-- A natural key, repeated.
create table orders (id integer primary key, customer_email text not null, total integer);
insert into orders select n, 'person' || (1 + n % 300) || '@example.org', n from generate_series(1, 500) n;
-- Random numbers, under a name of its own.
create table passes (id uuid primary key default gen_random_uuid(), holder_name text not null, email text not null);
insert into passes (holder_name, email) select 'Person ' || n, 'person' || n || '@example.org' from generate_series(1, 100) n;
create table gate_log (id integer primary key, zq uuid not null, at timestamptz not null);
insert into gate_log select row_number() over (), id, now() from passes;
-- A name that misleads.
create table agent (id integer primary key, title text);
insert into agent select n, 'agent ' || n from generate_series(1, 20) n;
create table call_note (id integer primary key, agent_id integer not null, note text);
insert into call_note select n, 100000 + n, 'note' from generate_series(1, 90) n;
-- A name that is right, and a few rows that are gone.
create table visits (id integer primary key, customer_id bigint, at date);
insert into visits select n, n, now() from generate_series(1, 420) n;`;

async function proposed(script: string, sample = true): Promise<MapProposal> {
  await using database = await emptyDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(script);
  await client.end();
  const [look] = await proposeSources([{ id: 'shop', kind: 'postgresql', connectionString: database.url }], {
    sample,
    onProgress: () => undefined,
  });
  return present(look, 'a database that was looked at').proposal;
}

function proposalsOf(looks: readonly LookedAt[]): readonly MapProposal[] {
  return looks.map(({ proposal }) => proposal);
}

function linksOf({ tables }: MapProposal, table: string) {
  const links = tables.find(({ id }) => id === table)?.links ?? [];
  return links.map(({ kind, columns, table: to, key }) => `${kind} ${columns} ${to} ${key}`.trim());
}

describe('links that only the values show', () => {
  test('are found by a shared word, a natural key, and random numbers; taken back where the values say otherwise', async () => {
    const proposal = await proposed(shop);
    expect(linksOf(proposal, 'user_token_secret')).toEqual(['owned-by user_id admin_user']);
    expect(linksOf(proposal, 'parking_scan')).toEqual(['owned-by permit_no parking_permit number']);
    expect(linksOf(proposal, 'orders')).toEqual(['owned-by customer_email customers email']);
    expect(linksOf(proposal, 'gate_log')).toEqual(['owned-by zq passes']);
    expect(linksOf(proposal, 'call_note')).toEqual([]);
    expect(proposal.warnings.filter(({ code }) => code === 'values-elsewhere')).toMatchObject([
      { table: 'call_note', columns: ['agent_id'], text: { en: expect.stringContaining('0 of 60 values') } },
    ]);
    const visits = proposal.tables.find(({ id }) => id === 'visits')?.links[0];
    expect(visits).toMatchObject({ table: 'customers', confidence: 0.93, values: { of: 60 } });
    expect(visits?.reasons).toContain('values-found');
    // Nothing of a row is in what is proposed.
    const said = JSON.stringify([proposal, decisionsOf([proposal])]);
    for (const value of ['@example.org', 'Person ', 'K0000', 'staff1']) expect(said).not.toContain(value);
  });

  test('are not found when no row may be looked at', async () => {
    const proposal = await proposed(shop, false);
    expect(linksOf(proposal, 'parking_scan')).not.toContain('owned-by permit_no parking_permit number');
    expect(linksOf(proposal, 'gate_log')).toEqual([]);
  });

  test('spoil nothing in the example, and join its three databases by what they share', async () => {
    await using company = await exampleCompany({ people: 150, today: Temporal.PlainDate.from('2026-11-23') });
    const { crm, billing, newsletter } = company.urls;
    const unknown = [
      { id: 'crm', kind: 'postgresql' as const, connectionString: crm },
      { id: 'billing', kind: 'postgresql' as const, connectionString: billing },
      { id: 'newsletter', kind: 'sqlite' as const, connectionString: newsletter },
    ];
    const ends = (proposals: readonly MapProposal[]) =>
      proposals.flatMap((proposal) =>
        proposal.tables.flatMap(({ id }) =>
          linksOf(proposal, id).map((link) => `${proposal.source}.${id} ${link}`),
        ),
      );
    const quiet = () => undefined;
    const byShape = proposalsOf(await proposeSources(unknown, { sample: false, onProgress: quiet }));
    const byValue = proposalsOf(await proposeSources(unknown, { sample: true, onProgress: quiet }));
    expect(ends(byValue)).toEqual(ends(byShape));
    const joins = byValue.flatMap((proposal) => proposal.joins);
    const told = joins.map(({ kind, from, to }) =>
      [kind, ...[`${from.source}.${from.table}`, `${to.source}.${to.table}`].sort()].join(' '),
    );
    expect(told).toContain('email crm.customers newsletter.subscribers');
    expect(told).toContain('customer-number billing.debtors crm.customers');
    const decided = decisionsOf(byValue).filter(({ about }) => about === 'identity');
    expect(decided).toHaveLength(joins.length);
  }, 180_000);
});

test('what stands inside JSON is in the proposal, and in a policy that compiles and fits', async () => {
  await using database = await emptyDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`create table customers (id bigint primary key, email text not null, details jsonb, log text);
    insert into customers select n, 'p' || n || '@example.org', jsonb_build_object('address', jsonb_build_object('city', 'Delft', 'street', 'Laan'),
      'contacts', jsonb_build_array(jsonb_build_object('email', 'q' || n || '@example.org', 'diagnosis', 'hay fever'))), '{"ip": "10.0.0.1"}'
    from generate_series(1, 30) n`);
  await client.end();
  const unknown = [{ id: 'shop', kind: 'postgresql' as const, connectionString: database.url }];
  const proposals = proposalsOf(await proposeSources(unknown, { sample: true, onProgress: () => undefined }));
  const details = proposals[0]?.tables[0]?.columns.get('details');
  expect(
    Object.fromEntries((details?.paths ?? []).map(({ path, category }) => [path, category])),
  ).toMatchObject({
    'address.city': 'city',
    'address.street': 'street',
    'contacts[].email': 'email',
    'contacts[].diagnosis': 'health',
  });
  expect(
    decisionsOf(proposals)
      .filter(({ about }) => about === 'special')
      .map(({ at }) => at),
  ).toEqual(['shop.customers.details']);
  const text = writePolicy({ proposals, languages: ['nl', 'en'], comments: 'en' });
  expect(text).toContain('"contacts[].email": contact');
  // Somebody's health, though the column itself is only free text or JSON.
  expect(text).toMatch(/^ +details: .*# decide: /m);
  expect(text).not.toContain('hay fever');
  const { policy, diagnostics } = compilePolicy('policy.yaml', text);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const source = postgresqlSource('shop', database.url);
  const { map } = buildDataMap(present(policy?.sources[0], 'shop'), await source.introspect());
  await source.close();
  const mapped = map?.tables.get('customers')?.columns.find(({ name }) => name === 'details');
  expect(mapped?.personal?.paths).toContainEqual({ path: 'contacts[].email', category: 'contact' });
});

test('people of two databases are joined where no index can tell, by the samples alone', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'gestand-'));
  const file = (name: string, script: string) => {
    const path = join(folder.path, `${name}.sqlite`);
    const database = new DatabaseSync(path);
    database.exec(script);
    database.close();
    return { id: name, kind: 'sqlite' as const, connectionString: path };
  };
  const people = (spelling: string, from: number) => `
    with recursive n (n) as (select ${from} union all select n + 1 from n where n < ${from + 40})
    insert into members select n, ${spelling}('Person' || n || '@Example.org') from n`;
  const unknown = [
    file('old', `create table members (id integer primary key, email text not null); ${people('upper', 1)}`),
    file('new', `create table members (id integer primary key, email text not null); ${people('lower', 21)}`),
  ];
  const proposals = proposalsOf(await proposeSources(unknown, { sample: true, onProgress: () => undefined }));
  expect(proposals.flatMap(({ joins }) => joins)).toMatchObject([{ kind: 'email', matched: 21, of: 41 }]);
});
