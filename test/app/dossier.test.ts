import { HtmlValidate } from 'html-validate';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { actingAs } from '../../src/app/context.ts';
import { exportDossier } from '../../src/app/export-dossier.ts';
import { exportLedger } from '../../src/app/export-ledger.ts';
import { headSigner } from '../../src/app/ledger-signer.ts';
import { checkPromises } from '../../src/app/promise-board.ts';
import { takeUpPromise } from '../../src/app/promise-history.ts';
import { publishStatement } from '../../src/app/publish-statement.ts';
import { promises } from '../../src/law/promises.ts';
import { personalDataIn } from '../../src/ledger/personal-data-guard.ts';
import { formatVerifier } from '../../src/ledger/signed-note.ts';
import { SealedExport } from '../../src/report/sealed-export/sealed-export.ts';
import { readLedger, sequenceLedger } from '../../src/store/ledger-entry.ts';
import { verifyProof } from '../../src/verifier/proofs.mjs';
import { verifyArchive } from '../../src/verifier/verification.mjs';
import { archiveOf, intoMemory } from '../ledger/exported-ledger.ts';
import { type Company, exampleCompany, exampleStatements, officer } from './company.ts';
import { askErasure, erasePerson } from './erase-person.ts';

const lotte = plantedCases['one-of-everything'].person;
const { first: pieter } = plantedCases['two-customers-one-address'];

let company: Company;
let key: string;
/** The ledger before anybody was erased, as an auditor may have kept it. */
let before: ReadonlyMap<string, Buffer>;
let erased: string;

const context = () => actingAs(company.app, officer);

async function sequence(): Promise<void> {
  while ((await sequenceLedger(company.test.store, { limit: 10, sign: headSigner(company.app.signer) })) > 0);
}

async function ledger(): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  await exportLedger(context(), intoMemory(files));
  return files;
}

async function dossier(from: string, to: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const period = { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) };
  await exportDossier(context(), period, intoMemory(files));
  return files;
}

const textOf = (files: ReadonlyMap<string, Buffer>, name: string) => files.get(name)?.toString() ?? '';

beforeAll(async () => {
  company = await exampleCompany();
  key = formatVerifier(company.app.signer.verifier);
  await publishStatement(company.app, await exampleStatements());
  await checkPromises(company.app);
  await sequence();
  before = await ledger();
  company.test.clock.advance({ days: 2 });
  erased = await erasePerson(company, lotte.email);
  await askErasure(company, pieter.email);
  await checkPromises(company.app);
  await sequence();
});
afterAll(() => company[Symbol.asyncDispose]());

describe('erasing a person', () => {
  it('leaves the tree whole, and the ledger of before is its beginning', async () => {
    const witness = [textOf(before, 'checkpoints')];
    const after = await verifyArchive(archiveOf(await ledger()), { key, witness });
    expect(after).toMatchObject({ ok: true, problems: [] });
    expect(after.witnessed).toBeGreaterThan(0);
    const size = Number(textOf(before, 'checkpoint').split('\n')[1]);
    expect(after.size).toBeGreaterThan(size);
  });

  it('wrote in no entry who it was', async () => {
    const entries = await Array.fromAsync(readLedger(company.test.store), ({ leaf }) => leaf);
    const about = entries.filter((leaf) => leaf.includes(erased));
    expect(about.length).toBeGreaterThan(3);
    for (const leaf of entries) {
      expect(personalDataIn(leaf)).toBeNull();
      for (const known of knownOf(lotte)) expect(leaf.toLowerCase()).not.toContain(known.toLowerCase());
    }
  });
});

