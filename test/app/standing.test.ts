import { describe, expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { classifyRequest } from '../../src/app/classify-request.ts';
import { actingAs } from '../../src/app/context.ts';
import { judgeIdentity } from '../../src/app/judge-identity.ts';
import { keepStanding } from '../../src/app/keep-standing.ts';
import { headSigner } from '../../src/app/ledger-signer.ts';
import { liftMarks } from '../../src/app/lift-marks.ts';
import { mayUse } from '../../src/app/may-use.ts';
import { openRequest } from '../../src/app/open-request.ts';
import { checkPromises } from '../../src/app/promise-board.ts';
import { takeEffect } from '../../src/app/take-effect.ts';
import { tidyStore } from '../../src/app/tidy-store.ts';
import { verifyLedger } from '../../src/app/verify-ledger.ts';
import { weighObjection } from '../../src/app/weigh-objection.ts';
import { present } from '../../src/base/assert.ts';
import type { CaseId } from '../../src/base/ids.ts';
import { silentLog } from '../../src/base/log.ts';
import type { CaseState } from '../../src/domain/case-state.ts';
import type { IdentityKind } from '../../src/domain/identity.ts';
import type { Wish } from '../../src/domain/wish.ts';
import { parseEntry } from '../../src/ledger/entry.ts';
import { keptMailer } from '../../src/mail/mailer.ts';
import { deliverOutbox } from '../../src/mail/outbox.ts';
import { listCaseEvents } from '../../src/store/case-event.ts';
import { moveCase, openCase, readCase } from '../../src/store/case-file.ts';
import { sequenceLedger } from '../../src/store/ledger-entry.ts';
import { noticesOfCase } from '../../src/store/notice.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import { type Company, exampleCompany, officer } from './company.ts';
import { gates } from './gate-rows.ts';

/** What people have stopped, from the wish to the rows of three databases, the letter and the ledger. */
const lotte = plantedCases['one-of-everything'].person;

/** A case of somebody as it stands after it came in; `in-progress`: they proved who they are. */
async function open({ app }: Company, wish: Wish, state: 'received' | 'in-progress'): Promise<CaseId> {
  const { file } = await openCase(app.store, {
    wish,
    language: 'nl',
    channel: 'portal',
    safeDate: '2026-12-23',
    legalDate: '2026-12-23',
    contact: { email: lotte.email.toUpperCase() },
    actor: 'person',
  });
  if (state === 'in-progress')
    await moveCase(app.store, file.id, { from: ['received'], to: 'in-progress', actor: 'person' });
  return file.id;
}

async function decide(
  { app }: Company,
  purpose: string,
  who: { readonly kind: IdentityKind; readonly value: string } = { kind: 'email', value: lotte.email },
) {
  const [decided] = await mayUse(app, [{ who: [who], purpose }]);
  const { decision, reasons } = present(decided, 'a decision');
  return `${decision}: ${reasons.map(({ code }) => code).join(', ')}`;
}

async function letters({ app }: Company): Promise<readonly string[]> {
  const mails = await listMails(app.store, { limit: 10 });
  return mails.map(({ subject, to }) => `${to === lotte.email.toUpperCase() ? 'lotte' : to}: ${subject}`);
}

async function ledgerOf({ app }: Company): Promise<readonly string[]> {
  const rows = await app.store.db
    .selectFrom('ledger_entry')
    .select('leaf')
    .orderBy('appended_at')
    .orderBy('entry_id')
    .execute();
  return rows.map(({ leaf }) => {
    const { kind, detail } = parseEntry(leaf);
    return [kind, detail['rule'], detail['change']].filter((text) => typeof text === 'string').join(' ');
  });
}

async function notices({ app }: Company, id: CaseId): Promise<readonly string[]> {
  return (await noticesOfCase(app.store, id)).map(
    ({ deed, recipient, way }) => `${deed} to ${recipient} by ${way}`,
  );
}

async function stateOf({ app }: Company, id: CaseId): Promise<CaseState> {
  return present(await readCase(app.store, id), 'the case').state;
}

const send = ({ app }: Company) =>
  deliverOutbox({ store: app.store, mailer: keptMailer, log: silentLog }, { limit: 20 });

const noMarketing: Wish = {
  kind: 'objection',
  purposes: ['own-offers', 'newsletter'],
  categories: 'all',
  recipients: 'all',
  reason: null,
};

describe('an objection to marketing', () => {
  test('holds at once, without a code and without an officer, in our store and in all three sources', async () => {
    await using company = await exampleCompany();
    expect(await decide(company, 'own-offers')).toBe('permit: nothing-against');
    const opened = await openRequest(actingAs(company.app, { kind: 'visitor' }), {
      wish: noMarketing,
      channel: 'portal',
      email: lotte.email.toUpperCase(),
      customerNumber: null,
      language: 'nl',
      clientKey: '192.0.2.0/24',
    });
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    const { caseId: id, state } = opened;
    expect(state).toBe('in-progress');
    // Before any source was asked anything.
    expect(await decide(company, 'own-offers')).toBe('deny: marketing-stopped');
    company.test.clock.advance({ seconds: 1 });
    await keepStanding(company.app);
    expect(await decide(company, 'newsletter')).toBe('deny: marketing-stopped');
    expect(await decide(company, 'service')).toBe('permit: nothing-against');
    // Also by what the systems know her by.
    const number = { kind: 'customer-number', value: lotte.customerNo } as const;
    expect(await decide(company, 'own-offers', number)).toBe('deny: marketing-stopped');
    const rows = await gates(company);
    expect(new Set(rows.map(({ source }) => source))).toEqual(new Set(['crm', 'billing', 'newsletter']));
    expect(new Set(rows.map(({ purpose }) => purpose))).toEqual(new Set(['own-offers', 'newsletter']));
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['objected']));

    expect(await letters(company)).toEqual([
      expect.stringMatching(/^lotte: U krijgt geen reclame meer \(GS-2026-/),
      expect.stringMatching(/^lotte: Wij hebben uw/),
    ]);
    expect(await stateOf(company, id)).toBe('answered');
    // Who sends the newsletter for the company is to stop too, and nobody else.
    expect(await notices(company, id)).toEqual(['objection to mailer by email']);
    const told = await ledgerOf(company);
    expect(told).toContain('mark-set art. 21(3)');
    expect(told).toContain('plan-approved art. 21(3)');
    expect(told).toContain('run-closed');
    const { store, signer } = company.app;
    await sequenceLedger(store, { limit: 1000, sign: headSigner(signer) });
    expect((await verifyLedger({ ...company.app, actor: officer })).verdict.ok).toBe(true);
    // Done again, nothing more is done.
    await keepStanding(company.app);
    expect(await notices(company, id)).toHaveLength(1);
    expect(await gates(company)).toEqual(rows);
    expect(await letters(company)).toHaveLength(2);
  });

  test('holds while a source is away, and reaches it when it is back', async () => {
    await using company = await exampleCompany();
    const id = await open(company, noMarketing, 'received');
    const away = { ...company.app, sources: new Map(company.app.sources) };
    const crm = present(company.app.sources.get('crm'), 'crm');
    const gone = () => Promise.reject(Object.assign(new Error('away'), { code: 'source-unreachable' }));
    away.sources.set('crm', { ...crm, find: gone, introspect: gone });
    await keepStanding(away);
    expect(await decide(company, 'own-offers')).toBe('deny: marketing-stopped');
    expect(await letters(company)).toEqual([]);
    await keepStanding(company.app);
    expect(new Set((await gates(company)).map(({ source }) => source)).size).toBe(3);
    expect(await stateOf(company, id)).toBe('answered');
  });

  test('is what a withdrawal is too: at once, for what was consented to alone', async () => {
    await using company = await exampleCompany();
    const id = await open(company, { kind: 'withdrawal', purposes: ['newsletter', 'service'] }, 'received');
    await takeEffect(company.app, { caseId: id });
    expect(await decide(company, 'newsletter')).toBe('deny: withdrawn');
    expect(await decide(company, 'service')).toBe('permit: nothing-against');
    const [letter] = await listMails(company.app.store, { limit: 1 });
    expect(letter?.subject).toContain('Uw toestemming is ingetrokken');
    expect(letter?.text).toContain('Onderhoud en service aan uw auto: dit doen wij op grond van');
    expect(await ledgerOf(company)).toContain('plan-approved art. 7(3)');
    expect(await notices(company, id)).toEqual(['withdrawal to mailer by email']);
  });
});

