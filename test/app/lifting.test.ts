import { describe, expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { actingAs } from '../../src/app/context.ts';
import { keepStanding } from '../../src/app/keep-standing.ts';
import { liftMarks, previewLifting } from '../../src/app/lift-marks.ts';
import { mayUse } from '../../src/app/may-use.ts';
import { weighObjection } from '../../src/app/weigh-objection.ts';
import { present } from '../../src/base/assert.ts';
import { silentLog } from '../../src/base/log.ts';
import type { NoticeDeed } from '../../src/domain/notice.ts';
import type { Scope, Wish } from '../../src/domain/wish.ts';
import { keptMailer } from '../../src/mail/mailer.ts';
import { deliverOutbox } from '../../src/mail/outbox.ts';
import { type CaseFile, type Contact, moveCase, openCase } from '../../src/store/case-file.ts';
import { noticesOfCase, readNoticePeople } from '../../src/store/notice.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import { type Company, exampleCompany, officer } from './company.ts';
import { gates } from './gate-rows.ts';

/** What lifting one stop does while another stop of the same person stands (art. 7(3), 18, 21). */
const lotte = plantedCases['one-of-everything'].person;

/** A case of hers that was proven, and stands in the sources. */
async function stopped(
  { app }: Company,
  wish: Wish,
  contact: Contact = { email: lotte.email },
): Promise<CaseFile> {
  const { file } = await openCase(app.store, {
    wish,
    language: 'nl',
    channel: 'telephone',
    safeDate: '2026-12-23',
    legalDate: '2026-12-23',
    contact,
    actor: 'person',
  });
  await moveCase(app.store, file.id, { from: ['received'], to: 'in-progress', actor: 'person' });
  await keepStanding(app);
  return file;
}

async function deliver({ app, test: { clock } }: Company): Promise<void> {
  await deliverOutbox({ store: app.store, mailer: keptMailer, log: silentLog }, { limit: 20 });
  clock.advance({ seconds: 1 });
}

/** Lifts a case to the end; returns what she reads before it. */
async function lift(company: Company, { reference }: CaseFile) {
  await deliver(company);
  await liftMarks(actingAs(company.app, officer), { reference, reason: 'u schreef ons.' });
  const [letter] = await listMails(company.app.store, { limit: 1 });
  await deliver(company);
  await keepStanding(company.app);
  return present(letter, 'the letter');
}

async function told({ app }: Company, { id }: CaseFile, deed: NoticeDeed) {
  return (await noticesOfCase(app.store, id))
    .filter((notice) => notice.deed === deed)
    .map(({ recipient, scope }) => [recipient, scope.purposes, scope.categories]);
}

async function decide({ app }: Company, purpose: string, recipient?: string) {
  const who = [{ kind: 'email', value: lotte.email }] as const;
  const decided = await mayUse(app, [{ who, purpose, ...(recipient === undefined ? {} : { recipient }) }]);
  return decided.map(
    ({ decision, reasons }) => `${decision}: ${reasons.map(({ code }) => code).join(', ')}`,
  )[0];
}

async function gatedPurposes(company: Company): Promise<ReadonlySet<string>> {
  return new Set((await gates(company)).map(({ purpose }) => purpose));
}

const objection = (purposes: Scope, part: Partial<Extract<Wish, { kind: 'objection' }>> = {}): Wish => ({
  kind: 'objection',
  purposes,
  categories: 'all',
  recipients: 'all',
  reason: null,
  ...part,
});
const restriction = (purposes: Scope): Wish => ({
  kind: 'restriction',
  ground: 'accuracy-contested',
  purposes,
  reason: null,
});

describe('while another stop stands', () => {
  test('nobody is told that the use goes on, and she reads what stays stopped and why', async () => {
    await using company = await exampleCompany();
    const objected = await stopped(company, objection(['newsletter']));
    const withdrawn = await stopped(company, { kind: 'withdrawal', purposes: ['newsletter'] });
    const preview = await previewLifting(actingAs(company.app, officer), objected.reference);
    expect(preview.uses).toBeNull();
    expect(preview.staying).toMatchObject([{ why: 'withdrawn', reference: withdrawn.reference }]);

    const letter = await lift(company, objected);
    expect(letter.subject).toContain('Uw gegevens blijven stilstaan');
    expect(letter.text).toContain(
      `Nieuwsbrief: u trok uw toestemming in (artikel 7 AVG, verzoek ${withdrawn.reference}).`,
    );
    expect(letter.text).not.toContain('gebruiken wij uw gegevens hiervoor weer');
    expect(await told(company, objected, 'objection-lifted')).toEqual([]);
    expect(await decide(company, 'newsletter')).toBe('deny: withdrawn');
    // In the sources the mark of the withdrawal still stands.
    expect((await gates(company)).map(({ purpose, kind }) => `${purpose} ${kind}`)).toEqual(
      expect.arrayContaining(['newsletter withdrawn']),
    );
    expect((await gates(company)).some(({ kind }) => kind === 'objected')).toBe(false);

    const last = await lift(company, withdrawn);
    expect(last.text).toContain('Vanaf dan gebruiken wij uw gegevens hiervoor weer');
    expect(last.text).not.toContain('blijft gestopt');
    expect(await told(company, withdrawn, 'withdrawal-lifted')).toEqual([['mailer', ['newsletter'], 'all']]);
    expect(await decide(company, 'newsletter')).toBe('permit: nothing-against');
    expect(await gates(company)).toEqual([]);
  });

  test('of two restrictions that share a purpose the rest goes on, for her and for recipients', async () => {
    await using company = await exampleCompany();
    const wide = await stopped(company, restriction(['service', 'billing']));
    const narrow = await stopped(company, restriction(['billing']));
    const letter = await lift(company, wide);
    expect(letter.text).toMatch(/voor:\s+- Onderhoud en service aan uw auto\s+De reden/);
    expect(letter.text).toContain(
      `Facturering en incasso: u liet uw gegevens stilzetten (artikel 18 AVG, verzoek ${narrow.reference}).`,
    );
    expect(await told(company, wide, 'restriction-lifted')).toEqual([
      ['administration', ['service'], 'all'],
      ['hosting', ['service'], 'all'],
    ]);
    expect(await decide(company, 'service')).toBe('permit: nothing-against');
    expect(await decide(company, 'billing')).toBe('deny: restricted');
    expect(await gatedPurposes(company)).toEqual(new Set(['billing']));
    await lift(company, narrow);
    expect((await told(company, narrow, 'restriction-lifted')).map(([recipient]) => recipient)).toEqual([
      'administration',
      'hosting',
    ]);
  });

  test('an objection to one recipient stays for that recipient alone', async () => {
    await using company = await exampleCompany();
    const all = await stopped(company, restriction(['service']));
    await stopped(company, restriction(['billing']));
    const one = await stopped(company, objection(['own-offers'], { recipients: ['mailer'] }));
    const offers = await stopped(company, objection(['own-offers']));
    const letter = await lift(company, offers);
    expect(letter.text).toContain('Vanaf dan gebruiken wij uw gegevens hiervoor weer');
    expect(letter.text).toContain(
      `Aanbiedingen van onze eigen diensten (alleen wat hierheen gaat: Voorbeeldmail B.V.): u maakte bezwaar (artikel 21 AVG, verzoek ${one.reference}).`,
    );
    // Another purpose, and nothing to do with it.
    expect(letter.text).not.toContain(all.reference);
    expect(await told(company, offers, 'objection-lifted')).toEqual([]);
    expect(await decide(company, 'own-offers')).toBe('permit: nothing-against');
    expect(await decide(company, 'own-offers', 'mailer')).toBe('deny: marketing-stopped');
    await lift(company, one);
    expect(await told(company, one, 'objection-lifted')).toEqual([['mailer', ['own-offers'], 'all']]);
  });

  test('two that are lifted together are told once, and she reads in the second letter that the use goes on', async () => {
    await using company = await exampleCompany();
    const desk = actingAs(company.app, officer);
    const [first, second] = [
      await stopped(company, restriction(['service'])),
      await stopped(company, restriction(['service'])),
    ];
    await deliver(company);
    await liftMarks(desk, { reference: first.reference, reason: 'nagekeken.' });
    company.test.clock.advance({ seconds: 1 });
    await liftMarks(desk, { reference: second.reference, reason: 'nagekeken.' });
    const [later, earlier] = await listMails(company.app.store, { limit: 2 });
    expect(earlier?.subject).toContain(first.reference);
    expect(earlier?.text).toContain('blijft gestopt');
    expect(later?.text).toContain('Vanaf dan gebruiken wij uw gegevens hiervoor weer');
    await deliver(company);
    await keepStanding(company.app);
    const notices = [
      ...(await told(company, first, 'restriction-lifted')),
      ...(await told(company, second, 'restriction-lifted')),
    ];
    expect(notices.map(([recipient]) => recipient)).toEqual(['administration', 'hosting']);
    expect(await decide(company, 'service')).toBe('permit: nothing-against');
  });

  test('a rejected objection does not let her read that the use goes on', async () => {
    await using company = await exampleCompany();
    const objected = await stopped(company, objection(['quality']));
    const held = await stopped(company, restriction(['quality']));
    await deliver(company);
    await weighObjection(actingAs(company.app, officer), {
      reference: objected.reference,
      outcome: 'rejected',
      reason: 'dit kan niet anders.',
    });
    const [letter] = await listMails(company.app.store, { limit: 1 });
    expect(letter?.text).toContain('wijzen het af');
    expect(letter?.text).toContain('Toch gaan wij uw gegevens hiervoor niet weer gebruiken.');
    expect(letter?.text).toContain(held.reference);
    expect(letter?.text).not.toContain('gaan door met het gebruik');
  });
});

test('what a lawyer asked for her is about her: her rows are marked, and recipients are told of nobody else', async () => {
  await using company = await exampleCompany();
  const { app } = company;
  const lawyer = 'advocaat@kantoor.example';
  const file = await stopped(company, objection(['own-offers']), {
    email: lawyer,
    onBehalfOf: {
      mandate: 'lawyer',
      identities: [{ kind: 'email', value: lotte.email }],
      birthDate: null,
    },
  });
  expect(await gatedPurposes(company)).toEqual(new Set(['own-offers']));
  const letter = await lift(company, file);
  expect(letter.to).toBe(lawyer);
  const people = await Promise.all(
    (await noticesOfCase(app.store, file.id)).map(({ id }) => readNoticePeople(app.store, id)),
  );
  expect(people).toHaveLength(2);
  for (const each of people) expect(each?.identities).toEqual([{ kind: 'email', value: lotte.email }]);
});

test('what ends is told under the article by which it was asked', async () => {
  await using company = await exampleCompany();
  const objected = await stopped(company, objection(['own-offers']));
  await lift(company, objected);
  expect(await told(company, objected, 'objection-lifted')).toEqual([['mailer', ['own-offers'], 'all']]);
  expect(await told(company, objected, 'restriction-lifted')).toEqual([]);
  const rules = await company.app.store.db.selectFrom('plan').select('approved_by').execute();
  expect(rules.map(({ approved_by }) => approved_by)).toEqual(
    expect.arrayContaining([expect.stringMatching(/by rule art\. 21$/)]),
  );
});

describe('who asks about everything', () => {
  test('reads of no purpose for other groups of people, and no recipient is told of one', async () => {
    await using company = await exampleCompany();
    const { store } = company.app;
    const held = await stopped(company, restriction('all'));
    const asked = await told(company, held, 'restriction');
    const purposes = new Set(asked.flatMap(([, its]) => its));
    expect(purposes).toContain('service');
    for (const other of ['employment', 'business-relations']) expect(purposes).not.toContain(other);

    company.test.clock.advance({ seconds: 1 });
    await stopped(company, objection('all'));
    const [letter] = await listMails(store, { limit: 1 });
    expect(letter?.text).toContain('Vlot en persoonlijk helpen');
    expect(letter?.text).toContain('Facturering en incasso: dit doen wij op grond van');
    expect(letter?.text).not.toMatch(/Personeelszaken|zakelijke klanten/);
  });

  test('what somebody names is answered, whoever it is for', async () => {
    await using company = await exampleCompany();
    await stopped(company, objection(['business-relations', 'employment']));
    const [letter] = await listMails(company.app.store, { limit: 1 });
    expect(letter?.text).toContain('Contact met zakelijke klanten');
    expect(letter?.text).toContain('Personeelszaken');
  });
});
