import { expect, test } from 'vitest';
import { promiseWorld } from '../../test/support/promise-world.ts';
import { testStore } from '../../test/support/test-store.ts';
import { present } from '../base/assert.ts';
import { type Identity, normaliseIdentity } from '../domain/identity.ts';
import type { NoticeScope } from '../domain/notice.ts';
import { listCaseEvents } from '../store/case-event.ts';
import { listDisclosures, recordDisclosures } from '../store/disclosure.ts';
import { readLedger, sequenceLedger } from '../store/ledger-entry.ts';
import { listNotices, noticesOfCase, readNoticePeople } from '../store/notice.ts';
import { listMails } from '../store/outbox-mail.ts';
import { withTransaction } from '../store/transaction.ts';
import { concernedRecipients } from './concerned-recipients.ts';
import { recipientsToTell, tellRecipients } from './tell-recipients.ts';

const vera = normaliseIdentity('email', 'vera@voorbeeld.example');
const piet = normaliseIdentity('email', 'piet@voorbeeld.example');
const everything: NoticeScope = { purposes: 'all', categories: 'all', recipients: 'all' };

test('an erasure lets those be told who have the data, the person read who, and the ledger show it without either', async () => {
  await using world = await promiseWorld();
  const { store } = world.test;
  const caseId = await world.request('erasure');
  await world.answer(caseId);
  const notices = await noticesOfCase(store, caseId);
  // Monday 2 November 2026, and five working days.
  expect(
    notices.map(({ recipient, deed, way, state, dueOn }) => [recipient, deed, way, state, dueOn]),
  ).toEqual([
    ['counter', 'erasure', 'hand', 'waiting', '2026-11-09'],
    ['mailer', 'erasure', 'hand', 'waiting', '2026-11-09'],
  ]);
  for (const { id } of notices)
    expect(await readNoticePeople(store, id)).toEqual({ identities: [vera], corrections: [] });
  // What is in the invoices is kept, so nobody is asked to erase payment data; and each of what it has.
  expect(notices.map(({ recipient, scope }) => [recipient, scope])).toEqual([
    ['counter', { purposes: ['orders'], categories: ['contact', 'device', 'name'], recipients: 'all' }],
    ['mailer', { purposes: ['newsletter'], categories: ['contact', 'name'], recipients: 'all' }],
  ]);
  const [letter] = await listMails(store, { limit: 1 });
  expect(letter?.text).toContain('Voorbeeldmail B.V.');
  expect(letter?.text).toContain('Example Counter Inc.');
  const events = await listCaseEvents(store, caseId);
  expect(events.filter(({ kind }) => kind === 'notice-made')).toHaveLength(2);
  await sequenceLedger(store, { limit: 100, sign: () => '' });
  const entries: string[] = [];
  for await (const { leaf } of readLedger(store)) entries.push(leaf);
  const made = entries.map((leaf) => JSON.parse(leaf)).filter(({ kind }) => kind === 'notice-made');
  expect(made.map(({ subjects, detail }) => [subjects.recipient, subjects.caseId, detail.deed])).toEqual([
    ['mailer', caseId, 'erasure'],
    ['counter', caseId, 'erasure'],
  ]);
  expect(entries.join('\n')).not.toMatch(/vera|voorbeeld/i);
});

test('nobody is told of who is not on their list', async () => {
  await using world = await promiseWorld();
  world.list(`delete from subscribers`);
  const caseId = await world.request('erasure');
  await world.answer(caseId);
  expect((await noticesOfCase(world.test.store, caseId)).map(({ recipient }) => recipient)).toEqual([
    'counter',
  ]);
});

test('who has data without knowing whose is given no address to find them with, and the person reads who that is', async () => {
  await using world = await promiseWorld();
  const { store } = world.test;
  const measuring = (purposes: string) =>
    `${purposes}]\n        columns: { id: not-personal, customer_id: not-personal, ip: device`;
  await world.load(
    [
      '\nrecipients:',
      '\n  visits: { name: { nl: Bezoek meten, en: Measuring visits }, basis: consent, ground: { nl: uw toestemming, en: your consent } }\nrecipients:',
    ],
    [
      'telt bezoek, en: counts visits }, purposes: [orders]',
      'telt bezoek, en: counts visits }, purposes: [visits]',
    ],
    [measuring('orders'), measuring('visits')],
  );
  const caseId = await world.request('erasure');
  await world.answer(caseId);
  expect((await noticesOfCase(store, caseId)).map(({ recipient }) => recipient)).toEqual(['mailer']);
  const [letter] = await listMails(store, { limit: 1 });
  expect(letter?.text).toMatch(/zonder te weten van wie[\s\S]*Example Counter Inc\./);

  // What was recorded as disclosed under a number is told under it.
  await recordDisclosures(
    store,
    [
      {
        recipient: 'counter',
        identity: vera,
        categories: ['device'],
        basis: 'consent',
        disclosedOn: '2026-10-01',
      },
    ],
    'officer',
  );
  const again = await world.request('erasure');
  const { policy } = world.context();
  const told = {
    policy,
    caseFile: { id: again },
    deed: 'erasure',
    scope: everything,
    identities: [vera],
  } as const;
  expect(await recipientsToTell(store, told)).toEqual(['mailer', 'counter']);
});

