import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../../src/app/answer-request.ts';
import { actingAs, type PolicyContext } from '../../src/app/context.ts';
import { extendAnswer } from '../../src/app/extend-answer.ts';
import { listRequests } from '../../src/app/list-requests.ts';
import { compileOrRefuse } from '../../src/app/load-policy.ts';
import { openRequest } from '../../src/app/open-request.ts';
import type { Actor } from '../../src/app/permissions.ts';
import { readCaseOf } from '../../src/app/read-case.ts';
import {
  confirmRefusal,
  proposeRefusal,
  readProposedRefusal,
  withdrawRefusal,
} from '../../src/app/refuse-request.ts';
import { submitCode } from '../../src/app/submit-code.ts';
import { tidyStore } from '../../src/app/tidy-store.ts';
import { withdrawRequest } from '../../src/app/withdraw-request.ts';
import { present } from '../../src/base/assert.ts';
import { GestandError } from '../../src/base/error.ts';
import type { CaseId } from '../../src/base/ids.ts';
import { silentLog } from '../../src/base/log.ts';
import { type CaseState, caseStates, mayMove } from '../../src/domain/case-state.ts';
import type { Wish } from '../../src/domain/wish.ts';
import { listCaseEvents } from '../../src/store/case-event.ts';
import { readCase } from '../../src/store/case-file.ts';
import { readReasons } from '../../src/store/case-reason.ts';
import { readLedger, sequenceLedger } from '../../src/store/ledger-entry.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import type { StoreScope } from '../../src/store/store.ts';
import { testStore } from '../support/test-store.ts';
import { examplePolicy, officer, publicUrl } from './company.ts';

const second: Actor = { kind: 'officer', id: 'officer_2' };
const email = 'iemand@voorbeeld.example';
const question: Wish = { kind: 'question', text: 'Hoelang bewaart u mijn offerte?' };
const complaint: Wish = { kind: 'complaint', text: 'U belt mij steeds.' };
const objection: Wish = {
  kind: 'objection',
  purposes: 'all',
  categories: 'all',
  recipients: 'all',
  reason: null,
};

async function desk(store: StoreScope) {
  const { policy } = compileOrRefuse(await examplePolicy());
  const context: PolicyContext = { actor: officer, store, log: silentLog, policy, publicUrl };
  return {
    context,
    other: actingAs(context, second),
    /** Somebody on the telephone, whom the officer knows. */
    open: async (wish: Wish) => {
      const opened = await openRequest(context, {
        wish,
        channel: 'telephone',
        email,
        customerNumber: null,
        language: 'nl',
        clientKey: null,
        proof: 'officer-judgement',
        proofReason: 'Ik ken de stem.',
      });
      if (opened.kind !== 'opened') throw new Error(opened.kind);
      return opened;
    },
    newest: async () => present((await listMails(store, { limit: 1 }))[0], 'a mail'),
  };
}

/** What the ledger says of a case: the states it came to, in order of their entries. */
async function ledgerStates(store: StoreScope, caseId: CaseId): Promise<readonly string[]> {
  await sequenceLedger(store, { limit: 10_000, sign: () => '' });
  const states: string[] = [];
  for await (const { leaf } of readLedger(store)) {
    const { kind, subjects, detail } = JSON.parse(leaf);
    if (kind === 'case-state' && subjects.caseId === caseId) states.push(detail.state);
  }
  return states;
}

