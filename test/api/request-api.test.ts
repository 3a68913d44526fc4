import { buffer } from 'node:stream/consumers';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { approvePlan } from '../../src/app/approve-plan.ts';
import { actingAs } from '../../src/app/context.ts';
import { judgeIdentity } from '../../src/app/judge-identity.ts';
import { showRequest } from '../../src/app/show-request.ts';
import { present } from '../../src/base/assert.ts';
import { RequestError } from '../../src/client/request-client.ts';
import { type CaseKind, caseKinds } from '../../src/domain/case-file.ts';
import type { Wish } from '../../src/domain/wish.ts';
import { findCaseByReference, readWish } from '../../src/store/case-file.ts';
import { officer } from '../app/company.ts';
import { housemate, shareMailbox } from '../app/shared-mailbox.ts';
import { type AppWorld, appWorld } from './app-world.ts';

const lotte = plantedCases['one-of-everything'].person;

let world: AppWorld;
beforeAll(async () => {
  world = await appWorld();
}, 120_000);
afterAll(async () => {
  await world?.[Symbol.asyncDispose]();
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${world.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.7', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

async function problem(response: Promise<Response>): Promise<Record<string, unknown>> {
  const answered = await response;
  expect(answered.headers.get('content-type')).toBe('application/problem+json');
  const body = (await answered.json()) as Record<string, unknown>;
  expect(body['status']).toBe(answered.status);
  return body;
}

async function approve(reference: string): Promise<void> {
  const { app, test: store } = world.company;
  store.clock.advance({ seconds: 1 });
  const context = actingAs(app, officer);
  const { plan, file } = await showRequest(context, { reference, language: 'nl' });
  const { id: planId, sealedHash } = present(plan, 'plan').record;
  await approvePlan(context, { caseId: file.id, planId, sealedHash });
}

describe('somebody asks for somebody else', () => {
  const onBehalfOf = {
    mandate: 'guardian',
    identities: [{ kind: 'email', value: lotte.email }],
  } as const;

  test('is asked for the mandate, also when an app vouches for who they are', async () => {
    const sessionToken = () => world.session({ email: 'voogd@kantoor.example' });
    const opened = await world.client({ sessionToken }).open({ wish: { kind: 'access' }, onBehalfOf });
    expect(opened).toMatchObject({ state: 'identity', token: null });
    const letters = await world.lettersTo('voogd@kantoor.example');
    expect(letters.map(({ subject }) => subject)).toEqual([expect.stringContaining('namens iemand anders')]);
  });

  test('is told what cannot be asked', async () => {
    const email = 'ouder@kantoor.example';
    const child = { ...onBehalfOf, mandate: 'parent' } as const;
    const asked = (wish: Wish, of: unknown) =>
      problem(post('/requests', { wish, email, language: 'en', onBehalfOf: of }));
    expect(await asked({ kind: 'access' }, child)).toMatchObject({
      status: 422,
      errors: [{ pointer: '/onBehalfOf', reason: 'birth-date-missing' }],
    });
    expect(await asked({ kind: 'question', text: 'Why?' }, onBehalfOf)).toMatchObject({
      errors: [{ pointer: '/onBehalfOf', reason: 'no-mandate-needed' }],
    });
    const number = { ...onBehalfOf, identities: [{ kind: 'customer-number', value: '123456782' }] };
    expect(await asked({ kind: 'access' }, number)).toMatchObject({
      errors: [{ pointer: '/onBehalfOf/identities/0/value', reason: 'citizen-number' }],
    });
    expect(await asked({ kind: 'access' }, { ...onBehalfOf, identities: [] })).toMatchObject({ status: 422 });
  });
});

describe('somebody asks in the app of the organisation', () => {
  test('with a code: opened, proven, followed and fetched', async () => {
    const client = world.client();
    const opened = await client.open({ wish: { kind: 'access' }, email: lotte.email });
    expect(opened).toEqual({ reference: expect.stringMatching(/^GS-/), state: 'identity', token: null });
    const { reference } = opened;
    await expect(client.status({ reference, token: 'x' })).rejects.toMatchObject({ status: 404 });
    await expect(client.confirm(reference, '000000')).rejects.toMatchObject({
      status: 422,
      problem: { reason: 'wrong-code', errors: [{ pointer: '/code' }] },
    });
    world.company.test.clock.advance({ seconds: 1 });
    await client.resend(reference);
    const confirmed = await client.confirm(reference, await world.codeTo(lotte.email));
    expect(confirmed.state).toBe('taken-up');
    const key = { reference, token: present(confirmed.token, 'token') };
    expect(await client.status(key, 'en')).toMatchObject({
      kind: 'access',
      state: 'planned',
      receivedOn: '2026-11-23',
      dueOn: '2026-12-23',
      mayWithdraw: true,
      package: null,
      plan: expect.arrayContaining([expect.stringContaining('Newsletter')]),
    });
    await expect(client.download(key)).rejects.toMatchObject({ status: 409 });
    await approve(reference);
    expect(await client.status(key)).toMatchObject({ state: 'done', package: { downloads: 0 } });
    const fetched = await client.download(key);
    expect(fetched.headers.get('content-type')).toBe('application/zip');
    const zip = await fromBufferPromise(await buffer(fetched.body as unknown as NodeStream));
    expect(zip.entryCount).toBeGreaterThan(3);
    await expect(client.withdraw(key)).rejects.toMatchObject({ status: 409 });
    const file = present(await findCaseByReference(world.company.test.store, reference), 'case');
    expect(file.channel).toBe('app');
  });

  test('signed in at the app: proven at once, without a code', async () => {
    const claims = { email: lotte.email, customer_number: 'K-1000011' };
    const client = world.client({ sessionToken: () => world.session(claims) });
    const opened = await client.open({ wish: { kind: 'erasure' }, language: 'en' });
    expect(opened).toMatchObject({ state: 'taken-up', token: expect.any(String) });
    const key = { reference: opened.reference, token: present(opened.token, 'token') };
    expect(await client.status(key)).toMatchObject({ kind: 'erasure', state: 'planned' });
    const { requests } = await client.list();
    expect(requests[0]).toMatchObject({ reference: opened.reference, kind: 'erasure', state: 'planned' });
    await client.withdraw(key);
    await client.withdraw(key);
    expect((await client.list()).requests[0]).toMatchObject({ state: 'withdrawn' });
    const { rows } = await sql<{ leaf: string }>`
      select leaf from gestand.ledger_entry where leaf like '%signed-session%identity-proven%'`.execute(
      world.company.test.store.db,
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('example.nl');
  });

  test('of two people with one address, the number that the app vouches for says which', async () => {
    await using own = await appWorld();
    await shareMailbox(own.company);
    const ask = async (claims: Record<string, unknown>) => {
      const client = own.client({ sessionToken: () => own.session(claims) });
      const { reference, token } = await client.open({ wish: { kind: 'access' } });
      return client.status({ reference, token: present(token, 'token') });
    };
    expect(await ask({ email: lotte.email })).toMatchObject({ state: 'verified', plan: [] });
    const named = await ask({ email: lotte.email, customer_number: housemate.customerNo });
    expect(named.state).toBe('planned');
    // One row of the customer and one of the debtor: nothing of Lotte.
    expect(named.plan.join(' ')).toContain('klanten (1)');
    expect(named.plan.join(' ')).not.toContain('afspraken');
  });

  test.each(Object.entries(wishes()))('every kind comes in as it was asked: %s', async (kind, wish) => {
    const client = world.client({ sessionToken: () => world.session({ email: `${kind}@elders.example` }) });
    const { reference } = await client.open({ wish });
    const file = present(await findCaseByReference(world.company.test.store, reference), 'case');
    expect(file).toMatchObject({ kind, channel: 'app', state: 'in-progress' });
    expect(await readWish(world.company.test.store, file)).toEqual(wish);
  });

  test('who is known and who is not get the same answer', async () => {
    const shape = async (email: string) => {
      const answer = await post('/requests', { wish: { kind: 'access' }, email });
      const { reference, ...rest } = (await answer.json()) as Record<string, unknown>;
      const headers = [...answer.headers.keys()].sort();
      return { status: answer.status, rest, headers, reference: String(reference).length };
    };
    expect(await shape('nobody.at.all@elders.example')).toEqual(await shape(lotte.email));
  });
});

function wishes(): Readonly<Record<CaseKind, Wish>> {
  return {
    access: { kind: 'access' },
    erasure: { kind: 'erasure' },
    rectification: {
      kind: 'rectification',
      corrections: [{ category: 'contact', now: 'Lote', wanted: 'Lotte' }],
    },
    restriction: { kind: 'restriction', ground: 'accuracy-contested', purposes: 'all', reason: null },
    objection: { kind: 'objection', purposes: 'all', categories: [], recipients: [], reason: null },
    portability: { kind: 'portability', to: { receiver: 'https://receiver.example/transfers' } },
    withdrawal: { kind: 'withdrawal', purposes: 'all' },
    question: { kind: 'question', text: 'Van wie kopen jullie adressen?' },
    'security-information': { kind: 'security-information', text: 'Hoe beveiligen jullie dit?' },
    complaint: { kind: 'complaint', text: 'Jullie bellen mij nog steeds.' },
  };
}

test('where special data are held a code alone hands over nothing: an officer is sure first, and says why', async () => {
  await using own = await appWorld({
    amended: (text) => text.replace('name-address: { name:', 'name-address: { special: true, name:'),
  });
  const client = own.client();
  const { reference } = await client.open({ wish: { kind: 'access' }, email: lotte.email });
  const code = await own.codeTo(lotte.email);
  own.company.test.clock.advance({ seconds: 1 });
  const confirmed = await client.confirm(reference, code);
  expect(confirmed).toEqual({ state: 'identity', token: null });
  const [letter] = await own.lettersTo(lotte.email);
  expect(letter?.subject).toContain('zeker weten wie u bent');
  expect(letter?.text).toContain('Stuur geen kopie van uw paspoort');
  const context = actingAs(own.company.app, officer);
  await expect(judgeIdentity(context, { reference, reason: ' ' })).rejects.toMatchObject({
    code: 'bad-input',
  });
  const reason = 'Zij noemde haar klantnummer en haar kenteken.';
  expect(await judgeIdentity(context, { reference, reason })).toMatchObject({ kind: 'taken-up' });
  await expect(judgeIdentity(context, { reference, reason })).rejects.toMatchObject({ code: 'conflict' });
  // What only stops a use is taken up by the code.
  const wish = { kind: 'objection', purposes: 'all', categories: [], recipients: [], reason: null } as const;
  own.company.test.clock.advance({ seconds: 1 });
  const second = await client.open({ wish, email: lotte.email });
  if (second.state === 'identity')
    expect((await client.confirm(second.reference, await own.codeTo(lotte.email))).state).toBe('taken-up');
});

describe('what is sent wrongly', () => {
  test.each<readonly [string, unknown, readonly string[]]>([
    ['no wish', { email: lotte.email }, ['/wish']],
    ['a kind that is none', { wish: { kind: 'everything' }, email: lotte.email }, ['/wish/kind']],
    ['no address', { wish: { kind: 'access' } }, ['/email']],
    ['no address at all', { wish: { kind: 'access' }, email: 'lotte' }, ['/email']],
    [
      'too long a text',
      { wish: { kind: 'question', text: 'x'.repeat(5001) }, email: lotte.email },
      ['/wish/text'],
    ],
    [
      'a purpose nobody has',
      { wish: { kind: 'withdrawal', purposes: ['flying'] }, email: lotte.email },
      ['/wish/purposes/0'],
    ],
    ['a field of ours', { wish: { kind: 'access', column: 'crm.x.y' }, email: lotte.email }, ['/wish']],
    [
      'a citizen service number',
      {
        wish: { kind: 'complaint', text: 'Mijn BSN is 123456782.' },
        email: lotte.email,
        customerNumber: '123456782',
      },
      ['/wish/text', '/customerNumber'],
    ],
  ])('%s is refused with its place', async (_, body, pointers) => {
    const before = await countCases();
    const refused = await problem(post('/requests', body));
    expect(refused).toMatchObject({ status: 422, code: 'bad-input' });
    const errors = refused['errors'] as readonly { readonly pointer: string; readonly detail: string }[];
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(JSON.stringify(refused)).not.toContain('123456782');
    expect(await countCases()).toBe(before);
  });

  test('a number of a citizen is refused in the language of the request, and says how else', async () => {
    const body = { wish: { kind: 'complaint', text: 'bsn 123456782' }, email: lotte.email };
    const dutch = JSON.stringify(await problem(post('/requests', body)));
    expect(dutch).toContain('burgerservicenummer');
    expect(dutch).toContain('de code die wij mailen');
    expect(JSON.stringify(await problem(post('/requests', { ...body, language: 'en' })))).toContain(
      'citizen service number',
    );
  });

  test('no JSON, another type, and too much', async () => {
    expect(await problem(post('/requests', '{"wish":'))).toMatchObject({ status: 400 });
    expect(await problem(post('/requests', 'wish=access', { 'content-type': 'text/plain' }))).toMatchObject({
      status: 415,
    });
    expect(await problem(post('/requests', 'x'.repeat(70_000)))).toMatchObject({ status: 413 });
    expect(await problem(fetch(`${world.url}/api/v1/nowhere`))).toMatchObject({ status: 404 });
  });
});

describe('a session token', () => {
  const ask = async (token: string, body: unknown = { wish: { kind: 'access' } }) =>
    problem(post('/requests', body, { authorization: `Bearer ${token}` }));

  test('works once, and a replay is refused', async () => {
    const token = await world.session({ email: 'once@elders.example' });
    const authorization = `Bearer ${token}`;
    expect((await post('/requests', { wish: { kind: 'access' } }, { authorization })).status).toBe(201);
    expect(await ask(token)).toMatchObject({ status: 401, reason: 'used-before' });
    expect(
      await problem(fetch(`${world.url}/api/v1/requests`, { headers: { authorization } })),
    ).toMatchObject({
      status: 401,
      reason: 'used-before',
    });
  });

  test('that cannot be taken opens nothing and mails nothing', async () => {
    const before = await countCases();
    const old = await world.session({ email: lotte.email, iat: 1, exp: 2 });
    expect(await ask(old)).toMatchObject({ status: 401, reason: 'expired' });
    expect(await ask('no.token')).toMatchObject({ status: 401, reason: 'malformed' });
    const elsewhere = await world.session({ email: lotte.email, aud: 'https://other.example' });
    expect(await ask(elsewhere)).toMatchObject({ reason: 'wrong-audience' });
    expect(await countCases()).toBe(before);
  });

  test('says the address: another one is refused', async () => {
    const token = await world.session({ email: 'mine@elders.example' });
    expect(await ask(token, { wish: { kind: 'access' }, email: lotte.email })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/email', reason: 'email-not-vouched' }],
    });
    // A mistake does not use the token up.
    expect(await ask(token, { wish: { kind: 'access' }, email: lotte.email })).toMatchObject({ status: 422 });
  });

  test('is needed to list', async () => {
    expect(await problem(fetch(`${world.url}/api/v1/requests`))).toMatchObject({ status: 401 });
  });
});

describe('sent again', () => {
  test('with the same key it is one request with one mail, also when both come at once', async () => {
    const email = 'again@elders.example';
    const headers = { 'idempotency-key': 'a key of the app 1' };
    const body = { wish: { kind: 'access' }, email };
    const answers = await Promise.all([1, 2, 3].map(() => post('/requests', body, headers)));
    const references = await Promise.all(answers.map(async (each) => (await each.json()) as object));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(references.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(answers.filter((each) => each.headers.get('idempotency-replayed') === 'true')).toHaveLength(2);
    expect(await world.lettersTo(email)).toHaveLength(1);
  });

  test('with the same key and another wish it is refused', async () => {
    const headers = { 'idempotency-key': 'a key of the app 2' };
    const email = 'again2@elders.example';
    await post('/requests', { wish: { kind: 'access' }, email }, headers);
    expect(await problem(post('/requests', { wish: { kind: 'erasure' }, email }, headers))).toMatchObject({
      status: 422,
      reason: 'key-reused',
    });
  });

  test('by somebody who is signed in it is one request, with a new token of the session', async () => {
    const client = world.client({ sessionToken: () => world.session({ email: 'again3@elders.example' }) });
    const options = { idempotencyKey: 'a key of the app 3' };
    const first = await client.open({ wish: { kind: 'access' } }, options);
    expect(await client.open({ wish: { kind: 'access' } }, options)).toEqual(first);
    const other = world.client({ sessionToken: () => world.session({ email: 'thief@elders.example' }) });
    await expect(other.open({ wish: { kind: 'access' } }, options)).rejects.toBeInstanceOf(RequestError);
  });
});

describe('too many', () => {
  test('the thirty-first request of a network in an hour is told to wait, and remembered by no key', async () => {
    const from = { 'x-forwarded-for': '198.51.100.9' };
    for (let i = 0; i < 30; i++)
      expect(
        (await post('/requests', { wish: { kind: 'access' }, email: `m${i}@elders.example` }, from)).status,
      ).toBe(201);
    const headers = { ...from, 'idempotency-key': 'a key of the app 4' };
    const body = { wish: { kind: 'access' }, email: 'm31@elders.example' };
    const refused = await post('/requests', body, headers);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    world.company.test.clock.advance({ hours: 1 });
    expect((await post('/requests', body, headers)).status).toBe(201);
  });

  test('a code that is guessed a thousand times is not found', async () => {
    const client = world.client();
    const { reference } = await client.open({ wish: { kind: 'access' }, email: 'guess@elders.example' });
    const code = await world.codeTo('guess@elders.example');
    const answers = new Set<string>();
    for (let i = 0; i < 1000; i++) {
      // The right one is among them, half-way.
      const guess = String((Number(code) + 999_500 + i) % 1_000_000).padStart(6, '0');
      const network = { 'x-forwarded-for': `198.18.${i % 250}.1` };
      const { status, reason } = await problem(post(`/requests/${reference}/code`, { code: guess }, network));
      answers.add(`${status} ${reason}`);
    }
    expect([...answers]).toEqual(['422 wrong-code']);
    // And whoever asked has lost nothing by it.
    expect(await client.confirm(reference, code)).toMatchObject({ state: 'taken-up' });
  });
});

test("somebody else's case number is answered as one that nobody knows, also with a token of one's own", async () => {
  const own = world.client({ sessionToken: () => world.session({ email: 'curious@elders.example' }) });
  const { token } = await own.open({ wish: { kind: 'access' } });
  const hers = world.client({ sessionToken: () => world.session({ email: lotte.email }) });
  const { reference } = await hers.open({ wish: { kind: 'access' } });
  const answersTo = async (asked: string) => {
    const authorization = { authorization: `Bearer ${token}` };
    const path = `/requests/${asked}`;
    const told = await Promise.all([
      problem(fetch(`${world.url}/api/v1${path}`, { headers: authorization })),
      problem(fetch(`${world.url}/api/v1${path}/package`, { headers: authorization })),
      problem(fetch(`${world.url}/api/v1${path}/withdraw`, { method: 'POST', headers: authorization })),
    ]);
    return told.map(({ status, code, reason, detail }) => ({ status, code, reason, detail }));
  };
  const answers = await answersTo(reference);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(answers).toEqual(await answersTo('GS-2026-AAAAA'));
  expect((await own.list()).requests.map((each) => each.reference)).not.toContain(reference);
});

async function countCases(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from gestand.case_file`.execute(
    world.company.test.store.db,
  );
  return present(rows[0], 'a count').count;
}

test('the example asks for every kind there is', () => {
  expect(Object.keys(wishes()).sort()).toEqual([...caseKinds].sort());
});
