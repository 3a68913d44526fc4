import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { listRequests } from '../../src/app/list-requests.ts';
import { tidyStore } from '../../src/app/tidy-store.ts';
import { silentLog } from '../../src/base/log.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { type CaseFile, moveCase, openCase, readCase, readContact } from '../../src/store/case-file.ts';
import { makeIdentityCode } from '../../src/store/identity-code.ts';
import { queueMail, readMail } from '../../src/store/outbox-mail.ts';
import { approvePlan, keepPlan } from '../../src/store/plan-record.ts';
import { claimRun, closeRun, queueRun } from '../../src/store/run.ts';
import type { StoreScope } from '../../src/store/store.ts';
import { listUnplannedCases } from '../../src/store/unplanned-case.ts';
import { testStore } from '../support/test-store.ts';
import { officer } from './company.ts';

const plan: Plan = {
  format: 1,
  kind: 'access',
  language: 'nl',
  on: '2026-11-02',
  policyHash: 'p',
  people: 1,
  sources: [],
};
const bindings = { nonce: 'n', sources: {} };

async function unprovenCase(store: StoreScope, legalDate: string): Promise<CaseFile> {
  const { file } = await openCase(store, {
    wish: { kind: 'access' },
    language: 'nl',
    channel: 'portal',
    safeDate: legalDate,
    legalDate,
    contact: { email: 'zoe@example.org' },
    actor: 'person',
  });
  await makeIdentityCode(store, file.id, { lifetimeSeconds: 900, network: null });
  return moveCase(store, file.id, { from: ['received'], to: 'identity', actor: 'system' });
}

async function provenCase(store: StoreScope, legalDate: string): Promise<CaseFile> {
  const { id } = await unprovenCase(store, legalDate);
  return moveCase(store, id, { from: ['identity'], to: 'in-progress', actor: 'person' });
}

async function failedPlan(store: StoreScope, caseId: CaseFile['id']): Promise<void> {
  const { id } = await keepPlan(store, { plan, sealedHash: 'h', bindings, caseId });
  await approvePlan(store, id, { sealedHash: 'h', approvedBy: 'officer_1' });
  const run = await queueRun(store, id, []);
  const held = await claimRun(store, { worker: 'a', leaseSeconds: 30, runId: run.id });
  if (held === undefined) throw new Error('not claimed');
  await closeRun(store, held, { state: 'failed', failureCode: 'drifted' });
}

test('requests of whom nobody knows yet who asks push no other off the list', async () => {
  await using it = await testStore();
  const { store } = it;
  for (let i = 0; i < 5; i++) await unprovenCase(store, '2026-11-20');
  const proven = await provenCase(store, '2026-12-02');
  const listed = await listRequests({ actor: officer, store, log: silentLog }, { all: false, limit: 3 });
  expect(listed.map(({ state }) => state)).toEqual(['verified', 'unproven', 'unproven']);
  expect(listed[0]?.reference).toBe(proven.reference);
});

test('plans that wait for an officer keep no other case from being planned', async () => {
  await using it = await testStore();
  const { store, clock } = it;
  for (let i = 0; i < 4; i++) {
    const { id } = await provenCase(store, '2026-11-20');
    await keepPlan(store, { plan, sealedHash: 'h', bindings, caseId: id });
  }
  await unprovenCase(store, '2026-11-20');
  const [fresh, failed] = [await provenCase(store, '2026-12-02'), await provenCase(store, '2026-12-02')];
  await failedPlan(store, failed.id);
  const again = await provenCase(store, '2026-12-02');
  await failedPlan(store, again.id);
  clock.advance({ seconds: 1 });
  await keepPlan(store, { plan, sealedHash: 'h2', bindings, caseId: again.id });
  const waiting = await listUnplannedCases(store, {
    kinds: ['access', 'erasure'],
    failedBefore: store.clock.now().toString(),
    limit: 3,
  });
  expect(waiting.map(({ id }) => id).toSorted()).toEqual([fresh.id, failed.id].toSorted());
});

test('a request nobody proved to be theirs is gone after its date, and one that was proven is not', async () => {
  await using it = await testStore();
  const { store, clock } = it;
  const unproven = await unprovenCase(store, '2026-12-02');
  const proven = await provenCase(store, '2026-12-02');
  const system = { actor: { kind: 'system' }, store, log: silentLog } as const;
  clock.advance({ hours: 24 * 30 });
  expect(await tidyStore(system)).toMatchObject({ unproven: 0 });
  clock.advance({ hours: 24 });
  expect(await tidyStore(system)).toMatchObject({ unproven: 1 });
  expect(await readCase(store, unproven.id)).toBeUndefined();
  expect((await readCase(store, proven.id))?.state).toBe('in-progress');
  const { rows } = await sql<{ leaf: string }>`
    select leaf from gestand.ledger_entry where leaf like '%"removed"%'`.execute(store.db);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.leaf).toContain(unproven.id);
});

test('whose a request was is no longer kept two years after it ended', async () => {
  await using it = await testStore();
  const { store, clock } = it;
  const system = { actor: { kind: 'system' }, store, log: silentLog } as const;
  const open = await provenCase(store, '2026-12-02');
  const ended = await provenCase(store, '2026-12-02');
  await moveCase(store, ended.id, { from: ['in-progress'], to: 'answered', actor: 'system' });
  clock.advance({ hours: 24 * 729 });
  expect(await tidyStore(system)).toMatchObject({ contacts: 0 });
  clock.advance({ hours: 72 });
  expect(await tidyStore(system)).toMatchObject({ contacts: 1 });
  expect(await readContact(store, ended.id)).toBeUndefined();
  expect(await readContact(store, open.id)).toMatchObject({ email: 'zoe@example.org' });
});

test('a letter that never left is not kept for ever', async () => {
  await using it = await testStore();
  const { store, clock } = it;
  const letter = { to: 'zoe@example.org', subject: 'Uw verzoek', text: 'Beste lezer', html: '' };
  const [failed, waiting] = [await queueMail(store, letter), await queueMail(store, letter)];
  await sql`update gestand.outbox_mail set state = 'failed' where mail_id = ${failed}`.execute(store.db);
  clock.advance({ hours: 24 * 15 });
  await tidyStore({ actor: { kind: 'system' }, store, log: silentLog });
  expect(await readMail(store, failed)).toBeUndefined();
  expect(await readMail(store, waiting)).toMatchObject(letter);
});
