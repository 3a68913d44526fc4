import { expect, test } from 'vitest';
import { type AttestTaskInput, attestTask } from '../../src/app/attest-task.ts';
import { actingAs } from '../../src/app/context.ts';
import { listTasks } from '../../src/app/list-tasks.ts';
import { showTask } from '../../src/app/show-task.ts';
import { verifyLedger } from '../../src/app/verify-ledger.ts';
import { present } from '../../src/base/assert.ts';
import type { Correction } from '../../src/domain/wish.ts';
import { listCaseEvents } from '../../src/store/case-event.ts';
import { recordDisclosures } from '../../src/store/disclosure.ts';
import { placeWaiting } from '../../src/store/ledger-entry.ts';
import { noticesOfCase, readNoticePeople } from '../../src/store/notice.ts';
import { jan, type ShopAndArchive, shopAndArchive } from './shop-and-archive.ts';
import { approve, ask, mailTo, officer, pages } from './walk.ts';

const address: Correction = { category: 'contact', now: jan, wanted: 'jan@nieuw.example' };
const name: Correction = { category: 'name-address', now: 'Jan Jansen', wanted: 'Jan Janssen' };
/** What the shop does not hold. */
const oldName: Correction = { category: 'name-address', now: 'J. Jansen', wanted: 'Jan Jansen' };
const strange: Correction = { category: 'contact', now: 'wie@anders.example', wanted: 'jan@nieuw.example' };

async function asked(company: ShopAndArchive, corrections: readonly Correction[]) {
  const key = await ask(company, { kind: 'rectification', corrections });
  const approved = await approve(company, key);
  const [task] = await listTasks(actingAs(company.app, officer), { all: false, limit: 10 });
  return { ...key, ...approved, taskId: present(task, 'a task').task.id };
}

async function attest(company: ShopAndArchive, said: AttestTaskInput): Promise<string> {
  company.test.clock.advance({ hours: 1 });
  await attestTask(actingAs(company.app, officer), said);
  expect(company.advances).toEqual(['waiting', 'completed']);
  return mailTo(pages(company), /verbeterd|veranderd/);
}

test('who keeps the archive is asked to correct what is in it, and the letter says who says what', async () => {
  await using company = await shopAndArchive();
  const { sentences, taskId, caseId } = await asked(company, [address, name]);
  expect(sentences.join('\n')).toContain('Met de hand in Papieren archief, door de archivaris');
  expect(company.advances, 'the shop does not wait').toEqual(['waiting']);
  expect(await company.rows('select email, name from customers where id = 1')).toEqual([
    { email: 'jan@nieuw.example', name: 'Jan Janssen' },
  ]);

  const shown = await showTask(actingAs(company.app, officer), taskId);
  expect(shown.task.asks).toBe('rectify');
  expect(shown.instructions?.nl).toMatch(/^Verbeter/);
  expect(shown.instructions?.nl, 'nobody is told to destroy what is to be corrected').not.toContain(
    'vernietig',
  );
  // Of what he asks, an archive of names holds the name.
  expect(shown.subject?.corrections).toEqual([name]);
  expect(shown.subject?.identities).toContainEqual({ kind: 'email', value: jan });
  await expect(
    attestTask(actingAs(company.app, officer), { taskId, outcome: 'done' }),
    'it says how many',
  ).rejects.toMatchObject({ code: 'bad-input' });

  const letter = await attest(company, { taskId, outcome: 'done', items: 2 });
  expect(letter).toMatch(/Papieren archief: naam en adres, 2 stuks – met de hand verbeterd/i);
  expect(letter).not.toMatch(/Papieren archief: contactgegevens/i);
  expect(letter).toMatch(/Webwinkel, Klanten: contactgegevens, 1 rij/i);
  expect(letter).toContain('Wat met de hand is verbeterd, heeft een medewerker bevestigd.');
  expect(letter).not.toMatch(/jan@|Janssen/);
  const notices = await noticesOfCase(company.app.store, caseId);
  expect(notices.map(({ recipient, deed }) => `${deed} to ${recipient}`).toSorted()).toEqual([
    'rectification to analytics',
    'rectification to mailer',
  ]);
  expect((await showTask(actingAs(company.app, officer), taskId)).subject).toBeNull();

  await placeWaiting(company.app.store, company.execution.signHead);
  expect(await verifyLedger(actingAs(company.app, officer))).toMatchObject({ verdict: { ok: true } });
  const events = await listCaseEvents(company.app.store, caseId);
  expect(events.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['task-made', 'task-attested', 'answered']),
  );
  expect(`${JSON.stringify(events)}${company.log.join('')}`).not.toMatch(/jan\.jansen|Janssen/i);
});

test('what was corrected by hand alone is not told as if a program had looked, nor to who has other data', async () => {
  await using company = await shopAndArchive();
  await recordDisclosures(
    company.app.store,
    [
      { recipient: 'mailer', categories: ['contact'] },
      { recipient: 'analytics', categories: ['name-address'] },
    ].map((each) => ({
      ...each,
      identity: { kind: 'email' as const, value: jan },
      basis: 'contract' as const,
      disclosedOn: '2026-10-01',
    })),
    officer.id,
  );
  const { taskId, caseId } = await asked(company, [strange, oldName]);
  const letter = await attest(company, { taskId, outcome: 'done', items: 1 });
  expect(letter).toMatch(/Papieren archief: naam en adres, 1 stuk – met de hand verbeterd/i);
  expect(letter).not.toMatch(/opnieuw gekeken|letten erop dat het zo blijft/);
  expect(letter).toMatch(/Contactgegevens: wij vonden niet wat u noemde/i);
  const notices = await noticesOfCase(company.app.store, caseId);
  expect(notices.map(({ recipient }) => recipient)).toEqual(['analytics']);
  const told = await readNoticePeople(company.app.store, present(notices[0], 'a notice').id);
  expect(told?.corrections).toEqual([oldName]);
});

test('where nobody finds it, the letter says so; what a law holds stays, on that ground', async () => {
  await using company = await shopAndArchive();
  const { taskId } = await asked(company, [oldName]);
  const letter = await attest(company, { taskId, outcome: 'nothing-found' });
  expect(letter).toContain('hebben wij gekeken en niets veranderd. Hieronder staat waarom.');
  expect(letter).toMatch(/Naam en adres: wij vonden niet wat u noemde/i);

  await using other = await shopAndArchive();
  const { taskId: second } = await asked(other, [oldName]);
  const kept = await attest(other, {
    taskId: second,
    outcome: 'kept',
    items: 3,
    ground: 'tax-records',
    until: Temporal.PlainDate.from('2031-12-31'),
  });
  expect(kept).toMatch(/Papieren archief: 3 stuks, de laatste tot en met 31 december 2031/);
  expect(kept).not.toMatch(/wij vonden niet wat u noemde/);
});

test('what the policy says to do there on a correction is what is asked', async () => {
  const own = 'rectification: { nl: Plak een nieuw etiket op de map., en: Put a new label on the folder. }';
  await using company = await shopAndArchive('org_test', (text) =>
    text.replace(/^( {6})access:$/m, `$1${own}\n$1access:`),
  );
  const { taskId } = await asked(company, [oldName]);
  const { instructions } = await showTask(actingAs(company.app, officer), taskId);
  expect(instructions).toEqual({
    nl: 'Plak een nieuw etiket op de map.',
    en: 'Put a new label on the folder.',
  });
});
