import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { fixedClock } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import type { LogFields } from '../base/log.ts';
import { createServerApp } from './app.ts';
import { startServer } from './server.ts';

function assemble({ https = false, healthy = true } = {}) {
  const lines: { readonly event: string; readonly fields: LogFields | undefined }[] = [];
  const part = new Hono()
    .get('/hello', (context) => context.text('hello'))
    .post('/size', async (context) => context.text(String((await context.req.text()).length)))
    .get('/defect', () => {
      throw new Error('jan@example.org was not found in customers');
    })
    .get('/refused', () => {
      throw new GestandError('conflict', 'This was decided already. Look at the case first.');
    });
  const app = createServerApp({
    log: (_level, event, fields) => lines.push({ event, fields }),
    clock: fixedClock('2026-11-23T10:00:00Z'),
    https,
    healthy: async () => healthy,
    routes: [
      { path: '/', app: part },
      { path: '/api', app: part },
    ],
    problemPage: (context, problem) => context.text(JSON.stringify(problem), problem.status as 404),
  });
  return { app, lines };
}

describe('the assembled app', () => {
  test('forbids by default on every answer, also on errors', async () => {
    const { app } = assemble();
    for (const path of ['/hello', '/nowhere', '/defect', '/healthz']) {
      const { headers } = await app.request(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      );
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('strict-transport-security')).toBeNull();
    }
    const secure = await assemble({ https: true }).app.request('/hello');
    expect(secure.headers.get('strict-transport-security')).toContain('max-age=');
  });

  test('a defect leaves with a reference that the log has too, and without its text', async () => {
    const { app, lines } = assemble();
    const response = await app.request('/defect');
    const problem = (await response.json()) as { readonly reference: string };
    expect(response.status).toBe(500);
    expect(JSON.stringify(problem)).not.toContain('jan@');
    const logged = lines.find(({ event }) => event === 'request-failed');
    expect(logged?.fields?.reference).toBe(problem.reference);
    expect(logged?.fields?.frame).toMatch(/^src\/http\/server\.test\.ts:\d+$/);
    expect(JSON.stringify(lines)).not.toContain('jan@');
  });

  test('an error of the table has its status, and programs get problem details', async () => {
    const { app } = assemble();
    expect((await app.request('/refused')).status).toBe(409);
    const response = await app.request('/api/refused');
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({
      type: 'about:blank',
      title: 'Conflict',
      status: 409,
      code: 'conflict',
      detail: 'This was decided already. Look at the case first.',
    });
  });

  test('reads no body above its limit', async () => {
    const { app } = assemble();
    const post = (bytes: number) => app.request('/size', { method: 'POST', body: 'x'.repeat(bytes) });
    expect((await post(64 * 1024)).status).toBe(200);
    expect((await post(64 * 1024 + 1)).status).toBe(413);
  });

  test('says whether it is well', async () => {
    expect((await assemble().app.request('/healthz')).status).toBe(200);
    expect((await assemble({ healthy: false }).app.request('/healthz')).status).toBe(503);
  });
});

describe('the server', () => {
  test('answers, and says in one sentence that a port is taken', async () => {
    const { app } = assemble();
    const server = await startServer({ app, port: 0, host: '127.0.0.1' });
    try {
      const response = await fetch(`http://127.0.0.1:${server.port}/hello`);
      expect(await response.text()).toBe('hello');
      await expect(startServer({ app, port: server.port, host: '127.0.0.1' })).rejects.toMatchObject({
        code: 'port-in-use',
        message: `Port ${server.port} is in use by another program. Stop that program, or start Gestand on another port.`,
      });
    } finally {
      await server.stop();
    }
  });
});
