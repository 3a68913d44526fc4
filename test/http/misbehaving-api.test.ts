import { expect, test } from 'vitest';
import { GestandError } from '../../src/base/error.ts';
import { failureOf } from '../conformance/test-bench.ts';
import { type ApiRequest, type Reply, scriptedApi } from './scripted-api.ts';
import { customerSeven, type Replacement, webShop } from './web-shop.ts';

const jan = { id: 7, email: 'jan@example.org', name: 'Jan', last_active_on: '2026-01-02' };
const order = { number: 71, customer_id: 7, ordered_on: '2001-01-01', note: 'bel jan@example.org' };

/** An API as it should be, with one customer and one old order, where a test does not say otherwise. */
function healthy(request: ApiRequest, gone: ReadonlySet<string> = new Set()): Reply {
  const { method, path, query } = request;
  if (method !== 'GET') return { status: 204, json: undefined };
  const known = query.get('page') === '1' && !isProbe(request);
  if (path === '/customers') return { json: { data: known ? [jan] : [] } };
  if (path === '/customers/7') return gone.has(path) ? { status: 404, json: {} } : { json: jan };
  if (path === '/orders') return { json: { data: gone.has('/orders/71') ? [] : [order] } };
  return { json: {} };
}

/** The same, and what is deleted there is gone. */
function erasing() {
  const gone = new Set<string>();
  return (request: ApiRequest): Reply => {
    if (request.method === 'DELETE') gone.add(request.path);
    return healthy(request, gone);
  };
}

const isProbe = ({ line }: ApiRequest) => line.includes('gestand.invalid') || line === 'GET /';

async function find(script: (request: ApiRequest) => Reply, ...replaced: readonly Replacement[]) {
  // What a check asks about nobody is answered as it should be.
  await using api = await scriptedApi((request) =>
    isProbe(request) ? { json: { data: [] } } : script(request),
  );
  await using shop = webShop(api.url, ...replaced);
  const { map } = await shop.look();
  if (map === null) throw new Error('no map');
  const outcome = await shop.source.find(map, [{ kind: 'email', value: 'jan@example.org' }]).then(
    (found) => ({ found, error: undefined }),
    (error: unknown) => ({ found: [], error }),
  );
  expect(JSON.stringify(outcome.error ?? null) + String(outcome.error)).not.toMatch(/jan@|geheim/);
  const asked = api.requests.filter((request) => !isProbe(request));
  const error =
    outcome.error instanceof GestandError ? `${outcome.error.code}: ${outcome.error.message}` : '';
  return {
    found: outcome.found.map(({ key }) => key.join()),
    error,
    lines: asked.map(({ line }) => line),
    requests: asked,
  };
}

const onFind =
  (reply: (request: ApiRequest) => Reply | null) =>
  (request: ApiRequest): Reply =>
    (request.path === '/customers' ? reply(request) : null) ?? healthy(request);

test('finds in an API that behaves', async () => {
  const { found, error, requests } = await find(healthy);
  expect({ found, error }).toEqual({ found: ['7'], error: '' });
  expect(requests.every(({ headers }) => headers.authorization === 'Bearer geheim-woord')).toBe(true);
});

