import pg from 'pg';
import { expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { actingAs } from '../../src/app/context.ts';
import { keepStanding } from '../../src/app/keep-standing.ts';
import { takeEffect } from '../../src/app/take-effect.ts';
import { weighObjection } from '../../src/app/weigh-objection.ts';
import { present } from '../../src/base/assert.ts';
import type { CaseId } from '../../src/base/ids.ts';
import { silentLog } from '../../src/base/log.ts';
import type { Wish } from '../../src/domain/wish.ts';
import { keptMailer } from '../../src/mail/mailer.ts';
import { deliverOutbox } from '../../src/mail/outbox.ts';
import { moveCase, openCase, readCase } from '../../src/store/case-file.ts';
import { verdictOf } from '../support/verdict-of.ts';
import { type Company, exampleCompany, officer } from './company.ts';

/** The promises about what people have stopped, each broken and mended on real databases. */
const { email } = plantedCases['one-of-everything'].person;

async function verdict({ app }: Company, id: string) {
  const { store, policy, sources } = app;
  const context = { store, policy, sources, publicUrl: null, log: silentLog };
  const { state, evidence } = await verdictOf(id, context);
  return { state, evidence };
}

async function open({ app }: Company, wish: Wish): Promise<CaseId> {
  const { file } = await openCase(app.store, {
    wish,
    language: 'nl',
    channel: 'portal',
    safeDate: '2026-12-23',
    legalDate: '2026-12-23',
    contact: { email },
    actor: 'person',
  });
  return file.id;
}

async function prove({ app }: Company, id: CaseId): Promise<void> {
  await moveCase(app.store, id, { from: ['received'], to: 'in-progress', actor: 'person' });
}

/** Runs a statement in the customer system, as somebody there would. */
async function inCrm({ secrets }: Company, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: secrets['CRM_URL'] });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const objection: Wish = {
  kind: 'objection',
  purposes: ['own-offers'],
  categories: 'all',
  recipients: 'all',
  reason: null,
};
const takeAway = 'create table kept as select * from gestand.gate; delete from gestand.gate';
const putBack = 'insert into gestand.gate select * from kept; drop table kept';

const stops = [
  ['P44', objection, false],
  ['D05', { kind: 'withdrawal', purposes: ['newsletter'] }, false],
  ['D04', { kind: 'restriction', ground: 'unlawful-not-erased', purposes: 'all', reason: null }, true],
  ['P41', { ...objection, purposes: ['quality'] }, true],
] as const satisfies readonly (readonly [string, Wish, boolean])[];

test.each(stops)(
  '%s is unproven, then broken by a stop that does not come or does not stay, and kept when it does',
  async (id, wish, needsProof) => {
    await using company = await exampleCompany();
    expect(await verdict(company, id)).toMatchObject({ state: 'unproven' });
    const caseId = await open(company, wish);
    if (needsProof) {
      // Nobody has shown yet that it is theirs, so nothing is owed.
      company.test.clock.advance({ minutes: 5 });
      expect(await verdict(company, id)).toMatchObject({ state: 'unproven' });
      await prove(company, caseId);
    }
    company.test.clock.advance({ seconds: 60 });
    expect(await verdict(company, id)).toMatchObject({ state: 'kept' });
    company.test.clock.advance({ seconds: 1 });
    expect(await verdict(company, id)).toMatchObject({ state: 'broken', evidence: { unset: [caseId] } });

    await keepStanding(company.app);
    // That it came late cannot be mended; only time shows that it goes well again.
    expect(await verdict(company, id)).toMatchObject({
      state: 'broken',
      evidence: { unset: [], late: [caseId] },
    });
    company.test.clock.advance({ hours: 24 * 90 });
    // By then an objection must have been decided on: see below.
    if (id === 'P41') return;
    expect(await verdict(company, id)).toMatchObject({ state: 'kept', evidence: { asked: 1 } });

    await inCrm(company, takeAway);
    expect(await verdict(company, id)).toMatchObject({ state: 'broken' });
    await inCrm(company, putBack);
    expect(await verdict(company, id)).toMatchObject({ state: 'kept' });
  },
  120_000,
);

test('D04 is broken when a restriction ends without the person being told, and kept when they were', async () => {
  await using company = await exampleCompany();
  const { store } = company.app;
  const caseId = await open(company, {
    kind: 'restriction',
    ground: 'needed-for-claims',
    purposes: ['service'],
    reason: null,
  });
  await prove(company, caseId);
  await takeEffect(company.app, { caseId });
  expect(await verdict(company, 'D04')).toMatchObject({ state: 'kept', evidence: { asked: 1, marks: 1 } });
  await store.db.updateTable('person_mark').set({ lifted_at: store.clock.now().toString() }).execute();
  expect(await verdict(company, 'D04')).toMatchObject({
    state: 'broken',
    evidence: { unannounced: [caseId] },
  });
  await store.db.updateTable('person_mark').set({ notice_mail_id: 'mail_1' }).execute();
  expect(await verdict(company, 'D04')).toMatchObject({ state: 'kept' });
});

test('P41 asks for a decision before the use goes on, and for an answer in time', async () => {
  await using company = await exampleCompany();
  const { store } = company.app;
  const caseId = await open(company, { ...objection, purposes: ['quality'] });
  await prove(company, caseId);
  await takeEffect(company.app, { caseId });
  expect(await verdict(company, 'P41')).toMatchObject({ state: 'kept' });
  company.test.clock.advance({ hours: 24 * 24 });
  expect(await verdict(company, 'P41')).toMatchObject({ state: 'at-risk' });
  const { reference } = present(await readCase(store, caseId), 'the case');
  await weighObjection(actingAs(company.app, officer), {
    reference,
    outcome: 'rejected',
    reason: 'anders kan de monteur niet veilig werken.',
  });
  await deliverOutbox({ store, mailer: keptMailer, log: silentLog }, { limit: 20 });
  await keepStanding(company.app);
  expect(await verdict(company, 'P41')).toMatchObject({ state: 'kept' });
  const decision = await store.db.deleteFrom('weighing').returningAll().executeTakeFirstOrThrow();
  expect(await verdict(company, 'P41')).toMatchObject({
    state: 'broken',
    evidence: { undecided: [caseId] },
  });
  await store.db.insertInto('weighing').values(decision).execute();
  expect(await verdict(company, 'P41')).toMatchObject({ state: 'kept' });
});

test('P42 is broken by an objection that is recorded as all or nothing, and kept when it is put right', async () => {
  await using company = await exampleCompany();
  const { store } = company.app;
  expect(await verdict(company, 'P42')).toMatchObject({ state: 'unproven' });
  const caseId = await open(company, { ...objection, categories: ['vehicle'], recipients: ['mailer'] });
  await takeEffect(company.app, { caseId });
  expect(await verdict(company, 'P42')).toMatchObject({ state: 'kept', evidence: { partial: 1 } });
  const { scope } = await store.db.selectFrom('person_mark').select('scope').executeTakeFirstOrThrow();
  const wider = JSON.stringify({ purposes: 'all', categories: 'all', recipients: 'all' });
  await store.db.updateTable('person_mark').set({ scope: wider }).execute();
  expect(await verdict(company, 'P42')).toMatchObject({ state: 'broken', evidence: { wider: [caseId] } });
  await store.db
    .updateTable('person_mark')
    .set({ scope: JSON.stringify(scope) })
    .execute();
  expect(await verdict(company, 'P42')).toMatchObject({ state: 'kept' });
});