test('an erasure that fails half-way tells what is gone, and the next run does not tell it again', async () => {
  await using world = await promiseWorld();
  const { store } = world.test;
  const caseId = await world.request('erasure');
  // What is deleted from the mailing list comes back at once, so that the search afterwards finds it.
  world.list(`create trigger back after delete on subscribers
    begin insert into subscribers values (old.email, old.name, old.last_seen_on); end`);
  await expect(world.answer(caseId)).rejects.toThrow('the run failed');
  const told = await noticesOfCase(store, caseId);
  expect(told.map(({ recipient }) => recipient)).toEqual(['counter', 'mailer']);
  world.list(`drop trigger back`);
  await world.answer(caseId);
  expect(await noticesOfCase(store, caseId)).toEqual(told);
  const [letter] = await listMails(store, { limit: 1 });
  expect(letter?.text).toContain('Voorbeeldmail B.V.');
});

test('who received data as recorded is told by the identity they know, and our register forgets it', async () => {
  await using world = await promiseWorld();
  const { store } = world.test;
  await world.load([
    'recipients:\n',
    'recipients:\n  debt: { name: Incasso Verzonnen, role: controller, task: { nl: int, en: collects }, purposes: [bookkeeping], country: NL, notify: { email: incasso@verzonnen.example } }\n',
  ]);
  const phone: Identity = normaliseIdentity('phone', '06 12 34 56 78');
  const disclosed = { recipient: 'debt', basis: 'contract', disclosedOn: '2026-10-01' } as const;
  await recordDisclosures(
    store,
    [
      { ...disclosed, identity: vera, categories: ['contact', 'name'] },
      { ...disclosed, identity: piet, categories: ['contact'] },
      { ...disclosed, identity: vera, categories: ['payment'] },
      { ...disclosed, recipient: 'gone', identity: vera, categories: ['name'] },
      { ...disclosed, identity: phone, categories: ['name'] },
    ],
    'officer',
  );
  const caseId = await world.request('erasure');
  await world.answer(caseId);
  const notices = await noticesOfCase(store, caseId);
  const people = new Map<string, unknown>();
  for (const { id, recipient } of notices)
    people.set(recipient, (await readNoticePeople(store, id))?.identities);
  expect(people.get('debt')).toEqual([vera]);
  expect(people.get('gone')).toEqual([vera]);
  expect(notices.map(({ recipient, way }) => [recipient, way])).toContainEqual(['debt', 'email']);
  expect(notices.map(({ recipient, way }) => [recipient, way])).toContainEqual(['gone', 'hand']);
  const left = await listDisclosures(store, { limit: 10 });
  const named = left.map(({ identity, categories }) => [identity?.value ?? null, categories.join(' ')]);
  expect(named).toHaveLength(5);
  expect(named).toContainEqual([null, 'contact name']);
  expect(named).toContainEqual([vera.value, 'payment']);
  expect(named).toContainEqual([piet.value, 'contact']);
});

test('what was rolled back is told to nobody', async () => {
  await using test = await testStore();
  await using world = await promiseWorld();
  const { policy } = world.context();
  const told = { policy, caseFile: null, deed: 'withdrawal', scope: everything, identities: [vera] } as const;
  await expect(
    withTransaction(test.store, async (inside) => {
      expect(await tellRecipients(inside, told)).toHaveLength(2);
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  expect(await listNotices(test.store, { states: ['waiting'], limit: 10 })).toEqual([]);
});

test('an objection reaches who has the data for that purpose, and a wish may name one recipient', async () => {
  await using world = await promiseWorld();
  const { policy } = world.context();
  const ask = (scope: Partial<NoticeScope>, identities: readonly Identity[] = [vera]) =>
    concernedRecipients({
      policy,
      deed: 'objection',
      scope: { ...everything, ...scope },
      identities,
      disclosures: [],
    }).map(({ id }) => id);
  expect(ask({ purposes: ['newsletter'] })).toEqual(['mailer']);
  expect(ask({ purposes: ['bookkeeping'] })).toEqual([]);
  expect(ask({})).toEqual(['mailer', 'counter']);
  expect(ask({ recipients: ['counter'] })).toEqual(['counter']);
  expect(ask({}, [])).toEqual([]);
  const [mailer] = concernedRecipients({
    policy,
    deed: 'objection',
    scope: everything,
    identities: [normaliseIdentity('phone', '06 12 34 56 78'), vera],
    disclosures: [],
  });
  expect(present(mailer, 'the mailer').identities).toEqual([vera]);
});
