import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { promiseWorld } from '../../test/support/promise-world.ts';
import { moveCase } from '../store/case-file.ts';
import { claimMailbox, mailboxFailed, mailboxLooked } from '../store/mailbox.ts';
import { beginMessage, settleMessage } from '../store/message.ts';
import { approvePlan, keepPlan } from '../store/plan-record.ts';
import { claimRun, closeRun, queueRun } from '../store/run.ts';

const officer = 'officer';

test('P36 and D07 turn with the clock of a request, and back when it is answered in time', async () => {
  await using world = await promiseWorld();
  const { clock } = world.test;
  expect(await world.verdict('P36')).toMatchObject({ state: 'unproven' });
  const id = await world.request('access');
  // Received on 2 November: due on 2 December.
  expect(await world.verdict('P36')).toMatchObject({ state: 'kept', evidence: { open: 1 } });
  clock.advance({ days: 22 });
  expect(await world.verdict('P36')).toMatchObject({ state: 'kept' });
  clock.advance({ days: 1 });
  const soon = await world.verdict('P36');
  expect(soon).toMatchObject({ state: 'at-risk', evidence: { soon: [id] } });
  expect(soon.reason.nl).toContain('2 december 2026');
  await world.answer(id);
  expect(await world.verdict('P36')).toMatchObject({
    state: 'kept',
    evidence: { open: 0, handled: 1, checked: 1 },
  });

  const second = await world.request('access', 'piet@voorbeeld.example');
  clock.advance({ days: 60 });
  expect(await world.verdict('P36')).toMatchObject({ state: 'broken', evidence: { overdue: [second] } });
  expect(await world.verdict('D07')).toMatchObject({ state: 'broken', evidence: { overdue: [second] } });
  // Answering late does not make it in time; only time shows that it goes well again.
  await world.answer(second);
  expect(await world.verdict('P36')).toMatchObject({
    state: 'broken',
    evidence: { overdue: [], late: [second] },
  });
  clock.advance({ days: 90 });
  expect(await world.verdict('P36')).toMatchObject({ state: 'kept' });
  expect(await world.verdict('D07')).toMatchObject({ state: 'kept' });
  clock.advance({ days: 400 });
  expect(await world.verdict('P36')).toMatchObject({ state: 'unproven', evidence: { handled: 0 } });
});

test('a request of somebody who never proved who they are makes nothing late', async () => {
  await using world = await promiseWorld();
  const id = await world.request('access');
  await moveCase(world.test.store, id, { from: ['in-progress'], to: 'identity', actor: 'system' });
  world.test.clock.advance({ days: 100 });
  expect(await world.verdict('P36')).toMatchObject({
    state: 'unproven',
    evidence: { unidentified: 1, overdue: [] },
  });
});

test('P36 and P40 turn when an answer left a system out or was never delivered', async () => {
  await using world = await promiseWorld();
  const { store } = world.test;
  const id = await world.request('access');
  await moveCase(store, id, { from: ['in-progress'], to: 'answered', actor: officer });
  for (const promise of ['P36', 'P40'])
    expect(await world.verdict(promise)).toMatchObject({ state: 'broken', evidence: { incomplete: [id] } });
  await moveCase(store, id, { from: ['answered'], to: 'in-progress', actor: officer });
  await world.answer(id);
  for (const promise of ['P36', 'P40']) expect(await world.verdict(promise)).toMatchObject({ state: 'kept' });

  // A plan as an earlier mistake could have made it: of one system where the policy has two.
  await sql`update gestand.plan set sealed_content = sealed_content #- '{sources,1}'`.execute(store.db);
  for (const promise of ['P36', 'P40'])
    expect(await world.verdict(promise)).toMatchObject({ state: 'broken', evidence: { incomplete: [id] } });
});