describe('asked in somebody’s own words', () => {
  /** Came by mail as a question, and an officer reads it two days later. */
  async function writtenTwoDaysAgo(company: Company): Promise<string> {
    const id = await open(company, { kind: 'question', text: 'Stop hiermee.' }, 'in-progress');
    company.test.clock.advance({ hours: 48 });
    return present(await readCase(company.app.store, id), 'the case').reference;
  }
  const standing = async ({ app }: Company, promise: string) =>
    (await checkPromises(app)).find(({ id }) => id === promise)?.state;

  test('what needs no proof holds as soon as an officer says what it is, and no code is mailed', async () => {
    await using company = await exampleCompany();
    const reference = await writtenTwoDaysAgo(company);
    const wish = { kind: 'withdrawal', purposes: ['newsletter'] } as const;
    const file = await classifyRequest(actingAs(company.app, officer), { reference, wish });
    expect(file.state).toBe('in-progress');
    expect(await decide(company, 'newsletter')).toBe('deny: withdrawn');
    await keepStanding(company.app);
    expect(await stateOf(company, file.id)).toBe('answered');
    expect(await letters(company)).toEqual([expect.stringMatching(/^lotte: Uw toestemming is ingetrokken/)]);
    // It was stopped within the minute in which it was known to be asked.
    expect(await standing(company, 'D05')).toBe('kept');
  });

  test('what needs proof waits for the code, and is no longer late than since that', async () => {
    await using company = await exampleCompany();
    const reference = await writtenTwoDaysAgo(company);
    const wish: Wish = { kind: 'restriction', ground: 'accuracy-contested', purposes: 'all', reason: null };
    const { id, state } = await classifyRequest(actingAs(company.app, officer), { reference, wish });
    expect(state).toBe('identity');
    expect(await decide(company, 'service')).toBe('permit: nothing-against');
    company.test.clock.advance({ hours: 20 });
    await judgeIdentity(actingAs(company.app, officer), { reference, reason: 'Ik belde terug.' });
    await keepStanding(company.app);
    expect(await decide(company, 'service')).toBe('deny: restricted');
    expect(await stateOf(company, id)).toBe('answered');
    expect(await standing(company, 'D04')).toBe('kept');
  });
});

