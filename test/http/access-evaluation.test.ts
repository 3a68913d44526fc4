import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mayUse } from '../../src/app/may-use.ts';
import { present } from '../../src/base/assert.ts';
import { silentLog } from '../../src/base/log.ts';
import { normaliseIdentity } from '../../src/domain/identity.ts';
import { accessEvaluationApi } from '../../src/http/access-evaluation.ts';
import { createServerApp } from '../../src/http/app.ts';
import { compilePolicy } from '../../src/policy/compile-policy.ts';
import { addMarkIdentities, liftMarks, listMarksOfCase, setMark } from '../../src/store/person-mark.ts';
import { type TestStore, testStore } from '../support/test-store.ts';

/** The decision API on a real store, with the policy of the example. */
const token = 'a-token-of-more-than-24-characters';
const policyFile = join(import.meta.dirname, '../../examples/carconnect/policy.yaml');
const policy = present(compilePolicy('policy.yaml', readFileSync(policyFile, 'utf8')).policy, 'the example');
const email = (value: string) => normaliseIdentity('email', value);

let store: TestStore;
let api: Hono;
beforeAll(async () => {
  store = await testStore();
  api = server(token);
}, 120_000);
afterAll(async () => {
  await store?.[Symbol.asyncDispose]();
});

function server(expected: string | undefined): Hono {
  return createServerApp({
    log: silentLog,
    clock: store.clock,
    https: true,
    healthy: async () => true,
    routes: [
      {
        path: '/',
        app: accessEvaluationApi({
          token: expected,
          publicUrl: 'https://privacy.carconnect.example',
          mayUse: (asked) => mayUse({ actor: { kind: 'program' }, store: store.store, policy }, asked),
        }),
      },
    ],
    problemPage: (context) => context.text('a page', 500),
  });
}

async function post(path: string, body: unknown, shown = token, app = api) {
  const response = await app.request(`/access/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${shown}` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as never };
}

const question = (id: string, purpose: string, more: object = {}) => ({
  subject: { type: 'email', id },
  action: { name: 'use' },
  resource: { type: 'purpose', id: purpose },
  ...more,
});

const marketing = { purposes: 'marketing', categories: 'all', recipients: 'all' } as const;

test('a mark denies at once, by whatever the person is known, and no longer when it is lifted', async () => {
  const lotte = email('Lotte@Example.nl');
  expect((await post('evaluation', question('lotte@example.nl', 'own-offers'))).body).toMatchObject({
    decision: true,
    context: { reason: 'nothing-against' },
  });
  const mark = await setMark(
    store.store,
    { caseId: 'case_1', kind: 'objected', ground: null, scope: marketing, rule: 'art. 21(3)' },
    [lotte],
  );
  await addMarkIdentities(store.store, [mark.id], [lotte, normaliseIdentity('customer-number', 'K-1')]);
  for (const subject of [
    { type: 'email', id: 'LOTTE@example.NL' },
    { type: 'customer-number', id: 'K-1' },
  ])
    expect((await post('evaluation', question('', 'own-offers', { subject }))).body).toMatchObject({
      decision: false,
      context: { reason: 'marketing-stopped', reasons: [{ law: 'art. 21(3)' }] },
    });
  expect((await post('evaluation', question('lotte@example.nl', 'service'))).body).toMatchObject({
    decision: true,
  });
  store.clock.advance({ seconds: 1 });
  await liftMarks(store.store, [mark.id]);
  expect((await post('evaluation', question('lotte@example.nl', 'own-offers'))).body).toMatchObject({
    decision: true,
  });
  expect(await listMarksOfCase(store.store, 'case_1')).toMatchObject([
    { id: mark.id, liftedAt: '2026-11-02T09:00:01Z' },
  ]);
});

test('thousands are asked about in one question to the store, and each is answered for itself', async () => {
  const people = Array.from({ length: 5000 }, (_, i) => `somebody${i}@example.nl`);
  for (const i of [17, 4999])
    await setMark(
      store.store,
      { caseId: 'case_2', kind: 'objected', ground: null, scope: marketing, rule: 'art. 21(3)' },
      [email(people[i] ?? '')],
    );
  const { body } = await post('evaluations', {
    action: { name: 'use' },
    resource: { type: 'purpose', id: 'newsletter' },
    evaluations: people.map((id) => ({ subject: { type: 'email', id } })),
  });
  const { evaluations } = body as { readonly evaluations: readonly { readonly decision: boolean }[] };
  expect(evaluations).toHaveLength(5000);
  expect(evaluations.flatMap(({ decision }, i) => (decision ? [] : [i]))).toEqual([17, 4999]);
});

describe('a batch', () => {
  const evaluations = [{ resource: { type: 'purpose', id: 'gifts' } }, {}, {}];
  const common = question('nobody@example.nl', 'service');

  test.each([
    ['execute_all', [false, true, true]],
    ['deny_on_first_deny', [false]],
    ['permit_on_first_permit', [false, true]],
  ])('%s', async (semantic, expected) => {
    const { body } = await post('evaluations', {
      ...common,
      evaluations,
      options: { evaluations_semantic: semantic },
    });
    const told = (body as { readonly evaluations: readonly { readonly decision: boolean }[] }).evaluations;
    expect(told.map(({ decision }) => decision)).toEqual(expected);
  });

  test('without evaluations is one', async () => {
    expect((await post('evaluations', common)).body).toMatchObject({ decision: true });
  });
});

describe('who is not answered', () => {
  test.each(['', 'another-token-of-the-same-length..', `${token}x`])('token %s', async (shown) => {
    const { status, headers, body } = await post('evaluation', question('a@example.nl', 'service'), shown);
    expect(status).toBe(401);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toMatchObject({ code: 'unauthorised' });
  });

  test('anybody, while no token was set', async () => {
    const { status } = await post(
      'evaluation',
      question('a@example.nl', 'service'),
      'undefined',
      server(undefined),
    );
    expect(status).toBe(401);
  });
});

test.each([
  ['{', /not JSON/],
  [{}, /subject/],
  [question('a@example.nl', 'service', { subject: { type: 'shoe-size', id: 'x' } }), /subject\.type/],
  [question('a@example.nl', 'service', { action: { name: 'sell' } }), /action\.name/],
  [question('a@example.nl', 'service', { resource: { type: 'table', id: 'customers' } }), /resource\.type/],
])('what is not right is said with its place, and without what was given: %j', async (body, where) => {
  const answer = await post('evaluation', body);
  expect(answer.status).toBe(400);
  const { detail } = answer.body as { readonly detail: string };
  expect(detail).toMatch(where);
  expect(detail).not.toContain('a@example.nl');
});

test('says where it is to be found', async () => {
  const response = await api.request('/.well-known/authzen-configuration');
  expect(await response.json()).toMatchObject({
    access_evaluations_endpoint: 'https://privacy.carconnect.example/access/v1/evaluations',
  });
});
