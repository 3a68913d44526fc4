import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { present } from '../../src/base/assert.ts';
import { runProgram } from '../../src/cli/run-program.ts';
import { heardTerminal } from '../support/heard-terminal.ts';
import { emptyDatabase, onServer } from '../support/test-database.ts';
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
async function serving(work: (url: string) => Promise<void>, where: Place = place): Promise<Ended> {
  const child = startGestand(['serve', '--example', '--people', '50', '--port', String(port)], where);
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
    .filter((line) => !/^(Starting|Reading)/.test(line));
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

/** Asks for access on the pages and approves it on the command line, in every way an officer may answer. */
async function walk(url: string): Promise<void> {
  const form = (path: string, fields: Record<string, string>) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(fields),
    });
  const text = async (path: string) => (await fetch(`${url}${path}`)).text();
  const opened = await form('/request/ask/access', { email: 'lotte.vandermeer@example.nl' });
  const codePage = present(opened.headers.get('location'), 'the page for the code');
  const reference = present(codePage.split('/')[2], 'reference');
  const mail = present(/\/mailbox\/mail_\w+/.exec(await text('/mailbox'))?.[0], 'mail');
  const code = present(/\b(\d{3}) (\d{3})\b/.exec(await text(mail)), 'code')
    .slice(1)
    .join('');
  const submitted = await form(codePage, { code });
  const status = present(submitted.headers.get('location'), 'status page');
  expect(await json(['requests'])).toMatchObject([{ reference, state: 'planned', awaits: 'approval' }]);

  const unasked = await gestand(['approve', reference], place);
  expect(unasked).toMatchObject({ code: 2, out: expect.stringMatching(/Seal: [0-9a-f]{64}/) });
  expect(unasked.err).toContain('--yes');
  expect(await answering(reference, 'nee')).toMatchObject({ code: 1 });
  const approved = await answering(reference, 'ja');
  expect(approved.code).toBe(0);
  expect(approved.out).toMatch(/Seal: ([0-9a-f]{64})\n[\s\S]*Approved: \1\n/);
  expect(await gestand(['approve', reference, '--yes'], place)).toMatchObject({ code: 5 });
  await expect.poll(() => text(status), { timeout: 15_000, interval: 500 }).toContain('/download?t=');
}

/** Approves as somebody who sits at the terminal and answers the question. */
async function answering(reference: string, answer: string): Promise<Ended> {
  const terminal = heardTerminal({ screen: true, answer });
  vi.stubEnv('GESTAND_HOME', join(folder, '.gestand'));
  const code = await runProgram(['approve', reference, '--language', 'en'], terminal);
  vi.unstubAllEnvs();
  return { code, ...terminal.heard };
}

describe('gestand serve --example', () => {
  it('serves, is found by commands beside it, refuses a second, and stops on Ctrl-C', {
    timeout: 240_000,
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
      await walk(url);
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
      const broken = await gestand(['promises', '--state', 'broken', '--language', 'en'], place);
      expect(broken.out).toMatch(/^P27 +broken .*\n {5}The hold has ended and the data are still there/);
      // Ends with 1 while one is broken, whichever are shown.
      const unproven = await gestand(['promises', '--state', 'unproven', '--json'], place);
      expect(unproven).toMatchObject({ code: 1, out: expect.stringContaining('"counts"') });
      expect(await json(['statement', 'publish'])).toMatchObject({ kind: 'unchanged', number: 1 });
    });
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toMatch(/\/privacy\n.*\/request\n.*\/mailbox/);

    // Everything is still there, and a command without a server starts the database for as long as it lasts.
    expect(await json(['ledger', 'verify'])).toMatchObject({ verdict: { ok: true } });
    const nowhere = join(folder, 'nowhere', 'ledger.zip');
    const refused = expectOneSentence(gestand(['ledger', 'export', '--out', nowhere], place), 2);
    expect(await refused).toContain(nowhere);
    const out = join(folder, 'ledger.zip');
    const { key } = (await json(['ledger', 'export', '--out', out])) as { readonly key: string };
    const verdict = await json(['ledger', 'verify', out, '--key', key]);
    expect(verdict).toMatchObject({ ok: true, keyFrom: 'given', problems: [] });
    const proof = join(folder, 'entry.tlog-proof');
    const entry = ['ledger', 'prove', '--entry', '0', '--out', proof];
    expect(await gestand(entry, place)).toMatchObject({ code: 0 });
    const proven = await json(['ledger', 'verify', proof, '--key', key]);
    expect(proven).toMatchObject({ ok: true, said: 'entry-proven', index: 0 });
    const again = await serving(async (url) => {
      expect(await (await fetch(`${url}/privacy/versions`)).text()).not.toContain('/privacy/versions/2');
    });
    expect(again).toMatchObject({ code: 0 });
    expect(again.err).not.toContain('Making');
  });
});

describe('making the example', () => {
  it('tells a line a source, is left at once on Ctrl-C, and is begun again at the next start', {
    timeout: 120_000,
  }, async () => {
    const where: Place = { folder, environment: { GESTAND_HOME: join(folder, 'left-early') } };
    const first = startGestand(['serve', '--example', '--people', '400000', '--port', '0'], where);
    const end = ended(first);
    let left = 0;
    first.stderr?.on('data', (chunk: Buffer) => {
      if (!chunk.includes('Making')) return;
      left = performance.now();
      first.kill('SIGINT');
    });
    const stopped = await end;
    expect(stopped).toEqual({ code: 0, out: '', err: 'Starting PostgreSQL\nMaking the example: crm\n' });
    // All four hundred thousand take most of a minute.
    expect(performance.now() - left).toBeLessThan(20_000);

    const second = await serving(async (url) => {
      expect((await fetch(`${url}/privacy`)).status).toBe(200);
    }, where);
    expect(second.code).toBe(0);
    expect(second.err.split('\n').filter((line) => line.startsWith('Making'))).toEqual([
      'Making the example: crm',
      'Making the example: billing',
      'Making the example: newsletter',
    ]);
  });
});

describe('gestand serve on a server of your own', () => {
  afterAll(async () => {
    for (const name of ['crm', 'billing'])
      await onServer((client) =>
        client.query(`drop database if exists gestand_example_${name} with (force)`),
      );
  });

  it('needs nothing but DATABASE_URL, and starts none itself', { timeout: 60_000 }, async () => {
    await using database = await emptyDatabase();
    const home = join(folder, 'own-server');
    const environment = { DATABASE_URL: database.url, GESTAND_HOME: home };
    const served = await serving(
      async (url) => {
        expect((await fetch(`${url}/en/privacy`)).status).toBe(200);
        const { code, out } = await gestand(['requests'], { folder, environment });
        expect({ code, out }).toEqual({ code: 0, out: 'No requests.\n' });
      },
      { folder, environment },
    );
    expect(served).toMatchObject({ code: 0 });
    expect(served.err).not.toContain('Starting PostgreSQL');
    expect(existsSync(join(home, 'postgres'))).toBe(false);
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
    const slip = await gestand(['plan', 'erase', '--email', 'jan.example.nl'], place);
    expect(slip).toMatchObject({ code: 2, out: '' });
    expect(slip.err).toContain('Write a whole e-mail address');
    expect(await gestand(['requests'], { folder, environment: { PORT: 'eighty' } })).toMatchObject({
      code: 2,
    });
  });
});