describe('a dossier', () => {
  it('holds what was promised and what was done, and verifies with the key alone', async () => {
    const files = await dossier('2026-11-23', '2026-11-30');
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'statements/1.nl.html',
        'statements/1.en.md',
        'register/register.nl.txt',
        'register/register.json',
        'promises.csv',
        'cases.csv',
        'ledger/checkpoint',
        `ledger/tile/entries/000.p/${Number(textOf(files, 'ledger/checkpoint').split('\n')[1])}`,
        'index.html',
        'index.en.html',
        'verify-ledger.mjs',
        'SHA256SUMS.sig',
      ]),
    );
    expect(await verifyArchive(archiveOf(files), { key })).toMatchObject({ ok: true, problems: [] });
    const cases = textOf(files, 'cases.csv').trim().split('\r\n').slice(1);
    expect(cases.map((line) => line.split(',').at(-2)).toSorted()).toEqual(['inTime', 'open']);
    expect(cases.join('\n')).toContain(`${erased},erasure,answered,portal,`);
    expect(textOf(files, 'promises.csv').split('\r\n').length).toBeGreaterThan(20);
  });

  it('tells nobody who asked', async () => {
    const files = await dossier('2026-11-23', '2026-11-30');
    const all = [...files]
      .filter(([name]) => !name.startsWith('statements/'))
      .map(([, bytes]) => bytes.toString());
    for (const text of all)
      for (const known of [...knownOf(lotte), ...knownOf(pieter)]) expect(text).not.toContain(known);
    expect(all.join('\n')).not.toMatch(/GS-2026-/);
  });

  it.each(['index.html', 'index.en.html'])('has a page that is valid and loads nothing: %s', async (name) => {
    const page = textOf(await dossier('2026-11-23', '2026-11-30'), name);
    const validate = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:a11y'],
      rules: { 'no-inline-style': 'off', 'require-sri': 'off', 'doctype-style': 'off' },
    });
    const report = await validate.validateString(page);
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      ),
    ).toEqual([]);
    expect(page).not.toMatch(/<script|<link|<img|https?:\/\//);
    expect(page).toContain(key);
    expect(page).toMatch(
      name === 'index.html'
        ? /Verwijdering<\/td><td>2<\/td><td>1<\/td><td>0/
        : /Erasure<\/td><td>2<\/td><td>1<\/td><td>0/,
    );
  });

  it('of a later period proves that the ledger only grew since before it', async () => {
    const files = await dossier('2026-11-25', '2026-11-26');
    const [name = ''] = [...files.keys()].filter((path) => path.startsWith('ledger/growth-since-'));
    const proven = verifyProof(textOf(files, name), { key, witness: [textOf(before, 'checkpoint')] });
    expect(proven).toMatchObject({ ok: true, said: 'growth-proven' });
    // The statement of the days before is still the one that could be read.
    expect([...files.keys()]).toContain('statements/1.nl.html');
    expect(await verifyArchive(archiveOf(files), { key })).toMatchObject({ ok: true });
  });

  it('is known when any file of it was changed', async () => {
    const files = new Map(await dossier('2026-11-23', '2026-11-30'));
    files.set('cases.csv', Buffer.from(textOf(files, 'cases.csv').replace(',inTime', ',late')));
    expect(await verifyArchive(archiveOf(files), { key })).toMatchObject({
      ok: false,
      problems: [{ kind: 'file-changed', file: 'cases.csv', index: null }],
    });
  });

  it('says of a period without anything in it that there was nothing, and of one that goes on that it does', async () => {
    const empty = textOf(await dossier('2025-01-01', '2025-12-31'), 'index.en.html');
    expect(empty).toContain('There was no policy yet in this period, and so no register');
    expect(empty).not.toMatch(/was in force in this period|<tbody>\s*<\/tbody>|not over yet/);
    const going = await dossier('2026-11-23', '2026-11-30');
    expect(textOf(going, 'index.en.html')).toContain(
      'The period is not over yet: this dossier tells of it up to and including 25 November 2026.',
    );
    expect(textOf(going, 'index.html')).toContain('De periode is nog niet voorbij');
  });

  it('says whose it is, who had it made, and what stands in every column of its tables', async () => {
    const files = await dossier('2026-11-23', '2026-11-30');
    const { address, email } = company.app.policy.controller;
    for (const name of ['index.html', 'index.en.html']) {
      const page = unescaped(textOf(files, name));
      for (const said of [address, email, 'officer_']) expect(page).toContain(said);
      for (const table of ['promises.csv', 'cases.csv', 'notices.csv'])
        for (const column of textOf(files, table).slice(1).split('\r\n')[0]?.split(',') ?? [])
          expect(page).toContain(`<tr><td>${table}</td><td>${column}</td>`);
    }
    const notices = rowsOf(textOf(files, 'notices.csv'));
    expect(notices.length).toBeGreaterThan(1);
    for (const each of notices) {
      expect(each['case']).toBe(erased);
      expect([...company.app.policy.recipients.keys()]).toContain(each['recipient']);
    }
  });

  it('refuses a period that cannot be', async () => {
    await expect(dossier('2026-11-30', '2026-11-23')).rejects.toThrow(/ends .* before it begins/);
    await expect(dossier('2027-01-01', '2027-12-31')).rejects.toThrow(/after today/);
  });
});

