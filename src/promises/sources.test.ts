import { expect, test } from 'vitest';
import { promiseWorld } from '../../test/support/promise-world.ts';
import { present } from '../base/assert.ts';
import { postgresqlSource } from '../sources/postgresql/postgresql-source.ts';

test('P04 turns with a column nobody mapped, and back when it is gone', async () => {
  await using world = await promiseWorld();
  expect(await world.verdict('P04')).toMatchObject({ state: 'kept', evidence: { columns: 15, sources: 2 } });
  await world.crm('alter table customers add column birth_date date');
  const turned = await world.verdict('P04');
  expect(turned).toMatchObject({
    state: 'broken',
    evidence: { unmapped: 1, places: ['crm.customers.birth_date'] },
  });
  expect(turned.reason.nl).toContain('crm.customers.birth_date');
  await world.crm('alter table customers drop column birth_date');
  world.list('create table bounces (email text)');
  expect(await world.verdict('P04')).toMatchObject({
    state: 'broken',
    evidence: { places: ['list.bounces'] },
  });
  world.list('drop table bounces');
  expect(await world.verdict('P04')).toMatchObject({ state: 'kept' });
});

test('P04 turns with a personal column without a purpose', async () => {
  await using world = await promiseWorld();
  const { policy } = world.context();
  const aimless = {
    ...policy,
    sources: policy.sources.map((source) => ({
      ...source,
      tables: source.tables.map((table) => (table.id === 'visits' ? { ...table, purposes: [] } : table)),
    })),
  };
  expect(await world.verdict('P04', { policy: aimless })).toMatchObject({
    state: 'broken',
    evidence: { withoutPurpose: 1, places: ['crm.visits.ip'] },
  });
  expect(await world.verdict('P04')).toMatchObject({ state: 'kept' });
});

test('P04 is at risk when policy and systems no longer fit, and proves nothing when a system is away', async () => {
  await using world = await promiseWorld();
  await world.crm('alter table visits rename column visited_on to "on"; alter table visits drop column "on"');
  expect(await world.verdict('P04')).toMatchObject({
    state: 'at-risk',
    evidence: { errors: ['column-gone'] },
  });
  await world.crm('alter table visits add column visited_on date');
  expect(await world.verdict('P04')).toMatchObject({ state: 'kept' });

  const nowhere = postgresqlSource('crm', 'postgres://nobody@127.0.0.1:9/nothing');
  const { sources } = world.context();
  const away = await world.verdict('P04', { sources: new Map([...sources, ['crm', nowhere]]) });
  await nowhere.close();
  expect(away).toMatchObject({ state: 'unproven', evidence: { away: ['crm'] } });
  expect(away.reason.nl).toContain('Niet bereikbaar: crm.');
});

test('P08 turns with a category the published statement does not tell, and back with a new version', async () => {
  await using world = await promiseWorld();
  expect(await world.verdict('P08')).toMatchObject({ state: 'unproven' });
  await world.publish();
  expect(await world.verdict('P08')).toMatchObject({ state: 'kept', evidence: { held: 4 } });
  await world.crm('alter table customers add column plate text');
  await world.load(
    [
      '  device:',
      '  vehicle: { name: { nl: Uw kenteken, en: Your licence plate }, dpv: "pd:VehicleLicenseNumber" }\n  device:',
    ],
    ['name: name, last_active_on', 'name: name, plate: vehicle, last_active_on'],
  );
  const turned = await world.verdict('P08');
  expect(turned).toMatchObject({ state: 'broken', evidence: { untold: ['vehicle'] } });
  expect(turned.reason).toMatchObject({
    nl: expect.stringContaining('Uw kenteken'),
    en: expect.stringContaining('Your licence plate'),
  });
  await world.publish();
  expect(await world.verdict('P08')).toMatchObject({ state: 'kept', evidence: { held: 5 } });
  await world.crm('alter table customers add column geboortedatum date');
  const unlisted = await world.verdict('P08');
  expect(unlisted).toMatchObject({
    state: 'broken',
    evidence: { unlisted: ['crm.customers.geboortedatum'] },
  });
  expect(unlisted.reason.nl).toContain('crm.customers.geboortedatum');
  await world.crm('alter table customers drop column geboortedatum');
  expect(await world.verdict('P08')).toMatchObject({ state: 'kept' });
});

