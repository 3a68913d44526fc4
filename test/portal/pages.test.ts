import { describe, expect, test } from 'vitest';
import { finishedErase, inMemoryServices, readyAccess, rightCode, token } from './in-memory-services.ts';
import { portalApp } from './portal-server.ts';

const reference = 'GV-2026-0042';

function visit() {
  const services = inMemoryServices();
  const app = portalApp(services);
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: 'http://localhost', 'x-forwarded-for': '10.9.9.9, 192.0.2.77', ...headers },
    });
  const get = async (path: string) => {
    const response = await app.request(path);
    return { response, text: await response.text() };
  };
  return { services, app, post, get };
}

describe('the statement', () => {
  test('the front door leads to it, in both languages', async () => {
    const { app } = visit();
    expect((await app.request('/')).headers.get('location')).toBe('/privacy');
    expect((await app.request('/en')).headers.get('location')).toBe('/en/privacy');
  });

  test('says beside a section how it stands today', async () => {
    const { text } = await visit().get('/privacy');
    expect(text).toContain('<html lang="nl">');
    expect(text).toContain('<span class="state state-broken">1 gebroken</span>');
    expect(text).toContain('Versie 2, geldig vanaf 1 november 2026');
    expect(text).not.toContain('<script');
    expect(text).not.toContain('style=');
  });

  test('is there as plain text', async () => {
    const { response, text } = await visit().get('/privacy.txt');
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(text.split('\n')[0]).toBe('Privacyverklaring');
  });

  test('an earlier version says that it is, and a later one what changed', async () => {
    const { get } = visit();
    expect((await get('/privacy/versions/1')).text).toContain('Dit is een eerdere versie');
    const second = await get('/en/privacy/versions/2');
    expect(second.text).toContain('If you object to advertising, we stop at once.</span>');
    expect((await get('/privacy/versions/3')).response.status).toBe(404);
    expect((await get('/privacy/versions/0')).response.status).toBe(404);
  });

  test('the board shows all eighty promises', async () => {
    const { text } = await visit().get('/promises');
    expect(text.match(/class="board-item"/g)).toHaveLength(80);
    expect(text).toContain('Hiervoor bestaat geen controle');
    expect(text).not.toContain('Nog niet gecontroleerd');
    expect(text.match(/Gebroken als: /g)).toHaveLength(80);
    expect(text).toContain('href="/promises/P25"');
  });

  test('a promise has a page, with what breaks it and how it stood', async () => {
    const { get } = visit();
    const { response, text } = await get('/en/promises/P25');
    expect(response.status).toBe(200);
    expect(text).toContain('We erase data as soon as the purpose no longer needs them.');
    expect(text).toContain('Broken when: Data past their term');
    expect(text).toContain('from 1 November 2026');
    expect((await get('/promises/p25')).response.status).toBe(200);
    for (const id of ['P99', 'P65', 'D17', 'X01']) {
      const missing = await get(`/promises/${id}`);
      expect(missing.response.status).toBe(404);
    }
  });
});

