import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { actingAs } from '../../src/app/context.ts';
import { exportDossier } from '../../src/app/export-dossier.ts';
import { exportLedger } from '../../src/app/export-ledger.ts';
import { headSigner } from '../../src/app/ledger-signer.ts';
import { checkPromises } from '../../src/app/promise-board.ts';
import { publishStatement } from '../../src/app/publish-statement.ts';
import { personalDataIn } from '../../src/ledger/personal-data-guard.ts';
import { formatVerifier } from '../../src/ledger/signed-note.ts';
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
    expect(cases.map((line) => line.split(',').at(-1)).toSorted()).toEqual(['inTime', 'open']);
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

  it('refuses a period that cannot be', async () => {
    await expect(dossier('2026-11-30', '2026-11-23')).rejects.toThrow(/ends .* before it begins/);
    await expect(dossier('2027-01-01', '2027-12-31')).rejects.toThrow(/after today/);
  });
});

/** What the sources hold of somebody that could be told from a text. */
function knownOf(person: object): readonly string[] {
  const texts = Object.values(person).filter((value): value is string => typeof value === 'string');
  expect(texts.length).toBeGreaterThan(1);
  return texts.filter((value) => value.length > 5);
}
