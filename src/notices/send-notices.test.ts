import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goldenPolicy } from '../../test/golden/statement/golden-policy.ts';
import { Postbox } from '../../test/support/postbox.ts';
import { type Answer, RecipientApi } from '../../test/support/recipient-api.ts';
import { storeDatabase, type TestDatabase } from '../../test/support/test-database.ts';
import { present } from '../base/assert.ts';
import { fixedClock } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import { type NoticeId, newId, type OrganisationId } from '../base/ids.ts';
import { jsonLog } from '../base/log.ts';
import { normaliseIdentity } from '../domain/identity.ts';
import type { NoticeDeed, NoticeState } from '../domain/notice.ts';
import { deliverOutbox, maxAttempts, retryDelaySeconds } from '../mail/outbox.ts';
import { smtpMailer } from '../mail/smtp-mailer.ts';
import type { Policy, Recipient, RecipientAddress } from '../policy/policy.ts';
import { readLedger, sequenceLedger } from '../store/ledger-entry.ts';
import { type Notice, readNotice, readNoticePeople } from '../store/notice.ts';
import { putOrganisation } from '../store/organisation.ts';
import { openStore } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { recipientCaller } from './call-recipient.ts';
import { followNotices } from './follow-notices.ts';
import { type NoticeContext, sendNotices } from './send-notices.ts';
import { settle } from './settle.ts';
import { tellRecipients } from './tell-recipients.ts';

const patience = { connect: 10_000, greeting: 10_000, idle: 10_000 };
const key = `whsec_${Buffer.alloc(24, 5).toString('base64')}`;
const vera = normaliseIdentity('email', 'vera@voorbeeld.example');

let database: TestDatabase;
beforeAll(async () => {
  database = await storeDatabase();
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
});

function policyWith(notify: RecipientAddress | null): Policy {
  const mailer: Recipient = {
    ...present([...goldenPolicy.recipients.values()][0], 'a recipient'),
    id: 'mailer',
    name: 'Voorbeeldmail B.V.',
    role: 'processor',
    notify,
  };
  return { ...goldenPolicy, recipients: new Map([['mailer', mailer]]) };
}

/** A store of its own, a clock that stands still, a real mail server and the real HTTP client. */
async function scene(
  notify: RecipientAddress | null,
  settings: Readonly<Record<string, string>> = { MAILER_KEY: key },
) {
  // Monday; five working days later is Monday 16 November.
  const clock = fixedClock('2026-11-09T10:00:00Z');
  const organisationId: OrganisationId = newId('org', Temporal.Now.instant());
  const store = await openStore({
    url: database.url,
    organisationId,
    clock,
    secret: randomBytes(32),
    connections: 2,
  });
  await putOrganisation(store, 'CarConnect');
  const postbox = await new Postbox().open();
  const mailer = smtpMailer(
    postbox.url,
    { name: 'CarConnect', address: 'privacy@carconnect.example' },
    patience,
  );
  const lines: string[] = [];
  const context: NoticeContext = {
    store,
    policy: policyWith(notify),
    publicUrl: 'https://privacy.carconnect.example',
    secretValue: (name) => {
      const value = settings[name];
      if (value === undefined) throw new GestandError('bad-configuration', `${name} is not set.`);
      return value;
    },
    call: recipientCaller({ timeout: 400 }),
    log: jsonLog((line) => lines.push(line), clock.now),
  };
  const read = async (id: NoticeId): Promise<Notice> => present(await readNotice(store, id), id);
  return {
    clock,
    store,
    postbox,
    lines,
    context,
    read,
    tell: async (deed: NoticeDeed = 'erasure'): Promise<NoticeId> => {
      const told = await withTransaction(store, (inside) =>
        tellRecipients(inside, {
          policy: context.policy,
          caseFile: null,
          deed,
          scope: { purposes: 'all', categories: 'all', recipients: 'all' },
          identities: [vera],
          corrections:
            deed === 'rectification'
              ? [{ category: 'contact', now: 'vera@oud.example', wanted: vera.value }]
              : [],
        }),
      );
      return present(told[0], 'a notice').noticeId;
    },
    round: () => sendNotices(context, { limit: 10 }),
    follow: () => followNotices(context, { limit: 10 }),
    deliver: () => deliverOutbox({ store, mailer, log: context.log }, { limit: 10 }),
    ledger: async () => {
      await sequenceLedger(store, { limit: 1000, sign: () => '' });
      const entries: { kind: string; detail: Record<string, unknown>; leaf: string }[] = [];
      for await (const { leaf } of readLedger(store)) entries.push({ ...JSON.parse(leaf), leaf });
      return entries;
    },
    [Symbol.asyncDispose]: async () => {
      await mailer.close();
      await postbox[Symbol.asyncDispose]();
      await store.close();
    },
  };
}