describe('what a dossier says of promises and cases', () => {
  const period = ['2026-11-23', '2026-11-30'] as const;

  it('is what the entries say, each named', async () => {
    const files = await dossier(...period);
    const entries = await Array.fromAsync(readLedger(company.test.store), ({ leaf }) => JSON.parse(leaf));
    const rows = rowsOf(textOf(files, 'promises.csv'));
    const said = rows.filter(({ entry }) => entry !== '');
    expect(said.length).toBeGreaterThan(20);
    for (const { promise, state, since, entry } of said)
      expect(entries[Number(entry)]).toMatchObject({
        kind: 'promise-checked',
        at: since,
        subjects: { promiseId: promise },
        detail: { state },
      });
    for (const { case: id, state, entry } of rowsOf(textOf(files, 'cases.csv')))
      expect(entries[Number(entry)]).toMatchObject({ subjects: { caseId: id }, detail: { state } });
  });

  it('leaves out no promise, and says of each why it stands so and when it is broken', async () => {
    const files = await dossier(...period);
    const rows = rowsOf(textOf(files, 'promises.csv'));
    expect(new Set(rows.map(({ promise }) => promise))).toEqual(new Set(promises.map(({ id }) => id)));
    for (const row of rows) expect(row['why (nl)']?.length).toBeGreaterThan(10);
    const page = textOf(files, 'index.en.html');
    for (const { id, brokenWhen } of promises) {
      expect(page).toContain(`<td>${id} `);
      expect(unescaped(page)).toContain(brokenWhen.en);
    }
    expect(page).toMatch(/80 promises: \d+ broken, \d+ not proven, \d+ at risk, \d+ kept\./);
  });

  it('tells who sees to a promise that nothing looks at, and to one whose evidence is too old', async () => {
    const note = 'Het register komt er in januari.';
    company.test.clock.advance({ days: 9 });
    try {
      for (const promiseId of ['P47', 'P61']) await takeUpPromise(context(), { promiseId, note });
      await sequence();
      const files = await dossier('2026-11-23', '2026-12-31');
      expect(await verifyArchive(archiveOf(files), { key })).toMatchObject({ ok: true, history: 'held' });
      const last = new Map(rowsOf(textOf(files, 'promises.csv')).map((row) => [row['promise'], row]));
      for (const id of ['P47', 'P61'])
        expect(last.get(id)).toMatchObject({ state: 'unproven', entry: '', 'what is done': note });
      expect(textOf(files, 'index.html')).toContain(note);
    } finally {
      company.test.clock.advance({ days: -9 });
    }
  });

  it.each([
    [
      `update gestand.promise_result set state = 'unproven' where promise_id = 'P61' and state <> 'unproven'`,
      /promise_result .* P61/,
    ],
    [`delete from gestand.promise_result where promise_id = 'P61'`, /promise_result .* P61/],
    [
      `update gestand.case_file set answered_at = answered_at - interval '9 days' where answered_at is not null`,
      /case_file .* case_/,
    ],
    [
      `update gestand.case_file set legal_date = legal_date + 9 where answered_at is null`,
      /case_file .* case_/,
    ],
    [
      `update gestand.statement_version set markdown = replace(markdown, 'a', 'e'), html = replace(html, 'a', 'e') where language = 'en'`,
      /statement_version .* 1 \(en\)/,
    ],
    [`update gestand.policy_version set yaml = yaml || '# more'`, /policy_version .* [0-9a-f]{12}/],
  ])('is not signed where our tables were made to tell otherwise: %s', async (change, named) => {
    await withChange(change, async () => {
      await expect(dossier(...period)).rejects.toMatchObject({
        code: 'evidence-changed',
        message: expect.stringMatching(named),
      });
    });
    await expect(dossier(...period)).resolves.toBeDefined();
  });

  it.each([
    [
      'promises.csv',
      (text: string) => text.replace(/^P61,\w+,/m, 'P61,unproven,'),
      'promise-otherwise',
      'P61',
    ],
    ['promises.csv', (text: string) => text.replace(/^P61,.*\r\n/m, ''), 'promise-otherwise', 'P61'],
    [
      'promises.csv',
      (text: string) => text.replace(/^P47,unproven,/m, 'P47,kept,'),
      'promise-otherwise',
      'P47',
    ],
    [
      'cases.csv',
      (text: string) => text.replace(/^(case_.*?),answered,/m, '$1,closed,'),
      'case-otherwise',
      /^case_/,
    ],
    ['cases.csv', (text: string) => text.replace(/^case_.*\r\n/m, ''), 'case-otherwise', /^case_/],
    [
      'cases.csv',
      (text: string) =>
        text.replace(/^case_.*,answered,.*\r\n/m, (row) => row.replace('answered', 'closed') + row),
      'case-otherwise',
      /^case_/,
    ],
  ] as const)(
    'is held against its ledger by whoever verifies it: %s %#',
    async (name, change, kind, about) => {
      const files = await dossier(...period);
      expect(await verifyArchive(archiveOf(files), { key })).toMatchObject({ ok: true, history: 'held' });
      const text = change(textOf(files, name));
      expect(text).not.toBe(textOf(files, name));
      const forged = await sealedAgain(new Map(files).set(name, Buffer.from(text)));
      const report = await verifyArchive(archiveOf(forged), { key });
      expect(report.problems).toEqual([
        { kind, index: null, last: null, file: name, about: expect.stringMatching(about) },
      ]);
    },
  );
});