describe('asking', () => {
  test('what is no form of ours is an empty one, and no defect', async () => {
    const { app } = visit();
    const headers = { origin: 'http://localhost', 'content-type': 'multipart/form-data; boundary=x' };
    for (const path of ['/request/ask/access', `/request/${reference}/code`]) {
      const response = await app.request(path, { method: 'POST', body: 'garbage', headers });
      expect(response.status).toBe(422);
    }
  });

  test('a whole form opens a request, counted by network and not by person', async () => {
    const { post, services } = visit();
    const response = await post('/request/ask/access', { email: ' Jan@Example.org ' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`/request/${reference}/code`);
    expect(services.opened).toEqual([
      { email: 'Jan@Example.org', wish: { kind: 'access' }, clientKey: '192.0.2.0/24' },
    ]);
  });

  test('a wrong form comes back with what was typed, escaped, and each error beside its field', async () => {
    const { post, services } = visit();
    const fields = { email: '"><script>x</script>', 'customer-number': 'Zoë & <b>' };
    const response = await post('/en/request/ask/access', fields);
    const text = await response.text();
    expect(response.status).toBe(422);
    expect(text).toContain('<title>Error: ');
    expect(text).toContain('value="Zoë &amp; &lt;b&gt;"');
    expect(text).toContain('&quot;&gt;&lt;script&gt;');
    expect(text).not.toContain('<script>');
    expect(text).toContain('aria-describedby="email-hint email-error"');
    expect(text).toContain('href="#email"');
    expect(services.opened).toEqual([]);
  });

  test('a form of another site is refused', async () => {
    const { post, services } = visit();
    const fields = { email: 'jan@example.org' };
    const foreign = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    expect((await post('/request/ask/erasure', fields, foreign)).status).toBe(403);
    expect((await post('/request/ask/erasure', fields, { origin: 'null' })).status).toBe(403);
    expect(services.opened).toEqual([]);
  });

  test('too many attempts get a page that says how long to wait', async () => {
    const { post, services } = visit();
    services.tooMany = true;
    const response = await post('/request/ask/access', { email: 'jan@example.org' });
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('240');
    expect(await response.text()).toContain('over 4 minuten');
  });
});

describe('proving who you are', () => {
  test('the page says what was done: a code goes to any address, known here or not', async () => {
    const { get } = visit();
    expect((await get(`/request/${reference}/code`)).text).not.toContain('Als wij uw');
    expect((await get(`/en/request/${reference}/code?sent=1`)).text).not.toContain('If we know');
  });

  test('the page is the same for a reference that exists and one that does not', async () => {
    const { get } = visit();
    const known = await get(`/request/${reference}/code`);
    const unknown = await get('/request/GV-2026-9999/code');
    expect(unknown.response.status).toBe(known.response.status);
    expect(unknown.text.replaceAll('GV-2026-9999', reference)).toBe(known.text);
  });

  test('the right code, with a space in it, leads to the status page', async () => {
    const response = await visit().post(`/request/${reference}/code`, { code: '123 456' });
    expect(rightCode).toBe('123456');
    expect(response.headers.get('location')).toBe(`/request/${reference}?t=${token}`);
  });

  test.each([
    ['', 'Vul de zes cijfers'],
    ['12345', 'Deze code klopt niet'],
    ['654321', 'Deze code klopt niet'],
    ['000000', 'Deze code werkt niet meer'],
  ])('code "%s"', async (code, expected) => {
    const response = await visit().post(`/request/${reference}/code`, { code });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(expected);
  });
});

describe('following a request', () => {
  test('says by when, and is kept out of caches and search engines', async () => {
    const { get } = visit();
    const { response, text } = await get(`/request/${reference}?t=${token}`);
    expect(text).toContain('uiterlijk 23 december 2026');
    expect(text).toContain('Uit Facturatie: 14 facturen met 31 regels.');
    expect(text).toContain(`href="/en/request/${reference}?t=${token}"`);
    expect(text).toContain('noindex');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
  });

  test('who is nowhere is promised no copy, and told of no erasure', async () => {
    const { services, get } = visit();
    const sentence = 'Wij hebben geen gegevens van u gevonden.';
    services.status = { ...services.status, foundNothing: true, planSentences: [sentence] };
    const ahead = (await get(`/request/${reference}?t=${token}`)).text;
    expect(ahead).toContain('Bij dit e-mailadres vonden wij geen gegevens van u.');
    expect(ahead).not.toContain('Daarna maken wij uw kopie');
    expect(ahead).not.toContain('Wat u krijgt');
    services.status = { ...services.status, kind: 'erasure', state: 'done' };
    const done = (await get(`/en/request/${reference}?t=${token}`)).text;
    expect(done).toContain('We found no data about you');
    expect(done).not.toContain('has been erased');
  });

  test('of whom the law holds everything reads that, and not that anything was erased', async () => {
    const { services, get } = visit();
    services.status = { ...finishedErase, everythingKept: true, planSentences: [] };
    const done = (await get(`/request/${reference}?t=${token}`)).text;
    expect(done).toContain('Wij hebben niets gewist');
    expect(done).toContain('zeven jaar bewaren voor de Belastingdienst');
    expect(done).toContain('31 december 2033');
    expect(done).not.toContain('Uw gegevens zijn gewist');
    services.status = { ...services.status, state: 'planned' };
    const ahead = (await get(`/en/request/${reference}?t=${token}`)).text;
    expect(ahead).toContain('We must still keep everything we have about you.');
    expect(ahead).not.toContain('After that we erase your data');
  });

  test('without its secret nothing is said', async () => {
    const { get } = visit();
    for (const path of [
      `/request/${reference}`,
      `/request/${reference}?t=x`,
      `/request/X/download?t=${token}`,
    ]) {
      const { response, text } = await get(path);
      expect(response.status).toBe(404);
      expect(text).not.toContain('december');
    }
  });

  test('can be withdrawn until the work begins', async () => {
    const { post, get } = visit();
    const path = `/request/${reference}/withdraw`;
    expect((await post(path, { t: token })).headers.get('location')).toBe(`/request/${reference}?t=${token}`);
    expect((await get(`/request/${reference}?t=${token}`)).text).toContain('Ingetrokken');
    expect((await post(path, { t: token })).headers.get('location')).toContain('late=1');
    expect((await post(path, { t: 'x' })).status).toBe(404);
  });

  test('the package streams with its name and size; before it is there and after it is gone a page says so', async () => {
    const { services, app } = visit();
    const path = `/request/${reference}/download?t=${token}`;
    expect((await app.request(path)).status).toBe(409);
    services.status = readyAccess;
    services.package = {
      kind: 'ok',
      fileName: 'gegevens "jan".zip',
      sizeBytes: 3,
      stream: new Blob(['zip']).stream(),
    };
    const response = await app.request(path);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="gegevens__jan_.zip"');
    expect(response.headers.get('content-length')).toBe('3');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe('zip');
    expect((await app.request(path, { method: 'HEAD' })).status).toBe(405);
    services.package = { kind: 'expired' };
    expect((await app.request(path)).status).toBe(410);
  });
});

describe('when something is wrong', () => {
  test('a page that is not there says so in the language of its address', async () => {
    const { get } = visit();
    expect((await get('/nergens')).text).toContain('Deze pagina is er niet');
    expect((await get('/en/nowhere')).text).toContain('This page does not exist');
  });

  test('a defect shows a reference and nothing of our inside', async () => {
    const { services, get } = visit();
    services.failing = true;
    const { response, text } = await get('/promises');
    expect(response.status).toBe(500);
    expect(text).toMatch(/Kenmerk: [2-9A-Z]{4}-[2-9A-Z]{4}/);
    expect(text).not.toContain('ECONNREFUSED');
  });

  test('no browser and no proxy keeps a page of the mailbox', async () => {
    const { get } = visit();
    for (const path of ['/mailbox', '/mailbox/mail_02', '/en/mailbox/mail_02'])
      expect((await get(path)).response.headers.get('cache-control')).toBe('no-store');
  });

  test('the mailbox is not there where mail really leaves', async () => {
    const services = { ...inMemoryServices(), mailbox: null };
    const app = portalApp(services);
    expect((await app.request('/mailbox')).status).toBe(404);
    expect(await (await app.request('/privacy')).text()).not.toContain('/mailbox');
  });
});