function at(url: string): RecipientAddress {
  return { kind: 'api', url, secret: 'MAILER_KEY' };
}

test('an API is told once, signed so that a kept library believes it, and its receipt is written down', async () => {
  await using api = await new RecipientApi([{ kind: 'receipt', id: 'job:4711' }]).open();
  await using it = await scene(at(api.url));
  const id = await it.tell('rectification');
  expect(await it.round()).toBe(1);
  expect(await it.round()).toBe(0);
  const [call] = api.received;
  expect(api.received).toHaveLength(1);
  expect(call).toMatchObject({ method: 'POST', url: '/notices' });
  expect(call?.headers).toMatchObject({ 'idempotency-key': id, 'webhook-id': id });
  const headers = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [
      name,
      String(call?.headers[name]),
    ]),
  );
  // The library refuses what is older than five minutes by its own clock.
  const signature = new Webhook(key).sign(id, new Date('2026-11-09T10:00:00Z'), call?.body ?? '');
  expect(headers['webhook-signature']).toBe(signature);
  expect(JSON.parse(call?.body ?? '')).toMatchObject({
    id,
    deed: 'rectification',
    dueOn: '2026-11-16',
    people: [{ kind: 'email', value: 'vera@voorbeeld.example' }],
    corrections: [{ category: 'contact', now: 'vera@oud.example', wanted: 'vera@voorbeeld.example' }],
  });
  expect(await it.read(id)).toMatchObject({
    state: 'confirmed',
    settledBy: 'recipient',
    receipt: 'job:4711',
  });
  expect(await readNoticePeople(it.store, id)).toBeNull();
  const ledger = await it.ledger();
  expect(ledger.map(({ kind }) => kind)).toEqual(['notice-made', 'notice-confirmed']);
  expect([...ledger.map(({ leaf }) => leaf), ...it.lines].join('\n')).not.toMatch(/vera|voorbeeld|whsec/i);
});

const misbehaving: readonly (readonly [string, Answer, NoticeState, string])[] = [
  ['fails', { kind: 'status', status: 500 }, 'waiting', '500'],
  ['never answers', { kind: 'silence' }, 'waiting', 'TIMEOUT'],
  ['hangs up', { kind: 'hang-up', begun: false }, 'waiting', 'UND_ERR_SOCKET'],
  ['hangs up half-way', { kind: 'hang-up', begun: true }, 'waiting', 'UND_ERR_SOCKET'],
  ['says yes without a receipt', { kind: 'text', text: '{"ok":true}' }, 'waiting', 'no-receipt'],
  ['answers with what is no JSON', { kind: 'text', text: '<html>' }, 'waiting', 'no-receipt'],
  [
    'names somebody in its receipt',
    { kind: 'receipt', id: 'vera@voorbeeld.example' },
    'waiting',
    'no-receipt',
  ],
  [
    'answers without end',
    { kind: 'text', text: 'x'.repeat(100_000) },
    'waiting',
    'UND_ERR_RES_EXCEEDED_MAX_SIZE',
  ],
  ['knows no such address', { kind: 'status', status: 404 }, 'failed', '404'],
  ['does not believe who we are', { kind: 'status', status: 401 }, 'failed', '401'],
  ['sends on', { kind: 'status', status: 307, headers: { location: '/elsewhere' } }, 'failed', 'redirect'],
];

