import { expect, test } from 'vitest';
import { finishedErase, inMemoryServices, token } from './in-memory-services.ts';
import { portalApp } from './portal-server.ts';

function visit() {
  const services = inMemoryServices();
  const app = portalApp(services);
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request('/notice', {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: 'http://localhost', ...headers },
    });
  const get = async (path: string) => {
    const response = await app.request(path);
    return { response, text: await response.text() };
  };
  return { services, post, get };
}

test('a recipient reads what is asked, and confirms it with a click and not by opening the link', async () => {
  const { services, post, get } = visit();
  const path = `/notice?t=${token}`;
  for (let opened = 0; opened < 2; opened++) {
    const { response, text } = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('Aan Voorbeeldmail B.V.');
    expect(text).toContain('16 november 2026');
    expect(text).toContain('Wij hebben dit gedaan');
    expect(text).not.toContain('<script');
  }
  expect(services.notice.confirmedAt).toBeNull();
  const posted = await post({ t: token });
  expect(posted.status).toBe(303);
  expect(posted.headers.get('location')).toBe(path);
  const { text } = await get(path);
  expect(text).toContain('U hebt dit bevestigd op');
  expect(text).not.toContain('<form class="form"');
  expect((await get(`/en${path}`)).text).toContain('You confirmed this on');
});

test('a link that opens nothing says so, and another site confirms nothing', async () => {
  const { services, post, get } = visit();
  for (const path of ['/notice', '/notice?t=', '/notice?t=other'])
    expect((await get(path)).response.status).toBe(404);
  expect((await post({ t: 'other' })).status).toBe(404);
  expect((await post({ t: token }, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect(services.notice.confirmedAt).toBeNull();
});

test('the person sees who was told and who has confirmed it', async () => {
  const { services, get } = visit();
  services.status = {
    ...finishedErase,
    recipients: [
      {
        name: 'Voorbeeldmail B.V.',
        deed: 'erasure',
        standing: 'confirmed',
        settledAt: Temporal.Instant.from('2026-11-12T09:00:00Z'),
      },
      { name: 'Voorbeeldhost B.V.', deed: 'erasure', standing: 'asked', settledAt: null },
    ],
  };
  const { text } = await get(`/request/GV-2026-0042?t=${token}`);
  expect(text).toContain('gevraagd om uw gegevens te wissen; bevestigd op 12 november 2026');
  expect(text).toContain('gevraagd om uw gegevens te wissen; nog niet bevestigd');
});
