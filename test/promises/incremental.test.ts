import { expect, test, vi } from 'vitest';
import { type ExamplePromises, examplePromises } from './example-promises.ts';

/** How many terms of P25 were not counted again, and how many rows are past theirs. */
async function look(world: ExamplePromises) {
  const { state, evidence } = await world.verdict('P25');
  const past = evidence['past'] as readonly { readonly source: string; readonly rows: number }[];
  return {
    state,
    unchanged: evidence['unchanged'],
    past: past.map(({ source, rows }) => `${source} ${rows}`),
  };
}

/** The file of the newsletter is only told apart from two seconds after a change. */
async function settle(world: ExamplePromises): Promise<void> {
  await vi.waitFor(async () => expect(await look(world)).toMatchObject({ unchanged: terms }), {
    timeout: 20_000,
    interval: 300,
  });
}

const terms = 20;
const quiet = { state: 'kept', unchanged: terms, past: [] };

test('what did not change is not counted again, and a change in any of the systems is seen at once', async () => {
  await using world = await examplePromises();
  expect(await look(world)).toMatchObject({ state: 'kept', unchanged: 0 });
  await settle(world);

  await world.crm(
    `insert into website_visits (session, path, visited_at) values (gen_random_uuid(), '/', '2020-01-01')`,
  );
  expect(await look(world)).toEqual({ state: 'broken', unchanged: terms - 1, past: ['crm 1'] });
  // What is past its term is counted each time, so that it is mended at once.
  expect(await look(world)).toEqual({ state: 'broken', unchanged: terms - 1, past: ['crm 1'] });
  await world.crm(`delete from website_visits where visited_at = '2020-01-01'`);
  expect(await look(world)).toMatchObject({ state: 'kept', past: [] });

  await world.billing(
    `update reminders set sent_on = '2020-01-01' where id = (select min(id) from reminders)`,
  );
  expect(await look(world)).toMatchObject({ state: 'broken', past: ['billing 1'] });
  await world.billing(`update reminders set sent_on = '2026-10-01' where sent_on = '2020-01-01'`);
  expect(await look(world)).toMatchObject({ state: 'kept', past: [] });

  await world.newsletter(`update subscribers set last_seen_on = '2020-01-01' where rowid = 1`);
  expect(await look(world)).toMatchObject({ state: 'broken', past: ['newsletter 1'] });
  await world.newsletter(`update subscribers set last_seen_on = '2026-10-01' where rowid = 1`);
  expect(await look(world)).toMatchObject({ state: 'kept', past: [] });
  await settle(world);
}, 120_000);

test('everything is counted again on the next day, and when the counts of changes began anew', async () => {
  await using world = await examplePromises();
  await look(world);
  await settle(world);
  expect(await look(world)).toEqual(quiet);
  world.pass({ days: 1 });
  expect(await look(world)).toMatchObject({ unchanged: 0 });
  await settle(world);

  // As a crash or a restored server does: the counts begin at nothing, and could come to the same again. The two terms of billing and
  // the three of the newsletter stand.
  await world.crm('select pg_stat_reset()');
  expect(await look(world)).toMatchObject({ unchanged: 2 + 3 });
  await settle(world);
}, 120_000);

test('a table that was restored from a backup is counted again, whatever it was counted to hold', async () => {
  await using world = await examplePromises();
  await look(world);
  await settle(world);
  await world.crm(`create table backup as select * from call_log; truncate call_log; insert into call_log select * from backup;
    update call_log set called_at = '2020-01-01' where id = (select min(id) from call_log); drop table backup`);
  expect(await look(world)).toMatchObject({ state: 'broken', past: ['crm 1'] });
}, 120_000);

test('a date whose column changed places with another is looked at again', async () => {
  await using world = await examplePromises();
  await look(world);
  await settle(world);
  await world.crm(`alter table referrals add column before date; update referrals set before = '2020-01-01'`);
  await world.crm(
    'alter table referrals rename column created_on to after; alter table referrals rename column before to created_on',
  );
  const { state, past } = await look(world);
  expect(state).toBe('broken');
  expect(past).toEqual([expect.stringMatching(/^crm \d+$/)]);
}, 120_000);