test('P08 counts what stands inside JSON', async () => {
  await using world = await promiseWorld();
  await world.publish();
  await world.crm('alter table customers add column details jsonb');
  const mapped = (paths: string) =>
    world.load(
      [
        '  device:',
        '  vehicle: { name: { nl: Uw kenteken, en: Your licence plate }, dpv: "pd:VehicleLicenseNumber" }\n  device:',
      ],
      ['name: name, last_active_on', `name: name, details: { category: name, ${paths} }, last_active_on`],
    );
  await mapped("paths: { 'garage[].plate': vehicle }");
  expect(await world.verdict('P08')).toMatchObject({ state: 'broken', evidence: { untold: ['vehicle'] } });
  await world.publish();
  expect(await world.verdict('P08')).toMatchObject({ state: 'kept', evidence: { held: 5 } });
});

test('P25 turns with rows past their term, in either kind of source, and back when they are gone', async () => {
  await using world = await promiseWorld();
  expect(await world.verdict('P25')).toMatchObject({ state: 'kept', evidence: { past: [] } });
  // 30 days before 2 November is 3 October: that day is the last that may still be there.
  await world.crm(
    `insert into visits values (3, 1, null, '2026-10-03'), (4, 1, null, '2026-10-02'), (5, 1, null, '2020-01-01')`,
  );
  world.list(`insert into subscribers values ('old@voorbeeld.example', null, '2024-11-01')`);
  const turned = await world.verdict('P25');
  expect(turned.state).toBe('broken');
  expect(turned.reason.en).toBe(
    'Past their period: 3 rows: crm.visits 2 (visited_on before 3 October 2026), list.subscribers 1 (last_seen_on before 2 November 2024). Erase them in that system itself; "gestand promises show P25" says which they are.',
  );
  expect(turned.evidence['past']).toEqual([
    {
      source: 'crm',
      table: 'visits',
      column: 'visited_on',
      rule: 'visits',
      before: '2026-10-03',
      mayStay: false,
      rows: 2,
    },
    {
      source: 'list',
      table: 'subscribers',
      column: 'last_seen_on',
      rule: 'account',
      before: '2024-11-02',
      mayStay: false,
      rows: 1,
    },
  ]);
  expect(turned.reason.nl).toContain('3 rijen: crm.visits 2 (visited_on vóór 3 oktober 2026)');
  await world.crm(`delete from visits where visited_on < '2026-10-03'`);
  world.list(`delete from subscribers where last_seen_on < '2025-01-01'`);
  expect(await world.verdict('P25')).toMatchObject({ state: 'kept' });
  // Time alone turns it too.
  world.test.clock.advance({ days: 1 });
  expect(await world.verdict('P25')).toMatchObject({ state: 'broken' });
});

test('P25 counts from the first of two dates, where the policy names two', async () => {
  await using world = await promiseWorld();
  world.list(`alter table subscribers add column unsubscribed_on text;
    insert into subscribers values ('weg@voorbeeld.example', null, '2026-10-01', '2023-01-01'), ('lang@voorbeeld.example', null, null, '2016-01-01'),
      ('net@voorbeeld.example', null, null, '2026-10-01'), ('nooit@voorbeeld.example', null, null, null)`);
  await world.load(
    [
      'retention: { rule: account, from: last_seen_on }',
      'retention: { rule: account, from: last_seen_on, orFrom: unsubscribed_on }',
    ],
    ['name: name, last_seen_on', 'name: name, unsubscribed_on: not-personal, last_seen_on'],
  );
  const verdict = await world.verdict('P25');
  expect(verdict).toMatchObject({
    state: 'broken',
    evidence: {
      past: [
        {
          source: 'list',
          table: 'subscribers',
          column: 'last_seen_on',
          orColumn: 'unsubscribed_on',
          rows: 2,
        },
      ],
      undated: [{ source: 'list', table: 'subscribers', rows: 1 }],
    },
  });
  expect(verdict.reason.en).toContain(
    'list.subscribers 2 (last_seen_on or unsubscribed_on before 2 November 2024)',
  );
  world.list(`delete from subscribers where unsubscribed_on < '2024-01-01'`);
  expect(await world.verdict('P25')).toMatchObject({ state: 'kept' });
});