describe('a restriction', () => {
  const restriction: Wish = {
    kind: 'restriction',
    ground: 'accuracy-contested',
    purposes: 'all',
    reason: null,
  };

  test('waits for proof of who asks, stands in every source, and is lifted only when the letter has left', async () => {
    await using company = await exampleCompany();
    const { store } = company.app;
    const id = await open(company, restriction, 'received');
    await keepStanding(company.app);
    expect(await decide(company, 'service')).toBe('permit: nothing-against');
    await moveCase(store, id, { from: ['received'], to: 'in-progress', actor: 'person' });
    await keepStanding(company.app);
    expect(await decide(company, 'service')).toBe('deny: restricted');
    expect(await decide(company, 'newsletter')).toBe('permit: despite-restriction');
    const rows = await gates(company);
    expect(new Set(rows.map(({ source }) => source)).size).toBe(3);
    expect(rows.some(({ purpose }) => purpose === 'newsletter')).toBe(false);
    expect(await letters(company)).toEqual([expect.stringMatching(/^lotte: Uw gegevens staan stil/)]);
    expect(await stateOf(company, id)).toBe('answered');

    const { reference } = present(await readCase(store, id), 'the case');
    await send(company);
    company.test.clock.advance({ seconds: 1 });
    const desk = actingAs(company.app, officer);
    await expect(liftMarks(desk, { reference, reason: ' ' })).rejects.toMatchObject({ code: 'bad-input' });
    await liftMarks(desk, { reference, reason: 'wij hebben alles nagekeken.' });
    // The letter waits, so the restriction stands.
    await keepStanding(company.app);
    expect(await decide(company, 'service')).toBe('deny: restricted');
    expect(await gates(company)).toEqual(rows);
    await send(company);
    await keepStanding(company.app);
    expect(await decide(company, 'service')).toBe('permit: nothing-against');
    expect(await gates(company)).toEqual([]);
    expect(await letters(company)).toHaveLength(2);
    await expect(liftMarks(desk, { reference, reason: 'nog eens' })).rejects.toMatchObject({
      code: 'conflict',
    });
    const told = await notices(company, id);
    expect(told.filter((each) => each.startsWith('restriction to'))).toEqual(
      expect.arrayContaining(['restriction to hosting by email', 'restriction to mailer by email']),
    );
    // Whoever only counts visits does so on consent, and consent goes on (art. 18(2)).
    expect(told.filter((each) => /linkedin|facebook|google/.test(each))).toEqual([]);
    expect(told.filter((each) => each.startsWith('restriction-lifted'))).toHaveLength(told.length / 2);
    expect(await ledgerOf(company)).toEqual(
      expect.arrayContaining(['lifting-announced', 'plan-approved art. 18(3)', 'mark-lifted']),
    );
  });
});