test('P40 holds an answer against the systems of its own day, and is at risk when one is away today', async () => {
  await using world = await promiseWorld();
  await world.answer(await world.request('erasure'));
  expect(await world.verdict('P40')).toMatchObject({ state: 'kept', evidence: { checked: 1 } });
  // A system that was connected later was not there to be searched.
  await world.load([
    'sources:\n',
    'sources:\n  wiki: { kind: sqlite, connection: WIKI_FILE, name: { nl: Wiki, en: Wiki }, tables: { pages: { context: true, name: { nl: Bladen, en: Pages } } } }\n',
  ]);
  const { sources } = world.context();
  expect(await world.verdict('P40')).toMatchObject({
    state: 'at-risk',
    evidence: { incomplete: [], away: ['wiki'] },
  });
  await world.load();
  expect(await world.verdict('P40', { sources })).toMatchObject({ state: 'kept' });
});

test('P38 turns when an erasure left more than it may, or was not searched after, and back', async () => {
  await using world = await promiseWorld();
  const { store } = world.test;
  expect(await world.verdict('P38')).toMatchObject({ state: 'unproven' });
  const id = await world.request('erasure');
  await world.answer(id);
  // Until somebody looked whether they came back, nothing shows that they did not.
  expect(await world.verdict('P38')).toMatchObject({ state: 'unproven' });
  await world.look();
  expect(await world.verdict('P38')).toMatchObject({ state: 'kept', evidence: { runs: 1, traced: [] } });

  await sql`update gestand.run_step set state = 'waiting' where name = 'verify:list'`.execute(store.db);
  expect(await world.verdict('P38')).toMatchObject({ state: 'broken' });
  await sql`update gestand.run_step set state = 'completed' where name = 'verify:list'`.execute(store.db);
  expect(await world.verdict('P38')).toMatchObject({ state: 'kept' });

  const { rows } = await sql<{ record: string }>`
    with gone as (delete from gestand.erasure_record returning *) select to_jsonb(gone)::text as record from gone`.execute(
    store.db,
  );
  expect(await world.verdict('P38')).toMatchObject({ state: 'broken' });
  for (const { record } of rows)
    await sql`insert into gestand.erasure_record
      select * from jsonb_populate_record(null::gestand.erasure_record, ${record}::jsonb)`.execute(store.db);
  expect(await world.verdict('P38')).toMatchObject({ state: 'kept' });
});

test('P38 turns with a run whose verification failed, until another run of the case succeeds', async () => {
  await using world = await promiseWorld();
  const { store } = world.test;
  const caseId = await world.request('erasure');
  const { id: planId } = await keepPlan(store, {
    plan: {
      format: 1,
      kind: 'erase',
      on: '2026-11-02',
      policyHash: world.context().policy.hash,
      people: 1,
      sources: [],
    },
    sealedHash: 'sealed',
    bindings: { nonce: 'n', sources: {} },
    caseId,
  });
  await approvePlan(store, planId, { sealedHash: 'sealed', approvedBy: officer });
  const { id: runId } = await queueRun(store, planId, [{ name: 'verify:crm', source: 'crm' }]);
  const held = await claimRun(store, { worker: 'w', leaseSeconds: 60, runId });
  if (held === undefined) throw new Error('not claimed');
  await closeRun(store, held, { state: 'failed', failureCode: 'unverified' });
  expect(await world.verdict('P38')).toMatchObject({ state: 'broken', evidence: { unverified: [runId] } });
  await sql`update gestand.plan set state = 'superseded' where plan_id = ${planId}`.execute(store.db);
  await world.answer(caseId);
  await world.look();
  expect(await world.verdict('P38')).toMatchObject({ state: 'kept', evidence: { unverified: [] } });
});

