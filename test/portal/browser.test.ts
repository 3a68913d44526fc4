import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { caseKinds } from '../../src/domain/case-file.ts';
import { type RunningServer, startServer } from '../../src/http/server.ts';
import { launchBrowser } from '../support/browser.ts';
import { finishedErase, inMemoryServices, readyAccess, token } from './in-memory-services.ts';
import { portalApp } from './portal-server.ts';

const services = inMemoryServices();
const first = services.status;
const reference = 'GV-2026-0042';
const status = `/request/${reference}?t=${token}`;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let server: RunningServer;
let visitor: BrowserContext;
let page: Page;
let base: string;

beforeAll(async () => {
  server = await startServer({ app: portalApp(services), port: 0, host: '127.0.0.1' });
  base = `http://127.0.0.1:${server.port}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  services.status = first;
  services.failing = false;
  visitor = await browser.newContext({ viewport: { width: 360, height: 740 } });
  page = await visitor.newPage();
});

afterEach(async () => {
  await visitor.close();
});

interface View {
  readonly name: string;
  readonly path: string;
  readonly prepare?: () => void;
  readonly act?: () => Promise<void>;
}

const views: readonly View[] = [
  { name: 'statement', path: '/privacy', act: () => openAllDetails() },
  { name: 'versions', path: '/privacy/versions' },
  { name: 'older version', path: '/privacy/versions/1' },
  { name: 'changes', path: '/privacy/versions/2', act: () => openAllDetails() },
  { name: 'promises', path: '/promises' },
  { name: 'what one can ask', path: '/request' },
  // With its errors a form shows all that it shows without, and more.
  ...caseKinds.map((kind) => ({
    name: `form for ${kind} with errors`,
    path: `/request/ask/${kind}`,
    act: async () => {
      await submitWrong('main .form > p .button:not(.button-quiet)');
      await openAllDetails();
    },
  })),
  { name: 'question received', path: `/request/${reference}/received/question` },
  { name: 'code', path: `/request/${reference}/code?sent=1` },
  {
    name: 'code with an error',
    path: `/request/${reference}/code`,
    act: () => page.click('main .form button'),
  },
  { name: 'open request', path: status },
  { name: 'package ready', path: status, prepare: () => setStatus(readyAccess) },
  { name: 'erased', path: `${status}&late=1`, prepare: () => setStatus(finishedErase) },
  { name: 'mailbox', path: '/mailbox' },
  { name: 'mail', path: '/mailbox/mail_02' },
  { name: 'not found', path: '/nowhere' },
  {
    name: 'defect',
    path: '/promises',
    prepare: () => {
      services.failing = true;
    },
  },
];

// Each page is looked at on a phone in one language and on a desk in the other.
const everyView = [
  { prefix: '', axeWidth: 360 },
  { prefix: '/en', axeWidth: 1200 },
].flatMap(({ prefix, axeWidth }) => views.map((view) => ({ ...view, path: prefix + view.path, axeWidth })));

describe.each(everyView)('$name at $path', ({ path, prepare, act, axeWidth }) => {
  test('axe finds nothing, and nothing is wider than a phone', async () => {
    prepare?.();
    await page.setViewportSize({ width: axeWidth, height: 800 });
    await page.goto(base + path);
    await act?.();
    expect(await axeFindings()).toEqual([]);
    for (const width of [320, 360, 400, 1200]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(), `at ${width} px`).toBe(0);
    }
  });
});

test('axe does find what is wrong', async () => {
  await page.goto(`${base}/privacy`);
  await page.setContent('<html lang="nl"><title>x</title><main><h1>x</h1><input></main></html>');
  expect(await axeFindings()).toEqual(['label: <input>']);
});

test('everything works without JavaScript, from the keyboard, without a cookie and without a request elsewhere', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  const hosts = new Set<string>();
  const refused: string[] = [];
  plain.on('request', (request) => hosts.add(new URL(request.url()).host));
  plain.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  await plain.goto(`${base}/privacy`);
  await plain.keyboard.press('Tab');
  expect(await plain.locator(':focus').textContent()).toBe('Naar de inhoud');
  await plain.getByRole('link', { name: 'Stel een vraag of doe een verzoek' }).press('Enter');

  await plain.getByRole('link', { name: 'Mijn gegevens inzien' }).press('Enter');
  await plain.getByLabel('E-mailadres', { exact: true }).fill('jan@');
  await plain.keyboard.press('Enter');
  await plain.getByRole('heading', { name: 'Dit klopt nog niet' }).waitFor();
  expect(await plain.title()).toMatch(/^Fout: /);
  expect(await plain.getByLabel('E-mailadres', { exact: true }).inputValue()).toBe('jan@');
  await plain.getByLabel('E-mailadres', { exact: true }).fill('jan@example.org');
  await plain.keyboard.press('Enter');

  await plain.getByLabel('Code van zes cijfers').fill('123 456');
  await plain.keyboard.press('Enter');
  await plain.getByRole('heading', { name: 'Uw verzoek om inzage' }).waitFor();
  expect(await plain.locator('main').textContent()).toContain('uiterlijk 23 december 2026');
  await plain.getByRole('link', { name: 'English' }).press('Enter');
  await plain.getByRole('button', { name: 'Withdraw request' }).press('Enter');
  await plain.getByRole('heading', { name: 'Withdrawn' }).waitFor();

  expect([...hosts]).toEqual([new URL(base).host]);
  expect(refused).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

function setStatus(next: typeof first): void {
  services.status = next;
}

async function submitWrong(button: string): Promise<void> {
  await page.click(button);
  await page.locator('.error').first().waitFor();
}

async function openAllDetails(): Promise<void> {
  for (const summary of await page.locator('summary').all()) await summary.click();
}

/** What axe objects to, of all its rules, the advisory ones too. The policy of the page forbids scripts but not this tool's. */
async function axeFindings(): Promise<readonly string[]> {
  const found: unknown = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] })`);
  const { violations } = found as { readonly violations: readonly AxeViolation[] };
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function overflow(): Promise<number> {
  const root = page.locator('html');
  return root.evaluate(
    (element: { readonly scrollWidth: number; readonly clientWidth: number }) =>
      element.scrollWidth - element.clientWidth,
  );
}