describe('an answer in an officer’s own words', () => {
  test('goes to the person with where else they can go, and stands in timeline and ledger without its words', async () => {
    await using at = await testStore();
    const { store } = at;
    const { context, open, newest } = await desk(store);
    const { caseId, reference } = await open(question);
    at.clock.advance({ hours: 1 });
    const answer = 'Twee jaar na de laatste offerte.\n\nDaarna gaat zij weg.';
    expect(await answerRequest(context, { reference, answer, finding: null })).toMatchObject({
      state: 'answered',
    });
    const { subject, text } = await newest();
    expect(subject).toContain('Ons antwoord op uw vraag');
    expect(text).toContain('Twee jaar na de laatste offerte.');
    expect(text).toContain('autoriteitpersoonsgegevens.nl');
    const events = await listCaseEvents(store, caseId);
    expect(events.at(-1)).toMatchObject({ kind: 'answered', actor: 'officer_1' });
    expect(JSON.stringify(events)).not.toContain('Twee jaar');
    expect(await ledgerStates(store, caseId)).toEqual(['in-progress', 'answered']);
    const read = await readCaseOf(context, reference);
    expect(read.wish).toEqual(question);
    expect(read.timeline.at(-1)?.words).toBe(answer);
    await expect(answerRequest(context, { reference, answer, finding: null })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('to a complaint says what came of it, and to nothing else', async () => {
    await using at = await testStore();
    const { context, open, newest } = await desk(at.store);
    const { reference } = await open(complaint);
    const answer = 'Wij hebben uw nummer uit de lijst gehaald.';
    await expect(answerRequest(context, { reference, answer, finding: null })).rejects.toMatchObject({
      code: 'bad-input',
    });
    at.clock.advance({ hours: 1 });
    await answerRequest(context, { reference, answer, finding: 'upheld' });
    expect((await newest()).text).toMatch(/Uw klacht is terecht\.[\s\S]*Bent u tevreden/);
    const asked = await open(question);
    await expect(
      answerRequest(context, { reference: asked.reference, answer, finding: 'upheld' }),
    ).rejects.toMatchObject({ code: 'bad-input' });
  });

  test.each([
    ['', 'There is no text'],
    ['  \n ', 'There is no text'],
    ['x'.repeat(20_001), 'more than 20000 characters'],
    ['Uw BSN is 123456782.', 'citizen service number'],
  ])('is refused when it is no text to send: %#', async (answer, says) => {
    await using at = await testStore();
    const { context, open } = await desk(at.store);
    const { reference } = await open(question);
    await expect(answerRequest(context, { reference, answer, finding: null })).rejects.toThrow(says);
  });

  test('is not given where a plan makes the answer', async () => {
    await using at = await testStore();
    const { context, open } = await desk(at.store);
    const { reference } = await open({ kind: 'access' });
    await expect(
      answerRequest(context, { reference, answer: 'Niets.', finding: null }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('two months more', () => {
  test('come with their letter in the same moment, once, and move both dates', async () => {
    await using at = await testStore();
    const { store } = at;
    const { context, open, newest } = await desk(store);
    const { caseId, reference } = await open({ kind: 'access' });
    at.clock.advance({ days: 10 });
    const why = { reference, reason: 'complexity', explanation: 'Wij zoeken ook op papier.' } as const;
    // Received on Monday 2 November 2026; 2 February 2027 is a Tuesday.
    expect(await extendAnswer(context, why)).toMatchObject({
      state: 'extended',
      legalDate: '2027-02-02',
      safeDate: '2027-02-02',
    });
    const { text, subject } = await newest();
    expect(subject).toContain('Ons antwoord komt later');
    expect(text).toContain('2 februari 2027');
    expect(text).toContain('Wij zoeken ook op papier.');
    expect(text).toContain('Autoriteit Persoonsgegevens');
    expect([...(await readReasons(store, caseId)).values()]).toContain('Wij zoeken ook op papier.');
    expect(await ledgerStates(store, caseId)).toEqual(['in-progress', 'extended']);
    await expect(extendAnswer(context, why)).rejects.toThrow('once is all');
  });

  test('are given up to the last moment of the legal date, and not after it', async () => {
    await using at = await testStore('2026-01-31T09:00:00Z');
    const { context, open } = await desk(at.store);
    const [early, late] = [await open(objection), await open(objection)];
    const extend = ({ reference }: { readonly reference: string }) =>
      extendAnswer(context, { reference, reason: 'number', explanation: 'Er kwam veel tegelijk.' });
    // 28 February 2026 is a Saturday, so that the month ends on Monday 2 March.
    at.clock.advance(at.clock.now().until('2026-03-02T22:59:59Z'));
    expect(await extend(early)).toMatchObject({ legalDate: '2026-04-30' });
    at.clock.advance({ seconds: 1 });
    await expect(extend(late)).rejects.toThrow('first month');
    expect(await readCase(at.store, late.caseId)).toMatchObject({ state: 'in-progress' });
  });

  test('the law does not give for a question', async () => {
    await using at = await testStore();
    const { context, open } = await desk(at.store);
    const { reference } = await open(question);
    await expect(
      extendAnswer(context, { reference, reason: 'complexity', explanation: 'Lastig.' }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a refusal', () => {
  const proposal = { ground: 'excessive', explanation: 'Dit is het negende verzoek in twee maanden.' };

  test('needs two officers, and tells the person the ground, the authority and the court', async () => {
    await using at = await testStore();
    const { store } = at;
    const { context, other, open, newest } = await desk(store);
    const { caseId, reference } = await open({ kind: 'access' });
    await expect(confirmRefusal(other, { reference })).rejects.toMatchObject({ code: 'conflict' });
    await proposeRefusal(context, { reference, ...proposal });
    expect(await readCase(store, caseId)).toMatchObject({ state: 'in-progress' });
    expect(await readProposedRefusal(other, reference)).toMatchObject({
      explanation: proposal.explanation,
      proposedBy: 'officer_1',
    });
    await expect(confirmRefusal(context, { reference })).rejects.toMatchObject({ code: 'forbidden' });
    at.clock.advance({ hours: 1 });
    await confirmRefusal(other, { reference });
    expect(await readCase(store, caseId)).toMatchObject({ state: 'refused' });
    const { text } = await newest();
    expect(text).toContain('buitensporig (artikel 12 lid 5 AVG)');
    expect(text).toContain(proposal.explanation);
    expect(text).toContain('autoriteitpersoonsgegevens.nl');
    expect(text).toContain('rechtbank');
    const events = await listCaseEvents(store, caseId);
    expect(events.at(-1)).toMatchObject({
      kind: 'refused',
      actor: 'officer_2',
      detail: { ground: 'excessive', proposedBy: 'officer_1' },
    });
    expect(await ledgerStates(store, caseId)).toEqual(['in-progress', 'refused']);
  });

  test.each([
    ['access', 'tax-records'],
    ['access', 'compelling-grounds'],
    ['erasure', 'not-portable'],
    ['erasure', 'because-we-say-so'],
  ] as const)('of %s on %s is none the law knows, and says which it does', async (kind, ground) => {
    await using at = await testStore();
    const { context, open } = await desk(at.store);
    const { reference } = await open({ kind });
    await expect(proposeRefusal(context, { reference, ...proposal, ground })).rejects.toThrow('excessive');
    await expect(readProposedRefusal(context, reference)).rejects.toThrow('Nobody proposed');
  });

  test('that was proposed for a case that ended meanwhile is not confirmed', async () => {
    await using at = await testStore();
    const { context, other, open } = await desk(at.store);
    const { reference } = await open(question);
    await proposeRefusal(context, { reference, ...proposal, ground: 'unfounded' });
    await answerRequest(context, { reference, answer: 'Toch beantwoord.', finding: null });
    await expect(confirmRefusal(other, { reference })).rejects.toMatchObject({ code: 'conflict' });
    await expect(proposeRefusal(context, { reference, ...proposal })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

test('what soon will be late stands first, and the list says how long there is', async () => {
  await using at = await testStore();
  const { context, open } = await desk(at.store);
  const first = await open(question);
  at.clock.advance({ days: 20 });
  const later = await open(complaint);
  const list = async () =>
    (await listRequests(context, { all: false, limit: 10 })).map(
      ({ reference, alarm, daysLeft, awaits }) => ({
        reference,
        alarm,
        daysLeft,
        awaits,
      }),
    );
  const day = (reference: string, alarm: string, daysLeft: number) => ({
    reference,
    alarm,
    daysLeft,
    awaits: 'answer',
  });
  expect(await list()).toEqual([day(first.reference, 'in-time', 10), day(later.reference, 'in-time', 30)]);
  at.clock.advance({ days: 3 });
  expect((await list())[0]).toEqual(day(first.reference, 'at-risk', 7));
  at.clock.advance({ days: 8 });
  expect((await list())[0]).toEqual(day(first.reference, 'overdue', -1));
});

test('what was written about somebody goes when who they were does', async () => {
  await using at = await testStore();
  const { context, open } = await desk(at.store);
  const { caseId, reference } = await open(question);
  await answerRequest(context, { reference, answer: 'Twee jaar.', finding: null });
  const tidy = () => tidyStore(actingAs(context, { kind: 'system' }));
  await tidy();
  expect((await readReasons(at.store, caseId)).size).toBe(2);
  at.clock.advance({ years: 2, days: 1 });
  await tidy();
  expect((await readReasons(at.store, caseId)).size).toBe(0);
  expect((await readCaseOf(context, reference)).wish).toBeUndefined();
});

/** What anybody may try with a case, in whatever order; it is done, or refused with a reason. */
const tries = [
  'code',
  'withdraw',
  'answer',
  'extend',
  'propose',
  'propose as second',
  'confirm',
  'confirm as second',
  'take back',
  'wait',
] as const;

test('whatever is tried in whatever order, a case only goes where the table lets it, and each move has its entry', {
  timeout: 240_000,
}, async () => {
  await using at = await testStore();
  const { store } = at;
  const { context, other } = await desk(store);
  const visitor = actingAs(context, { kind: 'visitor' });
  let people = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Wish>(question, complaint, objection, { kind: 'access' }),
      fc.array(fc.constantFrom(...tries), { maxLength: 9 }),
      async (wish, sequence) => {
        const address = `mens-${++people}@voorbeeld.example`;
        at.clock.advance({ seconds: 1 });
        const opened = await openRequest(visitor, {
          wish,
          channel: 'portal',
          email: address,
          customerNumber: null,
          language: 'nl',
          clientKey: `net-${people}`,
        });
        if (opened.kind !== 'opened') throw new Error(opened.kind);
        const { reference, caseId } = opened;
        let token = 'none';
        const finding = wish.kind === 'complaint' ? ('not-upheld' as const) : null;
        const does: Readonly<Record<(typeof tries)[number], () => Promise<unknown>>> = {
          code: async () => {
            const mail = (await listMails(store, { limit: 50 })).find(({ to }) => to === address);
            const code =
              /\b(\d{3}) (\d{3})\b/
                .exec(mail?.text ?? '')
                ?.slice(1)
                .join('') ?? '000000';
            const result = await submitCode(visitor, { reference, code, clientKey: `net-${people}` });
            if (result.kind === 'ok') token = result.token;
          },
          withdraw: () => withdrawRequest(visitor, { reference, token }),
          answer: () => answerRequest(context, { reference, answer: 'Dit is het.', finding }),
          extend: () => extendAnswer(context, { reference, reason: 'number', explanation: 'Veel.' }),
          propose: () => proposeRefusal(context, { reference, ground: 'unfounded', explanation: 'Nee.' }),
          'propose as second': () =>
            proposeRefusal(other, { reference, ground: 'excessive', explanation: 'Nee.' }),
          confirm: () => confirmRefusal(context, { reference }),
          'confirm as second': () => confirmRefusal(other, { reference }),
          'take back': () => withdrawRefusal(other, { reference }),
          wait: async () => at.clock.advance({ days: 12 }),
        };
        for (const each of sequence)
          await does[each]().catch((error: unknown) => {
            // A refusal with a reason; anything else is a defect.
            if (!(error instanceof GestandError) || error.code === 'internal') throw error;
          });
        const events = await listCaseEvents(store, caseId);
        const path: CaseState[] = events
          .map(({ kind }) => kind)
          .filter((kind): kind is CaseState => (caseStates as readonly string[]).includes(kind));
        expect(path[0]).toBe('received');
        for (const [index, to] of path.slice(1).entries())
          expect(mayMove(present(path[index], 'state'), to), `${path.join(' → ')}`).toBe(true);
        expect(await readCase(store, caseId)).toMatchObject({ state: path.at(-1) });
        expect((await ledgerStates(store, caseId)).toSorted()).toEqual(path.slice(1).toSorted());
        const refusal = events.find(({ kind }) => kind === 'refused');
        if (refusal !== undefined)
          expect((refusal.detail as { readonly proposedBy: string }).proposedBy).not.toBe(refusal.actor);
      },
    ),
    { numRuns: 30 },
  );
});