test.each(misbehaving)('an API that %s', async (_, answer, state, code) => {
  await using api = await new RecipientApi([answer]).open();
  await using it = await scene(at(api.url));
  const id = await it.tell();
  await it.round();
  expect(await it.read(id)).toMatchObject({ state, lastCode: code });
  // Nothing was followed, and nothing tried again before its time.
  await it.round();
  expect(api.received.map(({ url }) => url)).toEqual(['/notices']);
  expect(await readNoticePeople(it.store, id)).not.toBeNull();
  expect([...(await it.ledger()).map(({ leaf }) => leaf), ...it.lines].join('\n')).not.toMatch(
    /vera|not known/,
  );
  it.clock.advance({ seconds: retryDelaySeconds(1) });
  await it.round();
  expect((await it.read(id)).state).toBe(state === 'waiting' ? 'confirmed' : 'failed');
});

test('an API that asks to wait is not called before that', async () => {
  await using api = await new RecipientApi([
    { kind: 'status', status: 429, headers: { 'retry-after': '3600' } },
  ]).open();
  await using it = await scene(at(api.url));
  await it.tell();
  await it.round();
  it.clock.advance({ minutes: 59 });
  await it.round();
  expect(api.received).toHaveLength(1);
  it.clock.advance({ minutes: 2 });
  await it.round();
  expect(api.received).toHaveLength(2);
});

test('an API that stays away is left to the desk after a stated number of attempts', async () => {
  await using api = await new RecipientApi().open();
  const { url } = api;
  await api[Symbol.asyncDispose]();
  await using it = await scene(at(url));
  const id = await it.tell();
  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    expect((await it.read(id)).state).toBe('waiting');
    await it.round();
    it.clock.advance({ seconds: retryDelaySeconds(attempt) });
  }
  expect(await it.read(id)).toMatchObject({
    state: 'failed',
    lastCode: 'ECONNREFUSED',
    attempts: maxAttempts,
  });
  expect((await it.ledger()).map(({ kind }) => kind)).toEqual(['notice-made', 'notice-failed']);
});

test('a key that is missing or none is said by name of its fault, and the call waits', async () => {
  await using api = await new RecipientApi().open();
  for (const [settings, code] of [
    [{}, 'no-key'],
    [{ MAILER_KEY: 'not base64 at all!' }, 'unusable-key'],
  ] as const) {
    await using it = await scene(at(api.url), settings);
    const id = await it.tell();
    await it.round();
    expect(await it.read(id)).toMatchObject({ state: 'waiting', lastCode: code });
  }
  expect(api.received).toHaveLength(0);
});

test('after a death between the answer and the commit the same notice goes again under the same id', async () => {
  await using api = await new RecipientApi().open();
  await using it = await scene(at(api.url));
  const id = await it.tell();
  const dying: NoticeContext = {
    ...it.context,
    call: async (call) => {
      await it.context.call(call);
      throw new Error('killed');
    },
  };
  await expect(sendNotices(dying, { limit: 1 })).rejects.toThrow('killed');
  expect(await it.read(id)).toMatchObject({ state: 'waiting' });
  // Whoever else looks meanwhile leaves it: the lease of the dead one still holds.
  expect(await it.round()).toBe(0);
  it.clock.advance({ minutes: 6 });
  expect(await it.round()).toBe(1);
  expect(api.received.map(({ headers }) => headers['idempotency-key'])).toEqual([id, id]);
  expect(new Set(api.received.map(({ body }) => body)).size).toBe(1);
  expect((await it.ledger()).filter(({ kind }) => kind === 'notice-confirmed')).toHaveLength(1);
});

test('two workers tell every recipient once', async () => {
  await using api = await new RecipientApi().open();
  await using it = await scene(at(api.url));
  const ids = await Promise.all(Array.from({ length: 6 }, () => it.tell()));
  const rounds = await Promise.all([it.round(), it.round()]);
  expect(rounds.reduce((sum, tried) => sum + tried, 0)).toBe(6);
  expect(api.received.map(({ headers }) => headers['webhook-id']).sort()).toEqual([...ids].sort());
});

