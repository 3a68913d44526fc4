import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HtmlValidate } from 'html-validate/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientModule } from '../../src/http/api/client-module.ts';
import { launchBrowser } from '../support/browser.ts';
import { type AppWorld, appWorld } from './app-world.ts';

/** A page of the organisation's own app, on an origin of its own. */
const appPage = createServer((_, answer) => {
  answer.setHeader('content-type', 'text/html');
  answer.end('<!doctype html><title>app</title>');
});
let appOrigin = '';
let world: AppWorld;

beforeAll(async () => {
  await new Promise<void>((resolve) => appPage.listen(0, '127.0.0.1', resolve));
  appOrigin = `http://127.0.0.1:${(appPage.address() as AddressInfo).port}`;
  world = await appWorld({ origins: [appOrigin] });
}, 120_000);
afterAll(async () => {
  await world?.[Symbol.asyncDispose]();
  appPage.close();
});

const get = (path: string) => fetch(`${world.url}/api/v1${path}`);

describe('the description', () => {
  test('is OpenAPI 3.1 made from the routes, and every reference in it leads somewhere', async () => {
    const description = (await (await get('/openapi.json')).json()) as Record<string, Record<string, object>>;
    expect(description['openapi']).toBe('3.1.0');
    expect(
      Object.entries(description['paths'] ?? {}).flatMap(([path, item]) =>
        Object.keys(item).map((method) => `${method} ${path}`),
      ),
    ).toEqual([
      'get /choices',
      'post /requests',
      'get /requests',
      'post /requests/{reference}/code',
      'post /requests/{reference}/resend',
      'get /requests/{reference}',
      'post /requests/{reference}/withdraw',
      'get /requests/{reference}/package',
    ]);
    const schemas = Object.keys(description['components']?.['schemas'] ?? {});
    const text = JSON.stringify(description);
    const referred = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name));
    expect(schemas.toSorted()).toEqual([...referred].toSorted());
    expect(schemas).toContain('Wish');
    const { securitySchemes } = description['components'] as { readonly securitySchemes?: object };
    expect(Object.keys(securitySchemes ?? {})).toEqual(['session', 'request']);
  });

  test('is a page without scripts for people, and valid', async () => {
    const answer = await get('');
    const page = await answer.text();
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(page).not.toContain('<script');
    expect(page).toContain('POST /requests');
    expect(page).toContain('Idempotency-Key');
    const report = await new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'doctype-style': 'off' },
    }).validateString(page);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ ruleId, line }) => `${ruleId} ${line}`)),
    ).toEqual([]);
  });

  test('the choices are those of the policy', async () => {
    const { controller, purposes } = await world.client().choices('en');
    expect(controller.name).toBe('CarConnect');
    expect(purposes.filter(({ consent }) => consent).length).toBeGreaterThan(0);
  });
});

describe('the client', () => {
  test('is one module that imports nothing', () => {
    expect(clientModule()).not.toMatch(/^\s*(import|export .* from)\b/m);
  });

  test('asks from a page of the app in a browser, where its origin is named, and nowhere else', async () => {
    const browser = await launchBrowser();
    try {
      const ask = async (origin: string) => {
        const page = await browser.newPage();
        await page.goto(origin);
        // As text: what a test runner makes of an import is not what a browser does.
        return page.evaluate(`(async () => {
          try {
            const { requestClient } = await import('${world.url}/api/v1/client.js');
            const client = requestClient({ url: '${world.url}' });
            const opened = await client.open({ wish: { kind: 'access' }, email: 'browser@elders.example' });
            const refused = await client.confirm(opened.reference, '000000').catch((error) => error);
            return { state: opened.state, refused: refused.problem.reason };
          } catch (error) {
            return String(error);
          }
        })()`);
      };
      expect(await ask(appOrigin)).toEqual({ state: 'identity', refused: 'wrong-code' });
      expect(await ask(appOrigin.replace('127.0.0.1', 'localhost'))).toContain('TypeError');
    } finally {
      await browser.close();
    }
  }, 60_000);

  test('no origin is named unless the configuration does', async () => {
    const named = (origin: string) =>
      fetch(`${world.url}/api/v1/choices`, { headers: { origin } }).then(({ headers }) =>
        headers.get('access-control-allow-origin'),
      );
    expect(await named(appOrigin)).toBe(appOrigin);
    expect(await named('https://elsewhere.example')).toBeNull();
    await using closed = await appWorld();
    const answer = await fetch(`${closed.url}/api/v1/choices`, { headers: { origin: appOrigin } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});