test('P38 turns when a backup brings somebody back, and when nobody looked for two days', async () => {
  await using world = await promiseWorld();
  await world.answer(await world.request('erasure'));
  await world.look();
  expect(await world.verdict('P38')).toMatchObject({ state: 'kept' });
  // As it was: with the key that was erased.
  await world.crm(`insert into customers values (1, 'Vera@Voorbeeld.example', 'Vera', '2026-10-01') on conflict (id)
    do update set email = excluded.email, name = excluded.name`);
  await world.look();
  const turned = await world.verdict('P38');
  expect(turned).toMatchObject({
    state: 'broken',
    evidence: { returned: [{ source: 'crm', returned: 1, unclear: 0, runIds: [expect.any(String)] }, {}] },
  });
  expect(JSON.stringify(turned).toLowerCase()).not.toContain('vera');
  await world.crm('update customers set email = null, name = null where id = 1');
  await world.look();
  expect(await world.verdict('P38')).toMatchObject({ state: 'kept' });
  world.test.clock.advance({ hours: 49 });
  expect(await world.verdict('P38')).toMatchObject({ state: 'unproven' });
});

test('P38 is not kept by a look of before the last erasure', async () => {
  await using world = await promiseWorld();
  await world.answer(await world.request('erasure'));
  await world.look();
  expect(await world.verdict('P38')).toMatchObject({ state: 'kept' });
  world.test.clock.advance({ minutes: 5 });
  await world.answer(await world.request('erasure', 'piet@voorbeeld.example'));
  const unseen = await world.verdict('P38');
  expect(unseen).toMatchObject({ state: 'unproven', evidence: { lookedAt: '2026-11-02T09:00:00Z' } });
  expect(unseen.reason.en).toContain('since the last erasure');
  world.test.clock.advance({ minutes: 5 });
  await world.look();
  expect(await world.verdict('P38')).toMatchObject({
    state: 'kept',
    evidence: { runs: 2, lookedAt: '2026-11-02T09:10:00Z' },
  });
});

test('P38 is at risk while an address still stands in the text of a row that nothing holds', async () => {
  await using world = await promiseWorld();
  // Another customer's name, in which somebody typed Vera's address.
  await world.crm(`update customers set name = 'Piet (via vera@voorbeeld.example)' where id = 2`);
  await world.answer(await world.request('erasure'));
  const turned = await world.verdict('P38');
  expect(turned).toMatchObject({ state: 'at-risk' });
  expect(turned.reason.nl).toContain('1 rij');
  expect(JSON.stringify(turned)).not.toMatch(/vera/i);
});

test('P39 turns with a refusal without a ground of the list, or with one that does not fit', async () => {
  await using world = await promiseWorld();
  const { store } = world.test;
  expect(await world.verdict('P39')).toMatchObject({ state: 'unproven' });
  const refuse = async (
    kind: 'access' | 'erasure',
    detail: { readonly ground?: string },
  ): Promise<string> => {
    const id = await world.request(kind);
    await moveCase(store, id, { from: ['in-progress'], to: 'refused', actor: officer, detail });
    return id;
  };
  await refuse('erasure', { ground: 'tax-records' });
  await refuse('access', { ground: 'excessive' });
  expect(await world.verdict('P39')).toMatchObject({ state: 'kept', evidence: { refused: 2 } });
  const groundless = await refuse('access', {});
  expect(await world.verdict('P39')).toMatchObject({
    state: 'broken',
    evidence: { withoutGround: [groundless] },
  });
  const again = groundless as `case_${string}`;
  await moveCase(store, again, { from: ['refused'], to: 'in-progress', actor: officer });
  await moveCase(store, again, {
    from: ['in-progress'],
    to: 'refused',
    actor: officer,
    detail: { ground: 'identity-in-doubt' },
  });
  expect(await world.verdict('P39')).toMatchObject({ state: 'kept' });
  // A duty to keep the books is no reason to withhold a copy of them.
  const unfit = await refuse('access', { ground: 'tax-records' });
  expect(await world.verdict('P39')).toMatchObject({ state: 'broken', evidence: { withoutGround: [unfit] } });
});