test('a letter says what to do, for whom and by when, and its reminder has the same link and comes once', async () => {
  await using it = await scene({ kind: 'email', email: 'privacy@voorbeeldmail.example' });
  const id = await it.tell();
  await it.round();
  await it.deliver();
  expect(await it.read(id)).toMatchObject({ state: 'sent', remindedAt: null });
  await it.follow();
  // Friday 13 November is the working day before the last.
  it.clock.advance({ hours: 24 * 4 });
  await it.follow();
  await it.follow();
  await it.deliver();
  it.clock.advance({ hours: 24 });
  await it.follow();
  await it.deliver();
  const mails = it.postbox.received.map(({ parsed, recipients }) => ({
    subject: parsed.subject,
    text: parsed.text ?? '',
    recipients,
    references: parsed.references,
  }));
  expect(mails.map(({ subject }) => subject)).toEqual([
    'Wis persoonsgegevens die u van ons kreeg',
    'Herinnering: Wis persoonsgegevens die u van ons kreeg',
  ]);
  const links = mails.map(({ text }) => /https:\/\/\S+\/notice\?t=\w+/.exec(text)?.[0]);
  expect(links[0]).toMatch(/^https:\/\/privacy\.carconnect\.example\/notice\?t=[0-9a-f]{64}$/);
  expect(links[1]).toBe(links[0]);
  expect(mails[1]?.references).toEqual(mails[0]?.references);
  for (const { text, recipients } of mails) {
    expect(recipients).toEqual(['privacy@voorbeeldmail.example']);
    expect(text).toContain('vera@voorbeeld.example');
    expect(text).toContain('16 november 2026');
    expect(text).toContain('Voorbeeldmail B.V.');
  }
});

test('a letter nobody could deliver is left to the desk, who is told without whom it is about', async () => {
  await using it = await scene({ kind: 'email', email: 'weg@voorbeeldmail.example' });
  const id = await it.tell();
  await it.round();
  await using refusing = await new Postbox({ recipient: [550] }).open();
  const mailer = smtpMailer(
    refusing.url,
    { name: 'CarConnect', address: 'privacy@carconnect.example' },
    patience,
  );
  await deliverOutbox({ store: it.store, mailer, log: it.context.log }, { limit: 1 });
  await mailer.close();
  await it.follow();
  expect(await it.read(id)).toMatchObject({ state: 'failed', lastCode: 'mail-undelivered' });
  it.clock.advance({ hours: 24 * 4 });
  await it.follow();
  await it.deliver();
  const [desk] = it.postbox.received;
  expect(desk?.recipients).toEqual([it.context.policy.controller.email]);
  expect(desk?.parsed.text).toContain(id);
  expect(desk?.parsed.text).not.toContain('vera');
});

test('what is told by hand waits for a person, is too late after its last day, and that is written down once', async () => {
  await using it = await scene(null);
  const id = await it.tell();
  expect(await it.round()).toBe(0);
  it.clock.advance({ hours: 24 * 7 });
  await it.follow();
  expect(await it.read(id)).toMatchObject({ overdueAt: null });
  it.clock.advance({ hours: 24 });
  await it.follow();
  await it.follow();
  expect(await it.read(id)).toMatchObject({ state: 'waiting', overdueAt: '2026-11-17T10:00:00Z' });
  const done = await withTransaction(it.store, async (inside) =>
    settle(inside, await it.read(id), {
      by: 'officer_1',
      excuse: 'impossible',
      receipt: null,
      note: 'no longer exists',
    }),
  );
  expect(done).toBe(true);
  expect(await it.read(id)).toMatchObject({ state: 'excused', excuse: 'impossible', settledBy: 'officer_1' });
  expect((await it.ledger()).map(({ kind }) => kind)).toEqual([
    'notice-made',
    'notice-overdue',
    'notice-excused',
  ]);
});