test('P25 tells of rows without a date, which never get to their term', async () => {
  await using world = await promiseWorld();
  expect(await world.verdict('P25')).toMatchObject({ state: 'kept', evidence: { undated: [] } });
  world.list(
    `insert into subscribers values ('ooit@voorbeeld.example', null, null), ('later@voorbeeld.example', null, '')`,
  );
  for (const again of [1, 2]) {
    const verdict = await world.verdict('P25');
    expect(verdict, String(again)).toMatchObject({
      state: 'kept',
      evidence: { undated: [{ source: 'list', table: 'subscribers', column: 'last_seen_on', rows: 2 }] },
    });
    expect(verdict.reason.en).toContain(
      'Without a date, so that their period never begins: 2 rows (list.subscribers.last_seen_on).',
    );
    expect(verdict.publicReason?.en).toContain('their period never begins: 2 rows.');
  }
});

test('P25 turns when a table has no term, and tells what may be held apart from what is due', async () => {
  await using world = await promiseWorld();
  await world.load(['        retention: { rule: account, from: last_seen_on }\n', '']);
  expect(await world.verdict('P25')).toMatchObject({
    state: 'broken',
    evidence: { endless: ['list.subscribers'] },
  });
  await world.load([
    'hold: { rule: invoices, from: invoice_date }',
    'hold: { rule: invoices, from: invoice_date }\n        retention: { rule: account, from: invoice_date }',
  ]);
  // Both invoices are older than the two years, and a law holds them.
  expect(await world.verdict('P25')).toMatchObject({ state: 'kept' });
  await world.crm(`insert into invoices values (3, 1, '2018-12-31', null)`);
  expect(await world.verdict('P25')).toMatchObject({
    state: 'broken',
    evidence: { past: [{ before: '2019-01-01', rows: 1 }] },
  });
  await world.crm('alter table invoices add column sent_on date; update invoices set sent_on = invoice_date');
  await world.load(
    [
      'hold: { rule: invoices, from: invoice_date }',
      'hold: { rule: invoices, from: invoice_date }\n        retention: { rule: account, from: sent_on }',
    ],
    ['iban: payment', 'sent_on: not-personal, iban: payment'],
  );
  expect(await world.verdict('P25')).toMatchObject({
    state: 'at-risk',
    evidence: { past: [{ mayStay: true, rows: 3 }] },
  });
  await world.load();
  expect(await world.verdict('P25')).toMatchObject({ state: 'kept' });
});

test('P25 and P27 prove nothing about a system that is away', async () => {
  await using world = await promiseWorld();
  const nowhere = postgresqlSource('crm', 'postgres://nobody@127.0.0.1:9/nothing');
  const sources = new Map([...world.context().sources, ['crm', nowhere] as const]);
  expect(await world.verdict('P25', { sources })).toMatchObject({
    state: 'unproven',
    evidence: { failed: ['crm'] },
  });
  expect(await world.verdict('P27', { sources })).toMatchObject({
    state: 'unproven',
    evidence: { failed: ['crm'] },
  });
  await nowhere.close();
});

test('P27 turns the day a hold has ended, and back when the rows are gone', async () => {
  await using world = await promiseWorld();
  expect(await world.verdict('P27')).toMatchObject({ state: 'kept', evidence: { holds: 1 } });
  world.test.clock.advance({ days: 59 });
  expect(await world.verdict('P27')).toMatchObject({ state: 'kept' });
  // The invoice of May 2019 is held to and including 31 December 2026.
  world.test.clock.advance({ days: 1 });
  const turned = await world.verdict('P27');
  expect(turned).toMatchObject({
    state: 'broken',
    evidence: { past: [{ table: 'invoices', before: '2020-01-01', rows: 1 }] },
  });
  await world.crm(`delete from invoices where invoice_date < '2020-01-01'`);
  expect(await world.verdict('P27')).toMatchObject({ state: 'kept' });
});

test('P27 turns with a hold that names no ground in law', async () => {
  await using world = await promiseWorld();
  const { policy } = world.context();
  const rule = present(policy.retention.get('invoices'), 'rule');
  const withGround = (ground: string | null) => ({
    policy: { ...policy, retention: new Map([...policy.retention, ['invoices', { ...rule, ground }]]) },
  });
  expect(await world.verdict('P27', withGround(null))).toMatchObject({
    state: 'broken',
    evidence: { groundless: ['crm.invoices'] },
  });
  // A ground to refuse a request is none to keep data.
  expect(await world.verdict('P27', withGround('excessive'))).toMatchObject({ state: 'broken' });
  expect(await world.verdict('P27', withGround('company-books'))).toMatchObject({ state: 'kept' });
});
