import { expect, test } from 'vitest';
import type { PolicyContext } from '../../src/app/context.ts';
import { compileOrRefuse } from '../../src/app/load-policy.ts';
import { openRequest, type RequestToOpen } from '../../src/app/open-request.ts';
import type { Actor } from '../../src/app/permissions.ts';
import { silentLog } from '../../src/base/log.ts';
import { type CaseKind, caseKinds } from '../../src/domain/case-file.ts';
import type { Wish } from '../../src/domain/wish.ts';
import { asksNoProof } from '../../src/law/identity-proofs.ts';
import { listCaseEvents } from '../../src/store/case-event.ts';
import { readCase, readWish } from '../../src/store/case-file.ts';
import { readReasons } from '../../src/store/case-reason.ts';
import { readLedger, sequenceLedger } from '../../src/store/ledger-entry.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import type { StoreScope } from '../../src/store/store.ts';
import { testStore } from '../support/test-store.ts';
import { examplePolicy, officer, publicUrl } from './company.ts';

const system: Actor = { kind: 'system' };
const visitor: Actor = { kind: 'visitor' };

const wishes: { readonly [Kind in CaseKind]: Wish & { readonly kind: Kind } } = {
  access: { kind: 'access' },
  rectification: {
    kind: 'rectification',
    corrections: [{ category: 'name', now: 'Lote', wanted: 'Lotte' }],
  },
  erasure: { kind: 'erasure' },
  restriction: { kind: 'restriction', ground: 'accuracy-contested', purposes: 'all', reason: null },
  objection: {
    kind: 'objection',
    purposes: ['quality'],
    categories: 'all',
    recipients: 'all',
    reason: null,
  },
  portability: { kind: 'portability', to: 'self' },
  withdrawal: { kind: 'withdrawal', purposes: 'all' },
  question: { kind: 'question', text: 'Hoelang bewaart u mijn offerte?' },
  'security-information': { kind: 'security-information', text: 'Zijn uw reservekopieën versleuteld?' },
  complaint: { kind: 'complaint', text: 'U belt mij steeds.' },
};

async function desk(store: StoreScope) {
  const { policy } = compileOrRefuse(await examplePolicy());
  return (actor: Actor, asked: Partial<RequestToOpen> & Pick<RequestToOpen, 'wish' | 'channel'>) => {
    const context: PolicyContext = { actor, store, log: silentLog, policy, publicUrl };
    return openRequest(context, {
      email: `${asked.wish.kind}@voorbeeld.example`,
      customerNumber: null,
      language: 'nl',
      clientKey: null,
      ...asked,
    });
  };
}

async function ledgerOf(store: StoreScope, caseId: string): Promise<readonly string[]> {
  await sequenceLedger(store, { limit: 1000, sign: () => '' });
  const told: string[] = [];
  for await (const { leaf } of readLedger(store)) {
    const { kind, subjects, detail } = JSON.parse(leaf);
    if (subjects.caseId === caseId) told.push(`${kind} ${detail.state ?? detail.channel}`);
  }
  return told;
}

test.each(caseKinds)(
  '%s: whoever must prove who they are gets a code, whoever need not gets a receipt',
  async (kind) => {
    await using at = await testStore();
    const { store } = at;
    const open = await desk(store);
    const opened = await open(visitor, { wish: wishes[kind], channel: 'portal', clientKey: '192.0.2.0/24' });
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    // To take consent back is as easy as it was to give (art. 7(3)).
    const proven = !asksNoProof(kind) && kind !== 'withdrawal';
    expect(opened.state).toBe(proven ? 'identity' : 'in-progress');
    const mails = await listMails(store, { limit: 10 });
    expect(mails.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(proven ? /^Uw code/ : /^Wij hebben uw .* ontvangen/),
    ]);
    expect(await readWish(store, { id: opened.caseId, kind })).toEqual(wishes[kind]);
    const marks = kind === 'withdrawal' ? ['mark-set undefined'] : [];
    const moves = proven
      ? ['case-opened portal', 'letter-sent queued', 'case-state identity']
      : ['case-opened portal', 'case-state in-progress', 'letter-sent queued'];
    expect((await ledgerOf(store, opened.caseId)).toSorted()).toEqual([...moves, ...marks].toSorted());
  },
);

