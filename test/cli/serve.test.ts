import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, ended, gestand, type Place, startGestand } from './gestand.ts';

const folder = mkdtempSync(join(tmpdir(), 'gestand-serve-'));
const place: Place = { folder };
let port = 0;

beforeAll(async () => {
  port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Serves the example until it says where, and then stops it as Ctrl-C does. */
async function serving(work: (url: string) => Promise<void>): Promise<Ended> {
  const child = startGestand(['serve', '--example', '--people', '50', '--port', String(port)], place);
  const end = ended(child);
  try {
    await new Promise<void>((resolve, reject) => {
      child.stdout?.on('data', (chunk: Buffer) => {
        if (chunk.includes('Ctrl-C')) resolve();
      });
      void end.then(({ err }) => reject(new Error(err)));
    });
    await work(`http://127.0.0.1:${port}`);
  } finally {
    child.kill('SIGINT');
  }
  return end;
}

async function expectOneSentence(result: Promise<Ended>, exit: number): Promise<string> {
  const { code, out, err } = await result;
  expect({ code, out }).toEqual({ code: exit, out: '' });
  const said = err
    .trim()
    .split('\n')
    .filter((line) => line !== 'Starting PostgreSQL');
  expect(said.join('\n')).not.toMatch(/\bat .*\.ts:\d+/);
  expect(said).toHaveLength(1);
  return said[0] ?? '';
}

/** What a program reads is JSON. */
async function json(words: readonly string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await gestand([...words, '--json'], place);
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Record<string, unknown>;
}

describe('gestand serve --example', () => {
  it('serves, is found by commands beside it, refuses a second, and stops on Ctrl-C', {
    timeout: 120_000,
  }, async () => {
    const first = await serving(async (url) => {
      const statement = await fetch(`${url}/privacy`);
      expect(statement.status).toBe(200);
      expect(await statement.text()).toContain('CarConnect');
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      expect(await (await fetch(`${url}/mailbox`)).text()).toContain('<h1');

      const second = ['serve', '--example', '--port', String(port)];
      expect(await expectOneSentence(gestand(second, place), 6)).toContain(`Port ${port}`);
      const elsewhere = ['serve', '--example', '--port', '0'];
      expect(await expectOneSentence(gestand(elsewhere, place), 5)).toContain('already in use');

      expect(await json(['requests'])).toEqual([]);
      const plan = await json([
        'plan',
        'access',
        '--email',
        'lotte.vandermeer@example.nl',
        '--language',
        'en',
      ]);
      expect(plan).toMatchObject({ kind: 'access', found: 4 });
      expect(await json(['check'])).toMatchObject({ errors: 0, sources: ['crm', 'billing', 'newsletter'] });
      expect(await json(['promises', '--state', 'unproven'])).toMatchObject({ counts: expect.anything() });
      expect(await json(['statement', 'publish'])).toMatchObject({ kind: 'unchanged', number: 1 });
    });
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toMatch(/\/privacy\n.*\/request\n.*\/mailbox/);

    // Everything is still there, and a command without a server starts the database for as long as it lasts.
    expect(await json(['ledger', 'verify'])).toMatchObject({ verdict: { ok: true } });
    const exported = join(folder, 'ledger.jsonl');
    expect(await gestand(['ledger', 'export', exported], place)).toMatchObject({ code: 0 });
    expect(await gestand(['ledger', 'verify', exported], place)).toMatchObject({ code: 0 });
    const again = await serving(async (url) => {
      expect(await (await fetch(`${url}/privacy/versions`)).text()).not.toContain('/privacy/versions/2');
    });
    expect(again).toMatchObject({ code: 0 });
    expect(again.err).not.toContain('Making');
  });
});

describe('what cannot work is said in one sentence', () => {
  it('a database that is not there', async () => {
    const environment = { DATABASE_URL: 'postgres://gestand:secret@127.0.0.1:1/gestand' };
    const said = await expectOneSentence(
      gestand(['serve', '--example', '--port', '0'], { folder, environment }),
      6,
    );
    expect(said).toContain('127.0.0.1:1/gestand');
    expect(said).not.toContain('secret');
  });

  it('a data folder that is broken', async () => {
    const home = join(folder, 'broken');
    mkdirSync(join(home, 'postgres', 'data'), { recursive: true });
    writeFileSync(join(home, 'postgres', 'data', 'PG_VERSION'), '9.6\n');
    const said = await expectOneSentence(
      gestand(['serve', '--example', '--port', '0'], { folder, environment: { GESTAND_HOME: home } }),
      2,
    );
    expect(said).toContain(join(home, 'postgres', 'data'));
  });

  it('no project, a wrong option, a setting that is none', async () => {
    const environment = { GESTAND_HOME: join(folder, 'empty') };
    expect(await expectOneSentence(gestand(['requests'], { folder, environment }), 2)).toContain(
      'policy.yaml',
    );
    expect(await gestand(['plan', 'access'], place)).toMatchObject({ code: 2 });
    expect(await gestand(['requests'], { folder, environment: { PORT: 'eighty' } })).toMatchObject({
      code: 2,
    });
  });
});