test.each<readonly [string, Reply, string]>([
  [
    'a truncated answer',
    {
      bare: (r) =>
        r.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[{"email":"jan@example.org"'),
    },
    'source-failed: source shop: GET /customers?email={value} is answered with something that is no whole JSON',
  ],
  [
    'another type',
    { bare: (r) => r.writeHead(200, { 'content-type': 'text/plain' }).end('jan@example.org') },
    'source-failed: source shop: GET /customers?email={value} is answered with text/plain, not with JSON; check the address and the path',
  ],
  [
    'a page for people',
    { bare: (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Dear jan@example.org') },
    'source-failed: source shop: GET /customers?email={value} is answered with text/html, not with JSON; check the address and the path',
  ],
  [
    'no text at all',
    {
      bare: (r) => r.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.of(0x7b, 0xff, 0x7d)),
    },
    'source-failed: source shop: GET /customers?email={value} is answered with something that is no whole JSON',
  ],
  [
    'rows at another place',
    { json: { items: [jan] } },
    'source-failed: source shop: GET /customers?email={value} is answered with nothing at "/data"; correct "rows"',
  ],
  [
    'a row without a column',
    { json: { data: [{ id: 7, name: 'Jan' }] } },
    'source-failed: source shop: GET /customers?email={value} is answered with a row without email; write "optional: true" when rows may come without it',
  ],
  [
    'null where it may not be',
    { json: { data: [{ ...jan, email: null }] } },
    'source-failed: source shop: GET /customers?email={value} is answered with a row in which email is null; write "nullable: true" when it may be',
  ],
  [
    'a value of another type',
    { json: { data: [{ ...jan, last_active_on: 'jan@example.org' }] } },
    'source-failed: source shop: GET /customers?email={value} is answered with a row in which last_active_on is not of the type date',
  ],
  [
    'a field that is not declared',
    { json: { data: [{ ...jan, birthday: '1980-01-01' }] } },
    'drifted: source shop: GET /customers?email={value} is answered with a field birthday that customers does not declare; add it to the columns of the resource and map it',
  ],
  [
    'a field whose name is a value',
    { json: { data: [{ ...jan, 'jan@example.org': 1 }] } },
    'drifted: source shop: GET /customers?email={value} is answered with a field (a name that is no word) that customers does not declare; add it to the columns of the resource and map it',
  ],
  [
    'a refusal of the secret',
    { status: 401, json: { error: 'no jan@example.org' } },
    'source-failed: source shop: GET /customers?email={value} is refused (401): the secret of its authentication is wrong or has expired',
  ],
  [
    'not found, for all there is',
    { status: 404, json: {} },
    'source-failed: source shop: GET /customers?email={value} leads to nothing (404); correct the path, or write "absent: [404]" when that means that there are no rows',
  ],
  [
    'a failure there',
    { status: 500, json: { trace: 'jan@example.org' } },
    'source-failed: source shop: GET /customers?email={value} fails there (500)',
  ],
  [
    'a next page that nobody declared',
    { json: { data: [jan] }, headers: { link: '</customers?page=2>; rel="next"' } },
    '',
  ],
  [
    'a body that is too large',
    {
      bare: (r) => r.writeHead(200, { 'content-type': 'application/json' }).end(`"${'x'.repeat(2_000_000)}"`),
    },
    'limit-exceeded: source shop: GET /customers?email={value} is answered with more than 1 megabytes; ask for smaller pages, or raise "megabytes" in its limits',
  ],
  [
    'a way to nowhere',
    { status: 302, json: {} },
    'source-failed: source shop: GET /customers?email={value} is sent on to nowhere',
  ],
])('says what is wrong with %s, once, and tells no value', async (_name, reply, said) => {
  const { error, lines } = await find(
    onFind(() => reply),
    [', page: { kind: number, parameter: page }', ''],
  );
  const undeclared =
    'source-failed: source shop: GET /customers?email={value} has a next page, and the policy declares no "page" for it';
  expect(error).toBe(said === '' ? undeclared : said);
  expect(
    lines.filter((line) => line.startsWith('GET /customers')),
    'never again',
  ).toHaveLength(1);
});

test('waits for a slow answer no longer than it may, and tries again as often as it may', async () => {
  const { error, lines } = await find(
    onFind(() => ({ bare: () => undefined })),
    ['timeoutSeconds: 2, attempts: 3', 'timeoutSeconds: 1, attempts: 2'],
  );
  expect(error).toBe(
    'source-unreachable: source shop: GET /customers?email={value} had no whole answer in time; see "timeoutSeconds" in its limits',
  );
  expect(lines.filter((line) => line.startsWith('GET /customers'))).toHaveLength(2);
});

test('tries again after a connection that breaks off in the middle', async () => {
  const broken: Reply = {
    bare: (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"data":[');
      setTimeout(() => response.destroy(), 20);
    },
  };
  expect(await find(onFind(({ time }) => (time === 1 ? broken : null)))).toMatchObject({
    found: ['7'],
    error: '',
  });
  const { error, lines } = await find(onFind(() => broken));
  expect(error).toBe(
    'source-unreachable: source shop: GET /customers?email={value} had no whole answer: the connection broke off',
  );
  expect(lines.filter((line) => line.startsWith('GET /customers'))).toHaveLength(3);
});

test('waits as long as it is asked to, and gives way when that is too long', async () => {
  const busy = (after: string): Reply => ({ status: 429, json: {}, headers: { 'retry-after': after } });
  const { found, requests } = await find(onFind(({ time }) => (time === 1 ? busy('1') : null)));
  const [first, second] = requests.filter(({ path }) => path === '/customers');
  expect(found).toEqual(['7']);
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(900);
  const { error, lines } = await find(onFind(() => busy('7200')));
  expect(error).toBe(
    'source-unreachable: source shop: GET /customers?email={value} is answered with 429 and asks to wait 7200 seconds; try again later',
  );
  expect(lines.filter((line) => line.startsWith('GET /customers'))).toHaveLength(1);
});

test('is well again when the API is', async () => {
  const script = onFind(({ time }) => (time < 3 ? { status: 503, json: {} } : null));
  expect(await find(script)).toMatchObject({ found: ['7'], error: '' });
});

test('stops where pages have no end, or are one page again and again', async () => {
  const endless = await find(
    onFind(({ query }) => ({ json: { data: [{ ...jan, id: Number(query.get('page')) }] } })),
  );
  expect(endless.error).toBe(
    'limit-exceeded: source shop: GET /customers?email={value} has more than 5 pages; see "pages" in its limits',
  );
  const repeated = await find(onFind(() => ({ json: { data: [jan] } })));
  expect(repeated.error).toBe(
    'source-failed: source shop: GET /customers?email={value} is answered with the same page again; correct "page" in the policy',
  );
});

test('takes its secret to no other server', async () => {
  await using other = await scriptedApi(() => ({ json: { data: [jan] } }));
  const away = await find(
    onFind(() => ({ status: 307, json: {}, headers: { location: `${other.url}/customers` } })),
  );
  expect(away.error).toBe(
    'source-failed: source shop: GET /customers?email={value} is sent on to another server, where its credentials must not go; put the right address in the setting',
  );
  const next = await find(
    onFind(() => ({ json: { data: [jan] }, headers: { link: `<${other.url}/customers>; rel="prev next"` } })),
    ['page: { kind: number, parameter: page }', 'page: { kind: link }'],
  );
  expect(next.error).toBe(
    'source-failed: source shop: GET /customers?email={value} names a next page on another server, where its credentials must not go',
  );
  expect(other.requests).toEqual([]);
  const within = await find(
    onFind(({ query }) =>
      query.has('old') ? null : { status: 301, json: {}, headers: { location: '/customers?old=1&page=1' } },
    ),
    [', page: { kind: number, parameter: page }', ''],
  );
  expect(within).toMatchObject({ found: ['7'], error: '' });
});

test('does not trust a certificate that nobody signed', async () => {
  await using api = await scriptedApi(healthy, { tls: true });
  await using shop = webShop(api.url);
  const error = await failureOf(shop.source.ping());
  expect(error.code).toBe('source-unreachable');
  expect(error.message).toContain('has no trusted certificate (DEPTH_ZERO_SELF_SIGNED_CERT)');
  expect(api.requests).toEqual([]);
});

test.each([
  ['http://api.example.nl', 'begins with http://, so that anybody on the way could read along'],
  ['https://jan:geheim-woord@api.example.nl', 'holds a password'],
  ['https://api.example.nl?key=geheim-woord', 'has a query'],
  ['ftp://api.example.nl', 'is no web address'],
  ['geheim-woord', 'is no web address'],
])('takes no address such as %s', async (url, why) => {
  const attempt = () => webShop(url);
  expect(attempt).toThrow(why);
  expect(attempt).not.toThrow('geheim');
});

test('an unknown field is said by a check, in the words of the policy', async () => {
  const script = (request: ApiRequest): Reply =>
    request.path === '/all' ? { json: [{ ...jan, birthday: '1980-01-01' }] } : healthy(request);
  await using api = await scriptedApi(script);
  await using shop = webShop(api.url, [
    '        read: { request: "GET /customers/{id}" }',
    '        list: { request: "GET /all" }\n        read: { request: "GET /customers/{id}" }',
  ]);
  const { map, findings } = await shop.look();
  expect(map, 'nothing is touched').toBeNull();
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'undeclared-field: shop answers with a field birthday in customers, and the resource does not declare it',
  ]);
  expect(errors[0]?.place.line, 'of the table').toBe(106);
});

test('believes no filter that the API leaves out', async () => {
  const others = { ...order, number: 99, customer_id: 8 };
  await using api = await scriptedApi((request) =>
    request.path === '/orders' ? { json: { data: [order, others] } } : healthy(request),
  );
  await using shop = webShop(api.url);
  const { access, erasure } = await shop.plans();
  const reading = await failureOf(Array.fromAsync(shop.source.readAccess(access, customerSeven)));
  expect(reading.message).toBe(
    'source shop: GET /orders?customer={customers.id} is answered with rows that were not asked for; its path does not choose them as the policy says',
  );
  const options = { marker: null, batchRows: 10, faultPoint: async () => undefined };
  expect((await failureOf(shop.source.erase(erasure, customerSeven, options))).message).toBe(reading.message);
  expect(api.lines.filter((line) => !line.startsWith('GET'))).toEqual([]);
});

test('a row that is found and cannot be read is not taken for one that is gone', async () => {
  const { found, error } = await find((request) =>
    request.path === '/customers/7' ? { status: 404, json: {} } : healthy(request),
  );
  expect(found).toEqual([]);
  expect(error).toBe(
    'source-failed: source shop: GET /customers/{id} does not have a row that customers was found by; correct its path in the policy',
  );
});

const erase = async (script: (request: ApiRequest) => Reply, ...replaced: readonly Replacement[]) => {
  await using api = await scriptedApi(script);
  await using shop = webShop(api.url, ...replaced);
  const { erasure } = await shop.plans();
  const options = { marker: null, batchRows: 10, faultPoint: async () => undefined };
  const error = await shop.source.erase(erasure, customerSeven, options).then(
    () => '',
    (thrown: GestandError) => `${thrown.code}: ${thrown.message}`,
  );
  return { error, changes: api.requests.filter(({ method }) => method !== 'GET') };
};

test('a deletion that is said and not done stops the erasure while it can still be seen', async () => {
  const { error, changes } = await erase((request) => healthy(request));
  expect(error).toBe(
    'source-failed: source shop: DELETE /orders/{number} said that it was done, and 1 of 1 rows of orders are as they were; what owns them was not touched',
  );
  expect(changes.map(({ line }) => line)).toEqual(['DELETE /orders/71']);
});

test('deletes what is owned first, and takes what is gone for gone', async () => {
  const done = await erase(erasing());
  expect(done.error).toBe('');
  expect(done.changes.map(({ line }) => line)).toEqual(['DELETE /orders/71', 'DELETE /customers/7']);
  const script = erasing();
  const gone = await erase((request) => {
    const reply = script(request);
    return request.method === 'DELETE' ? { status: 410, json: {} } : reply;
  });
  expect(gone.error).toBe('');
});

test('a refusal in the middle is said, and doing it again does the rest', async () => {
  const script = erasing();
  let refuse = true;
  const both = (request: ApiRequest): Reply =>
    refuse && request.line === 'DELETE /customers/7'
      ? { status: 409, json: { sql: 'jan@example.org' } }
      : script(request);
  const first = await erase(both);
  expect(first.error).toBe(
    'source-failed: source shop: DELETE /customers/{id} is refused (409): something there still refers to the row',
  );
  refuse = false;
  const second = await erase(both);
  expect(second.error).toBe('');
  expect(
    second.changes.map(({ line }) => line),
    'only what was left',
  ).toEqual(['DELETE /customers/7']);
});

test('tries a change again only where doing it twice is doing it once', async () => {
  const failing = (status: number) => {
    const script = erasing();
    return (request: ApiRequest): Reply =>
      request.method !== 'GET' && request.time === 1 ? { status, json: {} } : script(request);
  };
  const lines = async (status: number, ...replaced: readonly Replacement[]) =>
    (await erase(failing(status), ...replaced)).changes.map(({ line }) => line);
  expect(await lines(503)).toEqual([
    'DELETE /orders/71',
    'DELETE /orders/71',
    'DELETE /customers/7',
    'DELETE /customers/7',
  ]);
  const post: Replacement = ['DELETE /orders/{number}', 'POST /orders/{number}'];
  expect(await lines(503, post), 'after a 503 nobody knows').toEqual(['POST /orders/71']);
  expect((await lines(429, post)).slice(0, 2), 'a 429 was not done').toEqual([
    'POST /orders/71',
    'POST /orders/71',
  ]);
  expect(await lines(400)).toEqual(['DELETE /orders/71']);
});

test('what a law holds stays, and so does its owner, emptied', async () => {
  let held = jan;
  const { error, changes } = await erase((request) => {
    if (request.method === 'PATCH') held = { ...held, ...(request.body as object) };
    if (request.path === '/customers/7') return { json: held };
    if (request.path === '/orders') return { json: { data: [{ ...order, ordered_on: '2025-01-01' }] } };
    return healthy(request);
  });
  expect(error).toBe('');
  expect(changes.map(({ line, body }) => [line, body])).toEqual([
    ['PATCH /customers/7', { email: 'erased', name: null }],
  ]);
});