describe('an objection to a legitimate interest', () => {
  const objection: Wish = { ...noMarketing, purposes: ['quality', 'own-offers', 'billing'] };

  test('rests until it is weighed; upheld, it is refused for good', async () => {
    await using company = await exampleCompany();
    const { store } = company.app;
    const id = await open(company, objection, 'received');
    await keepStanding(company.app);
    // The marketing in it does not wait for proof.
    expect(await decide(company, 'own-offers')).toBe('deny: marketing-stopped');
    expect(await decide(company, 'quality')).toBe('permit: nothing-against');
    expect(await stateOf(company, id)).toBe('received');
    await moveCase(store, id, { from: ['received'], to: 'in-progress', actor: 'person' });
    await keepStanding(company.app);
    expect(await decide(company, 'quality')).toBe('deny: objection-pending');
    expect(await decide(company, 'billing')).toBe('permit: nothing-against');
    expect(await stateOf(company, id)).toBe('in-progress');
    const subjects = (await listMails(store, { limit: 5 })).map(({ subject }) =>
      subject.replace(/ \(.*/, ''),
    );
    expect(new Set(subjects)).toEqual(
      new Set(['U krijgt geen reclame meer', 'Uw bezwaar: het gebruik staat stil']),
    );

    const { reference } = present(await readCase(store, id), 'the case');
    const desk = actingAs(company.app, officer);
    await weighObjection(desk, { reference, outcome: 'upheld', reason: 'weegt zwaarder' });
    expect(await decide(company, 'quality')).toBe('deny: objected');
    const kinds = (await gates(company))
      .filter(({ purpose }) => purpose === 'quality')
      .map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['objected']));
    expect(await stateOf(company, id)).toBe('answered');
    await expect(
      weighObjection(desk, { reference, outcome: 'rejected', reason: 'toch niet' }),
    ).rejects.toMatchObject({ code: 'conflict' });
    const events = (await listCaseEvents(store, id)).map(({ kind }) => kind);
    expect(events).toEqual(expect.arrayContaining(['mark-set', 'marks-placed', 'weighed', 'marks-upheld']));
  });

  test('that was never proven is forgotten, and the marketing in it stays stopped', async () => {
    await using company = await exampleCompany();
    const { store } = company.app;
    const id = await open(company, objection, 'received');
    await keepStanding(company.app);
    await moveCase(store, id, { from: ['received'], to: 'identity', actor: 'system' });
    company.test.clock.advance({ hours: 24 * 60 });
    await tidyStore(company.app);
    expect(await readCase(store, id)).toBeUndefined();
    expect(await decide(company, 'own-offers')).toBe('deny: marketing-stopped');
    expect(await decide(company, 'quality')).toBe('permit: nothing-against');
  });

  test('rejected, the person reads why and where else to go, and the rest ends after that letter', async () => {
    await using company = await exampleCompany();
    const { store } = company.app;
    const id = await open(company, objection, 'in-progress');
    await takeEffect(company.app, { caseId: id });
    const { reference } = present(await readCase(store, id), 'the case');
    await send(company);
    company.test.clock.advance({ seconds: 1 });
    await weighObjection(actingAs(company.app, officer), {
      reference,
      outcome: 'rejected',
      reason: 'zonder dit kunnen wij niet terugroepen.',
    });
    const [letter] = await listMails(store, { limit: 1 });
    expect(letter?.subject).toContain('Ons besluit op uw bezwaar');
    expect(letter?.text).toContain('zonder dit kunnen wij niet terugroepen.');
    expect(letter?.text).toContain('https://www.autoriteitpersoonsgegevens.nl');
    await keepStanding(company.app);
    expect(await decide(company, 'quality')).toBe('deny: objection-pending');
    await send(company);
    await keepStanding(company.app);
    expect(await decide(company, 'quality')).toBe('permit: nothing-against');
    expect(await decide(company, 'own-offers')).toBe('deny: marketing-stopped');
    const purposes = (await gates(company)).map(({ purpose }) => purpose);
    expect(new Set(purposes)).toEqual(new Set(['own-offers']));
  });

  test('that no right covers is explained, and nothing is marked', async () => {
    await using company = await exampleCompany();
    const id = await open(company, { ...noMarketing, purposes: ['billing'] }, 'received');
    await keepStanding(company.app);
    expect(await decide(company, 'billing')).toBe('permit: nothing-against');
    expect(await stateOf(company, id)).toBe('answered');
    const [letter] = await listMails(company.app.store, { limit: 1 });
    expect(letter?.text).toContain('kent de wet geen recht van bezwaar');
    expect(letter?.text).toContain('rechter');
  });
});
