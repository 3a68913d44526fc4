import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Postbox } from '../../test/support/postbox.ts';
import { storeDatabase, type TestDatabase } from '../../test/support/test-database.ts';
import { fixedClock } from '../base/clock.ts';
import { newId, type OrganisationId } from '../base/ids.ts';
import { jsonLog, silentLog } from '../base/log.ts';
import { putOrganisation } from '../store/organisation.ts';
import { queueMail, readMail } from '../store/outbox-mail.ts';
import { openStore, type Store } from '../store/store.ts';
import { keptMailer } from './mailer.ts';
import { deliverOutbox, maxAttempts, retryDelaySeconds } from './outbox.ts';
import { smtpMailer } from './smtp-mailer.ts';

const sender = { name: 'CarConnect', address: 'privacy@carconnect.example' };
const letter = {
  to: 'zoe@example.org',
  subject: 'Uw verzoek',
  text: 'Beste lezer',
  html: '<p>Beste lezer</p>',
  caseReference: 'CC-2026-0042',
};

let database: TestDatabase;
beforeAll(async () => {
  database = await storeDatabase();
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
});

/** An outbox of its own in the file's database, a clock that stands still, and a real mail server. */
async function scene(answers: ConstructorParameters<typeof Postbox>[0] = {}) {
  const clock = fixedClock('2026-11-09T10:00:00Z');
  const organisationId: OrganisationId = newId('org', Temporal.Now.instant());
  const store: Store = await openStore({
    url: database.url,
    organisationId,
    clock,
    secret: randomBytes(32),
    connections: 2,
  });
  await putOrganisation(store, 'CarConnect');
  const postbox = await new Postbox(answers).open();
  const mailer = smtpMailer(postbox.url, sender, { connect: 500, greeting: 500, idle: 500 });
  const lines: string[] = [];
  const log = jsonLog((line) => lines.push(line), clock.now);
  return {
    clock,
    store,
    postbox,
    mailer,
    lines,
    round: (limit = 10) => deliverOutbox({ store, mailer, log }, { limit }),
    [Symbol.asyncDispose]: async () => {
      await mailer.close();
      await postbox[Symbol.asyncDispose]();
      await store.close();
    },
  };
}

test('a mail that is put off goes out when its time has come, and once', async () => {
  await using it = await scene({ recipient: [451] });
  const id = await queueMail(it.store, letter);
  expect(await it.round()).toEqual({ sent: 0, deferred: 1, failed: 0 });
  expect(await it.round()).toEqual({ sent: 0, deferred: 0, failed: 0 });
  it.clock.advance({ seconds: 61 });
  expect(await it.round()).toEqual({ sent: 1, deferred: 0, failed: 0 });
  expect(await it.round()).toEqual({ sent: 0, deferred: 0, failed: 0 });
  expect(it.postbox.received.map(({ parsed }) => parsed.subject)).toEqual(['Uw verzoek']);
  expect(await readMail(it.store, id)).toMatchObject({ state: 'sent', attempts: 2 });
});

test('of a mail that has left nothing is kept that says to whom it went or what it said', async () => {
  await using it = await scene();
  const id = await queueMail(it.store, letter);
  expect(await it.round()).toEqual({ sent: 1, deferred: 0, failed: 0 });
  expect(it.postbox.received.map(({ parsed }) => parsed.subject)).toEqual([letter.subject]);
  expect(await readMail(it.store, id)).toMatchObject({
    state: 'sent',
    to: '',
    subject: '',
    text: '',
    html: '',
  });
});

test('a mail that is refused is given up at once', async () => {
  await using it = await scene({ recipient: [550] });
  const id = await queueMail(it.store, letter);
  expect(await it.round()).toEqual({ sent: 0, deferred: 0, failed: 1 });
  it.clock.advance({ hours: 24 });
  expect(await it.round()).toEqual({ sent: 0, deferred: 0, failed: 0 });
  expect(await readMail(it.store, id)).toMatchObject({ state: 'failed' });
});

test('a mail server that is away costs one mail of the queue an attempt, and none its life', async () => {
  await using it = await scene();
  for (let i = 0; i < 3; i++) await queueMail(it.store, letter);
  await it.postbox[Symbol.asyncDispose]();
  expect(await it.round()).toEqual({ sent: 0, deferred: 1, failed: 0 });
});

test('a mail is given up after a stated number of attempts, over days', async () => {
  await using it = await scene({ recipient: Array.from({ length: maxAttempts }, () => 451) });
  await queueMail(it.store, letter);
  const started = it.clock.now();
  for (let i = 1; i < maxAttempts; i++) {
    expect(await it.round()).toEqual({ sent: 0, deferred: 1, failed: 0 });
    it.clock.advance({ seconds: retryDelaySeconds(i) });
  }
  expect(await it.round()).toEqual({ sent: 0, deferred: 0, failed: 1 });
  const days = it.clock.now().since(started).total('hours') / 24;
  expect(days).toBeGreaterThan(2);
  expect(days).toBeLessThan(5);
});

test('after a crash between the answer of the server and our commit, the second mail folds into the first', async () => {
  await using it = await scene();
  await queueMail(it.store, letter);
  const crashing = {
    ...it.mailer,
    send: async (mail: Parameters<typeof it.mailer.send>[0]) => {
      await it.mailer.send(mail);
      throw new Error('crash');
    },
  };
  await expect(
    deliverOutbox({ store: it.store, mailer: crashing, log: silentLog }, { limit: 1 }),
  ).rejects.toThrow('crash');
  expect(await it.round()).toEqual({ sent: 0, deferred: 0, failed: 0 });
  it.clock.advance({ minutes: 6 });
  expect(await it.round()).toEqual({ sent: 1, deferred: 0, failed: 0 });
  const [first, second] = it.postbox.received.map(({ parsed }) => parsed);
  expect(second?.messageId).toBe(first?.messageId);
  expect(second?.inReplyTo).toMatch(/^<case-/);
});

test('two workers send every mail once', async () => {
  await using it = await scene();
  for (let i = 0; i < 12; i++) await queueMail(it.store, { ...letter, subject: `Brief ${i}` });
  const rounds = await Promise.all([it.round(12), it.round(12)]);
  expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(12);
  expect(new Set(it.postbox.received.map(({ parsed }) => parsed.subject)).size).toBe(12);
  expect(it.postbox.received).toHaveLength(12);
});

test('without a mail server the mail stays readable', async () => {
  await using it = await scene();
  const id = await queueMail(it.store, letter);
  await deliverOutbox({ store: it.store, mailer: keptMailer, log: silentLog }, { limit: 10 });
  expect(await readMail(it.store, id)).toMatchObject({ ...letter, state: 'sent' });
});

test('the log knows neither address nor subject, nor what the server said of them', async () => {
  await using it = await scene({ recipient: [550, 451] });
  await queueMail(it.store, letter);
  await queueMail(it.store, letter);
  await queueMail(it.store, letter);
  await it.round();
  expect(it.lines).toHaveLength(3);
  expect(it.lines.join('\n')).not.toMatch(/zoe|example|verzoek|welcome/i);
});