/** As somebody could who has the key, or who made us sign it. */
async function sealedAgain(files: ReadonlyMap<string, Buffer>): Promise<ReadonlyMap<string, Buffer>> {
  const again = new Map<string, Buffer>();
  const sealed = new SealedExport(intoMemory(again));
  for (const [name, bytes] of files) if (!name.startsWith('SHA256SUMS')) await sealed.add(name, [bytes]);
  await sealed.seal(company.app.signer);
  return again;
}

/** Changes our own database as its administrator could, and puts back what was there. */
async function withChange(change: string, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: company.test.url });
  await client.connect();
  try {
    const tables = ['promise_result', 'case_file', 'statement_version', 'policy_version'];
    for (const table of tables) await client.query(`create table kept_${table} as table gestand.${table}`);
    expect((await client.query(change)).rowCount).toBeGreaterThan(0);
    await work();
    await client.query(`
      delete from gestand.promise_result;
      insert into gestand.promise_result table kept_promise_result;
      update gestand.case_file as now set answered_at = was.answered_at, legal_date = was.legal_date
        from kept_case_file as was where now.case_id = was.case_id;
      update gestand.statement_version as now set markdown = was.markdown, html = was.html
        from kept_statement_version as was where now.statement_version_id = was.statement_version_id;
      update gestand.policy_version as now set yaml = was.yaml from kept_policy_version as was where now.policy_hash = was.policy_hash`);
    for (const table of tables) await client.query(`drop table kept_${table}`);
  } finally {
    await client.end();
  }
}

/** The lines of a table of which no cell before the last that is looked at is quoted. */
function rowsOf(table: string): readonly Readonly<Record<string, string>>[] {
  const lines = [...table.slice(1).matchAll(/((?:"(?:[^"]|"")*"|[^"\r\n])*)\r\n/g)].map(([, line = '']) =>
    [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell = '']) => cell),
  );
  const [names = [], ...rows] = lines;
  return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])));
}

function unescaped(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

/** What the sources hold of somebody that could be told from a text. */
function knownOf(person: object): readonly string[] {
  const texts = Object.values(person).filter((value): value is string => typeof value === 'string');
  expect(texts.length).toBeGreaterThan(1);
  return texts.filter((value) => value.length > 5);
}
