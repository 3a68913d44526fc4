import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { exportLedger } from '../../src/app/export-ledger.ts';
import { compileOrRefuse } from '../../src/app/load-policy.ts';
import { showWitnesses, type Witnesses } from '../../src/app/show-witnesses.ts';
import { verifyLedger } from '../../src/app/verify-ledger.ts';
import { type Log, silentLog } from '../../src/base/log.ts';
import { recipientCaller } from '../../src/notices/call-recipient.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { claimMails } from '../../src/store/outbox-mail.ts';
import { notesIn } from '../../src/verifier/notes.mjs';
import { verifyProof } from '../../src/verifier/proofs.mjs';
import { verifyArchive } from '../../src/verifier/verification.mjs';
import { examplePolicy } from '../app/company.ts';
import { RecipientApi } from '../support/recipient-api.ts';
import { type TestStore, testStore } from '../support/test-store.ts';
import { archiveOf, fillLedger, intoMemory } from './exported-ledger.ts';
import { key, signer } from './ledger-key.ts';

const webhookKey = `whsec_${Buffer.alloc(32, 4).toString('base64')}`;
let policy: Policy | undefined;

async function context({ store }: TestStore, log: Log = silentLog) {
  policy ??= compileOrRefuse(await examplePolicy()).policy;
  return { actor: { kind: 'system' }, store, log, signer, policy } as const;
}

function witnesses(...addresses: Witnesses['addresses']): Witnesses {
  return { addresses, key: webhookKey, call: recipientCaller({ timeout: 5_000 }) };
}

async function exported({ store }: TestStore): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const actor = { kind: 'officer', id: 'officer_test' } as const;
  await exportLedger({ actor, store, log: silentLog, signer }, intoMemory(files));
  return files;
}

it('mails a checkpoint once a day, and only when the ledger grew', async () => {
  await using test = await testStore();
  const { store, clock } = test;
  const accountant = witnesses({ kind: 'email', email: 'accountant@voorbeeld.example' });
  const mailed = async () => {
    await showWitnesses(await context(test), accountant);
    return claimMails(store, { limit: 10, leaseSeconds: 60 * 60 * 24 * 365 });
  };
  expect(await mailed()).toEqual([]);
  await fillLedger(store, { size: 20, batch: 10 });
  const [letter, ...more] = await mailed();
  expect(more).toEqual([]);
  expect(letter?.to).toBe('accountant@voorbeeld.example');
  expect(letter?.subject).toMatch(/20/);
  expect(await mailed()).toEqual([]);
  clock.advance({ hours: 25 });
  expect(await mailed()).toEqual([]);
  await fillLedger(store, { size: 5, batch: 5 });
  clock.advance({ hours: 25 });
  const [next] = await mailed();
  expect(notesIn(next?.text ?? '')[0]).toContain('\n25\n');

  // What was kept is what the ledger is held against, here and as an export.
  const kept = `${letter?.text}\r\n${next?.text}`;
  const officer = { ...(await context(test)), actor: { kind: 'officer', id: 'officer_1' } } as const;
  expect((await verifyLedger(officer, notesIn(kept))).verdict).toMatchObject({ ok: true, size: 25 });
  const report = await verifyArchive(archiveOf(await exported(test)), { key, witness: [kept] });
  expect(report).toMatchObject({ ok: true, witnessed: 2 });
});

it('calls a witness, signed, with a proof that it can judge by itself', async () => {
  await using test = await testStore();
  await using api = await new RecipientApi([]).open();
  const { store, clock } = test;
  const outside = witnesses({ kind: 'api', url: api.url });
  await fillLedger(store, { size: 12, batch: 4 });
  await showWitnesses(await context(test), outside);
  await showWitnesses(await context(test), outside);
  await fillLedger(store, { size: 9, batch: 3 });
  clock.advance({ minutes: 16 });
  await showWitnesses(await context(test), outside);
  expect(api.received).toHaveLength(2);
  const [first, second] = api.received.map(({ body, headers }) => {
    const signed = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    // The clock of this test stands elsewhere than that of this machine, which Webhook.verify compares with.
    const at = new Date(Number(signed['webhook-timestamp']) * 1000);
    const again = new Webhook(webhookKey).sign(signed['webhook-id'] ?? '', at, body);
    expect(signed['webhook-signature']).toBe(again);
    return JSON.parse(body) as { size: number; checkpoint: string; growth: string };
  });
  expect(first).toMatchObject({ size: 12 });
  expect(first?.growth).toMatch(/^old 0\n/);
  expect(second).toMatchObject({ size: 21 });
  const growth = verifyProof(second?.growth ?? '', { key, witness: [first?.checkpoint ?? ''] });
  expect(growth).toMatchObject({ ok: true, said: 'growth-proven', index: 12, size: 21 });
});

it('tries again when a witness is away or refuses, later each time, and says so', async () => {
  await using test = await testStore();
  await using api = await new RecipientApi([
    { kind: 'status', status: 503 },
    { kind: 'status', status: 409 },
  ]).open();
  const said: string[] = [];
  const log: Log = (_level, event, fields) => said.push(`${event} ${fields?.code}`);
  const outside = witnesses({ kind: 'api', url: api.url });
  await fillLedger(test.store, { size: 3, batch: 3 });
  for (let i = 0; i < 3; i++) {
    await showWitnesses(await context(test, log), outside);
    await showWitnesses(await context(test, log), outside);
    test.clock.advance({ hours: 1 });
  }
  expect(api.received).toHaveLength(3);
  expect(said).toEqual(['checkpoint not taken by a witness 503', 'checkpoint not taken by a witness 409']);
});

it('knows a second ledger that bears the same signature by what the witness kept of the first', async () => {
  await using one = await testStore();
  await using other = await testStore();
  await fillLedger(one.store, { size: 30, batch: 10 });
  // The same key, the same first ten entries, and another story after them.
  await fillLedger(other.store, { size: 10, batch: 10 });
  other.clock.advance({ seconds: 1 });
  await fillLedger(other.store, { size: 25, batch: 5 });
  const kept = (await exported(one)).get('checkpoints')?.toString() ?? '';
  const forged = await exported(other);
  expect(await verifyArchive(archiveOf(forged), { key })).toMatchObject({ ok: true });
  const report = await verifyArchive(archiveOf(forged), { key, witness: [kept] });
  expect(report).toMatchObject({ ok: false, firstWrong: { kind: 'fork', index: 10, last: 19 } });
  const officer = { ...(await context(other)), actor: { kind: 'officer', id: 'officer_1' } } as const;
  expect((await verifyLedger(officer, notesIn(kept))).verdict).toEqual({
    ok: false,
    reason: 'fork',
    firstWrongIndex: 10,
    lastPossibleIndex: 19,
  });
  // And a ledger that was put back to an earlier day, by what came after it.
  await using earlier = await testStore();
  await fillLedger(earlier.store, { size: 20, batch: 10 });
  const short = await verifyArchive(archiveOf(await exported(earlier)), { key, witness: [kept] });
  expect(short).toMatchObject({ ok: false, firstWrong: { kind: 'cut-tail', index: 20, last: 29 } });
});
