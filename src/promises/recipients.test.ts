import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type PromiseWorld, promiseWorld } from '../../test/support/promise-world.ts';
import { normaliseIdentity } from '../domain/identity.ts';
import { settle } from '../notices/settle.ts';
import { tellRecipients } from '../notices/tell-recipients.ts';
import { listNotices } from '../store/notice.ts';
import { withTransaction } from '../store/transaction.ts';

/** Every recipient confirms what they were told. */
async function confirmAll({ test: { store } }: PromiseWorld): Promise<void> {
  for (const notice of await listNotices(store, { states: ['waiting', 'sent', 'failed'], limit: 100 }))
    await withTransaction(store, (inside) =>
      settle(inside, notice, { by: 'recipient', excuse: null, receipt: null, note: null }),
    );
}

test('D03 turns as the last day comes and goes without a receipt, and only time mends what was late', async () => {
  await using world = await promiseWorld();
  const { clock, store } = world.test;
  expect(await world.verdict('D03')).toMatchObject({ state: 'unproven' });
  await world.answer(await world.request('erasure'));
  // Told on 2 November, due on the 9th.
  expect(await world.verdict('D03')).toMatchObject({ state: 'kept', evidence: { notices: 2, erasures: 1 } });
  clock.advance({ days: 5 });
  const soon = await world.verdict('D03');
  expect(soon).toMatchObject({ state: 'at-risk' });
  expect(soon.reason.nl).toContain('Voorbeeldmail B.V.');
  await confirmAll(world);
  expect(await world.verdict('D03')).toMatchObject({ state: 'kept', evidence: { urgent: [] } });

  await sql`update gestand.notice set state = 'sent', settled_at = null, settled_by = null where recipient = 'mailer'`.execute(
    store.db,
  );
  clock.advance({ days: 3 });
  expect(await world.verdict('D03')).toMatchObject({ state: 'broken', evidence: { late: [] } });
  await confirmAll(world);
  const late = await world.verdict('D03');
  expect(late).toMatchObject({ state: 'broken', evidence: { overdue: [] } });
  expect(late.reason.en).toContain('Voorbeeldmail B.V.');
  clock.advance({ days: 91 });
  expect(await world.verdict('D03')).toMatchObject({ state: 'kept' });
});

test('D03 is at risk at once when a recipient does not take it, until somebody of ours has told them', async () => {
  await using world = await promiseWorld();
  const { store } = world.test;
  await world.answer(await world.request('erasure'));
  await sql`update gestand.notice set state = 'failed', last_code = '404' where recipient = 'mailer'`.execute(
    store.db,
  );
  expect(await world.verdict('D03')).toMatchObject({ state: 'at-risk' });
  await confirmAll(world);
  expect(await world.verdict('D03')).toMatchObject({ state: 'kept' });
});

test('D03 breaks when an erasure has not the notices that it says it needs, and is mended when they are there', async () => {
  await using world = await promiseWorld();
  const { store } = world.test;
  await world.answer(await world.request('erasure'));
  const { rows } = await sql<{ record: string }>`
    with gone as (delete from gestand.notice where recipient = 'mailer' returning *)
    select to_jsonb(gone)::text as record from gone`.execute(store.db);
  expect(rows).toHaveLength(1);
  expect(await world.verdict('D03')).toMatchObject({
    state: 'broken',
    evidence: { untold: [expect.any(String)] },
  });
  for (const { record } of rows)
    await sql`insert into gestand.notice
      select * from jsonb_populate_record(null::gestand.notice, ${record}::jsonb)`.execute(store.db);
  expect(await world.verdict('D03')).toMatchObject({ state: 'kept', evidence: { untold: [] } });
});

test('P43 turns with the receipts of an objection, and is not moved by an erasure', async () => {
  await using world = await promiseWorld();
  const { clock, store } = world.test;
  await world.answer(await world.request('erasure'));
  expect(await world.verdict('P43')).toMatchObject({ state: 'unproven' });
  await withTransaction(store, (inside) =>
    tellRecipients(inside, {
      policy: world.context().policy,
      caseFile: null,
      deed: 'objection',
      scope: { purposes: ['newsletter'], categories: 'all', recipients: 'all' },
      identities: [normaliseIdentity('email', 'piet@voorbeeld.example')],
    }),
  );
  expect(await world.verdict('P43')).toMatchObject({ state: 'kept', evidence: { notices: 1 } });
  clock.advance({ days: 8 });
  expect(await world.verdict('P43')).toMatchObject({ state: 'broken' });
  await confirmAll(world);
  clock.advance({ days: 91 });
  expect(await world.verdict('P43')).toMatchObject({ state: 'kept' });
});