test('P39 looks at what erasures kept, too', async () => {
  await using world = await promiseWorld();
  await world.answer(await world.request('erasure'));
  expect(await world.verdict('P39')).toMatchObject({
    state: 'kept',
    evidence: { keptGrounds: ['tax-records'] },
  });
  await sql`update gestand.plan set sealed_content = replace(sealed_content::text, 'tax-records', 'we-like-it')::jsonb`.execute(
    world.test.store.db,
  );
  expect(await world.verdict('P39')).toMatchObject({
    state: 'broken',
    evidence: { unknownGrounds: ['we-like-it'] },
  });
});

test('P35 and P64 follow the questions that come in', async () => {
  await using world = await promiseWorld();
  const { store, clock } = world.test;
  await world.publish();
  expect(await world.verdict('P35')).toMatchObject({ state: 'unproven' });
  // The contact point is there; that a question gets an answer is shown by nothing yet.
  expect(await world.verdict('P64')).toMatchObject({ state: 'unproven', evidence: { contactPoint: true } });
  const [security, question] = [await world.request('security-information'), await world.request('question')];
  clock.advance({ days: 25 });
  expect(await world.verdict('P35')).toMatchObject({ state: 'at-risk' });
  expect(await world.verdict('P64')).toMatchObject({ state: 'at-risk' });
  for (const id of [security, question])
    await moveCase(store, id, { from: ['in-progress'], to: 'answered', actor: officer });
  expect(await world.verdict('P35')).toMatchObject({ state: 'kept', evidence: { handled: 1 } });
  expect(await world.verdict('P64')).toMatchObject({ state: 'kept', evidence: { handled: 1 } });
  await world.request('security-information');
  clock.advance({ days: 40 });
  expect(await world.verdict('P35')).toMatchObject({ state: 'broken' });
});

test('P64 turns when an e-mail waits for a decision, or the mailbox cannot be read', async () => {
  await using world = await promiseWorld();
  const { store, clock } = world.test;
  await world.publish();
  const lease = { mailboxId: 'mailbox', reader: 'reader', seconds: 60 };
  await claimMailbox(store, lease);
  const answered = await world.request('question');
  await moveCase(store, answered, { from: ['in-progress'], to: 'answered', actor: officer });
  expect(await world.verdict('P64')).toMatchObject({
    state: 'kept',
    evidence: { undecided: 0, unreadMailboxes: 0, channels: { mail: 0, telephone: 0 } },
  });
  await mailboxFailed(store, { mailboxId: 'mailbox', code: 'imap-econnrefused' });
  clock.advance({ hours: 23 });
  await mailboxFailed(store, { mailboxId: 'mailbox', code: 'imap-econnrefused' });
  expect(await world.verdict('P64')).toMatchObject({ state: 'kept' });
  clock.advance({ hours: 2 });
  expect(await world.verdict('P64')).toMatchObject({ state: 'at-risk', evidence: { unreadMailboxes: 1 } });
  await mailboxLooked(store, { lease, doneUid: 0 });
  expect(await world.verdict('P64')).toMatchObject({ state: 'kept' });

  const id = await beginMessage(store, {
    mailboxId: 'mailbox',
    receivedAt: clock.now().toString(),
    bytes: 100,
  });
  await settleMessage(store, id, {
    state: 'unmatched',
    reason: 'case-number',
    caseId: null,
    fromContact: false,
    fingerprint: 'f',
    content: {
      sender: 'jan@voorbeeld.example',
      senderName: '',
      subject: '',
      text: '',
      messageId: null,
      sentAt: null,
      head: '',
    },
  });
  expect(await world.verdict('P64')).toMatchObject({ state: 'kept', evidence: { undecided: 1 } });
  clock.advance({ days: 8 });
  expect(await world.verdict('P64')).toMatchObject({ state: 'at-risk' });
  clock.advance({ days: 30 });
  expect(await world.verdict('P64')).toMatchObject({ state: 'broken', evidence: { lateMessages: [id] } });
});
