import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { AppContext } from '../../src/app/context.ts';
import { ledgerSigner } from '../../src/app/ledger-signer.ts';
import { compileOrRefuse } from '../../src/app/load-policy.ts';
import { livePortalServices } from '../../src/app/portal-services-live.ts';
import { present } from '../../src/base/assert.ts';
import { silentLog } from '../../src/base/log.ts';
import { createServerApp } from '../../src/http/app.ts';
import { createPortal, createProblemPage } from '../../src/portal/portal.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import { examplePolicy, publicUrl } from '../app/company.ts';
import { testParty } from '../support/test-party.ts';
import { type TestStore, testOrganisation, testSecret, testStore } from '../support/test-store.ts';

/** The public pages as they are served, on a real store; no source is asked anything by what comes in here. */
async function pages({ store }: TestStore) {
  const { policy } = compileOrRefuse(await examplePolicy());
  const context: AppContext = {
    actor: { kind: 'system' },
    store,
    log: silentLog,
    policy,
    publicUrl,
    sources: new Map(),
    dispatch: async () => undefined,
    signer: ledgerSigner(testSecret, testOrganisation),
    party: testParty(publicUrl),
  };
  const services = livePortalServices(context, { mailboxFrom: null });
  const app = createServerApp({
    log: silentLog,
    clock: store.clock,
    https: false,
    healthy: async () => true,
    routes: [{ path: '/', app: createPortal({ services, publicOrigin: null, trustProxy: true }) }],
    problemPage: createProblemPage(services),
  });
  const post = (path: string, body: string | Uint8Array<ArrayBuffer>, network = '192.0.2.1') =>
    app.request(`http://privacy.example${path}`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'http://privacy.example',
        'x-forwarded-for': network,
      },
    });
  return {
    post,
    get: (path: string) => app.request(`http://privacy.example${path}`),
    ask: (email: string, network?: string) =>
      post('/request/ask/access', new URLSearchParams({ email }).toString(), network),
    cases: async (): Promise<number> => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from gestand.case_file`.execute(
        store.db,
      );
      return rows[0]?.n ?? -1;
    },
    codeFor: async (email: string): Promise<string> => {
      const [mail] = (await listMails(store, { limit: 100 })).filter(({ to }) => to === email);
      return present(/\b(\d{3}) (\d{3})\b/.exec(JSON.stringify(mail)), 'a code')
        .slice(1)
        .join('');
    },
  };
}

function referenceIn(response: Response): string {
  return present(/GS-\d{4}-[0-9A-Z]{5}/.exec(response.headers.get('location') ?? '')?.[0], 'a reference');
}

/** Every place to which a form is sent. */
const forms = [
  '/request/ask/access',
  '/request/ask/erasure',
  '/request/GS-2026-AAAAA/code',
  '/request/GS-2026-AAAAA/resend',
  '/request/GS-2026-AAAAA/withdraw',
  '/notice',
] as const;

it('reads no body of 30 MB, wherever it is sent, and says so on a page', async () => {
  await using it = await testStore();
  const { post, cases } = await pages(it);
  const huge = `email=zoe%40example.org&t=${'x'.repeat(30_000_000)}`;
  for (const path of forms) {
    const answer = await post(path, huge);
    expect([path, answer.status]).toEqual([path, 413]);
    const page = await answer.text();
    expect(page).toContain('<!doctype html>');
    expect(page.length).toBeLessThan(50_000);
  }
  expect(await cases()).toBe(0);
}, 120_000);

it('a code that is guessed a thousand times is not found, from however many networks', async () => {
  await using it = await testStore();
  const { ask, post, codeFor } = await pages(it);
  const email = 'zoe@example.org';
  const reference = referenceIn(await ask(email));
  const right = await codeFor(email);
  const answers = new Map<number, number>();
  for (let i = 0; i < 1000; i++) {
    const code = String((Number(right) + 1 + i) % 1_000_000).padStart(6, '0');
    const { status } = await post(`/request/${reference}/code`, `code=${code}`, `198.51.${i % 250}.1`);
    answers.set(status, (answers.get(status) ?? 0) + 1);
  }
  // Each network is heard a few times; but of all of them together twelve guesses were compared with the code.
  expect(Object.fromEntries(answers)).toEqual({ 422: 1000 });
  const stranger = await post(`/request/${reference}/code`, `code=${right}`, '203.0.113.1');
  expect(stranger.status).toBe(422);
  // From where she asked, it works.
  expect((await post(`/request/${reference}/code`, `code=${right}`)).status).toBe(303);
}, 120_000);

it("somebody else's reference is answered as one that nobody knows", async () => {
  await using it = await testStore();
  const { ask, post, get, codeFor } = await pages(it);
  const waiting = referenceIn(await ask('zoe@example.org'));
  const proven = referenceIn(await ask('anna@example.org'));
  const code = await codeFor('anna@example.org');
  expect((await post(`/request/${proven}/code`, `code=${code}`)).status).toBe(303);
  const answersTo = async (reference: string) => {
    const told: (readonly [string, number, string, string | null])[] = [];
    const add = async (what: string, answer: Response) => {
      const hide = (text: string) => text.replaceAll(reference, 'REFERENCE');
      told.push([what, answer.status, hide(await answer.text()), hide(answer.headers.get('location') ?? '')]);
    };
    await add('status', await get(`/request/${reference}?t=guessed`));
    await add('download', await get(`/request/${reference}/download?t=guessed`));
    await add('withdraw', await post(`/request/${reference}/withdraw`, 't=guessed', '203.0.113.9'));
    await add('code', await post(`/request/${reference}/code`, 'code=000000', '203.0.113.9'));
    await add('code page', await get(`/request/${reference}/code`));
    await add('resend', await post(`/request/${reference}/resend`, '', '203.0.113.9'));
    return told;
  };
  const nobodys = await answersTo('GS-2026-AAAAA');
  expect(await answersTo(waiting)).toEqual(nobodys);
  expect(await answersTo(proven)).toEqual(nobodys);
});

it('takes no text that cannot be one: bytes that are no UTF-8, zero bytes, very long fields', async () => {
  await using it = await testStore();
  const { post, cases } = await pages(it);
  const bytes = new Uint8Array([...Buffer.from('email='), 0xff, 0xfe, 0xc3, 0x28]);
  expect((await post('/request/ask/access', bytes)).status).toBe(422);
  for (const body of [
    'email=%ff%fe%c3%28%40example.org',
    'email=zoe%00%40example.org',
    'email=zoe%40example.org%00',
    `email=${'a'.repeat(250)}%40example.org`,
    `email=zoe%40example.org&customer-number=${'9'.repeat(5000)}`,
    'email[]=zoe%40example.org',
    'email=%E0%A4%A',
  ])
    expect([body.slice(0, 40), (await post('/request/ask/access', body)).status]).toEqual([
      body.slice(0, 40),
      422,
    ]);
  expect(await cases()).toBe(0);
  for (const path of ['/request/%00/code', '/request/%ff/resend', '/request/GS-2026-%00AAAA/withdraw'])
    expect((await post(path, 'code=123456&t=x')).status).toBeLessThan(500);
});

it('takes no address that would add a header or a second recipient to a mail', async () => {
  await using it = await testStore();
  const { ask, cases } = await pages(it);
  for (const email of [
    'zoe@example.org\r\nBcc: all@example.org',
    'zoe@example.org\nSubject: hello',
    'zoe@example.org, all@example.org',
    'zoe@example.org;all@example.org',
    '"zoe\r\nBcc: all@example.org"@example.org',
    'Zoe <zoe@example.org>',
    'zoe@example.org%0aBcc:all@example.org',
  ])
    expect([email, (await ask(email)).status]).toEqual([email, 422]);
  expect(await cases()).toBe(0);
  expect(await listMails(it.store, { limit: 10 })).toEqual([]);
});

it('ten thousand requests from one network in a minute leave room for the person they name', async () => {
  await using it = await testStore();
  const { ask, post, cases, codeFor } = await pages(it);
  const email = 'zoe@example.org';
  const hers = referenceIn(await ask(email, '203.0.113.1'));
  const code = await codeFor(email);
  const answers = new Map<number, number>();
  for (let i = 0; i < 10_000; i++) {
    if (i % 170 === 0) it.clock.advance({ seconds: 1 });
    const { status } = await ask(i % 2 === 0 ? email : `somebody.${i}@example.org`, '198.51.100.7');
    answers.set(status, (answers.get(status) ?? 0) + 1);
  }
  expect(answers.get(303)).toBeLessThanOrEqual(30);
  expect(answers.get(429)).toBeGreaterThanOrEqual(9970);
  expect(await cases()).toBeLessThanOrEqual(31);
  // The code she has works, and she can ask again from where she is.
  expect((await post(`/request/${hers}/code`, `code=${code}`, '203.0.113.1')).status).toBe(303);
  expect((await ask(email, '203.0.113.1')).status).toBe(303);
}, 240_000);

it('ten thousand requests that name one address, each from another network, mail it fifty times at most', async () => {
  await using it = await testStore();
  const { ask, cases } = await pages(it);
  const email = 'zoe@example.org';
  const answers = new Map<number, number>();
  for (let i = 0; i < 10_000; i++) {
    if (i % 170 === 0) it.clock.advance({ seconds: 1 });
    const { status } = await ask(email, `${1 + (i % 200)}.${Math.floor(i / 200)}.7.1`);
    answers.set(status, (answers.get(status) ?? 0) + 1);
  }
  expect(Object.fromEntries(answers)).toEqual({ 303: 50, 429: 9950 });
  expect(await cases()).toBe(50);
  expect(await listMails(it.store, { limit: 100 })).toHaveLength(50);
  // Nobody else waits for it.
  expect((await ask('anna@example.org', '203.0.113.1')).status).toBe(303);
}, 240_000);