test('a call that an officer is sure of is taken up, and the caller has it confirmed by mail', async () => {
  await using at = await testStore();
  const { store } = at;
  const open = await desk(store);
  const opened = await open(officer, {
    wish: wishes.objection,
    channel: 'telephone',
    proof: 'officer-judgement',
    proofReason: 'Ik belde terug op het nummer dat wij al hadden.',
  });
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  expect(opened.state).toBe('in-progress');
  const file = await readCase(store, opened.caseId);
  expect(file).toMatchObject({ channel: 'telephone', kind: 'objection', state: 'in-progress' });
  expect(await listCaseEvents(store, opened.caseId)).toMatchObject([
    { kind: 'received', actor: 'officer_1' },
    { kind: 'identity-proof', actor: 'officer_1', detail: { proof: 'officer-judgement' } },
    { kind: 'in-progress', actor: 'officer_1', detail: { proof: 'officer-judgement' } },
    // What the law says happens at once.
    { kind: 'mark-set', actor: 'system', detail: { rule: 'art. 18(1)(d)' } },
  ]);
  expect([...(await readReasons(store, opened.caseId)).values()]).toEqual([
    'Ik belde terug op het nummer dat wij al hadden.',
  ]);
  const [mail] = await listMails(store, { limit: 1 });
  expect(mail?.subject).toBe(`Wij hebben uw verzoek ontvangen (${opened.reference})`);
  expect(mail?.text).toContain('artikel 21 AVG');
});

test('an officer who is sure says why', async () => {
  await using at = await testStore();
  const open = await desk(at.store);
  for (const proofReason of [undefined, '  '])
    await expect(
      open(officer, {
        wish: wishes.access,
        channel: 'telephone',
        proof: 'officer-judgement',
        ...(proofReason === undefined ? {} : { proofReason }),
      }),
    ).rejects.toMatchObject({ code: 'bad-input' });
});

test('a mail that lay there for days has the clock of the day it came in', async () => {
  await using at = await testStore();
  const open = await desk(at.store);
  const opened = await open(system, {
    wish: wishes.complaint,
    channel: 'mail',
    receivedAt: at.clock.now().subtract({ hours: 72 }),
  });
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  // Received on Friday 30 October; 30 November is a Monday.
  expect(await readCase(at.store, opened.caseId)).toMatchObject({
    channel: 'mail',
    legalDate: '2026-11-30',
    safeDate: '2026-11-30',
  });
});

test('nobody says of a channel or a proof what is not theirs to say', async () => {
  await using at = await testStore();
  const open = await desk(at.store);
  const { access } = wishes;
  const refusals: readonly [Actor, Partial<RequestToOpen> & Pick<RequestToOpen, 'channel'>][] = [
    [visitor, { channel: 'telephone' }],
    [visitor, { channel: 'portal', proof: 'officer-judgement' }],
    [officer, { channel: 'portal' }],
    [officer, { channel: 'telephone', proof: 'signed-session' }],
    [system, { channel: 'portal' }],
    [system, { channel: 'mail', proof: 'officer-judgement' }],
    [{ kind: 'person', caseId: 'case_1' }, { channel: 'portal' }],
  ];
  for (const [actor, asked] of refusals)
    await expect(open(actor, { wish: access, ...asked })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await listMails(at.store, { limit: 1 })).toEqual([]);
});

test('what may not be kept is refused with why and how else, and taken out of what came by mail', async () => {
  await using at = await testStore();
  const open = await desk(at.store);
  const complaint = { kind: 'complaint', text: 'Mijn BSN is 123456782.' } as const;
  for (const [actor, channel] of [
    [visitor, 'portal'],
    [visitor, 'app'],
    [officer, 'telephone'],
  ] as const)
    await expect(open(actor, { wish: complaint, channel })).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/wish\.text: .*BSN.*code that we mail/),
    });
  const mailed = await open(system, { wish: complaint, channel: 'mail' });
  if (mailed.kind !== 'opened') throw new Error(mailed.kind);
  expect(await readWish(at.store, { id: mailed.caseId, kind: complaint.kind })).toEqual({
    kind: 'complaint',
    text: 'Mijn BSN is […].',
  });
});
