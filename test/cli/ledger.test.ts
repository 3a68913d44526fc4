import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { headSigner } from '../../src/app/ledger-signer.ts';
import { formatVerifier } from '../../src/ledger/signed-note.ts';
import { appendCaseEvent } from '../../src/store/case-event.ts';
import { sequenceLedger } from '../../src/store/ledger-entry.ts';
import { type FoundCompany, foundCompany } from './found-company.ts';
import { jsonOf } from './gestand.ts';

let company: FoundCompany;
let reference: string;
let caseId: string;
beforeAll(async () => {
  company = await foundCompany();
  const { email } = plantedCases['one-of-everything'].person;
  const asked = ['--kind', 'access', '--email', email, '--sure', 'Ik belde terug.', '--json'];
  ({ reference } = jsonOf<{ reference: string }>(await company.desk('requests', 'open', ...asked)));
  ({ id: caseId } = jsonOf<{ id: `case_${string}` }>(
    await company.desk('requests', 'show', reference, '--json'),
  ));
  const { store, signer } = company.app;
  await sequenceLedger(store, { limit: 100, sign: headSigner(signer) });
}, 120_000);
afterAll(async () => {
  await company?.[Symbol.asyncDispose]();
});

async function inStore(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: company.place.environment?.['DATABASE_URL'] });
  await client.connect();
  expect((await client.query(sql)).rowCount).toBe(1);
  await client.end();
}

it('lists the entries of a request by number, and which request a case of a dossier is', async () => {
  for (const named of [reference, caseId]) {
    const { code, out } = await company.desk('ledger', 'entries', named);
    expect(code).toBe(0);
    expect(out).toContain(`${reference} is ${caseId} in the ledger and in a dossier.`);
    expect(out).toMatch(/^\d+ +\d{4}-\d\d-\d\d \d\d:\d\d +case-opened/m);
  }
  expect((await company.desk('requests', 'show', reference)).out).toContain(caseId);
  expect((await company.desk('ledger', 'entries', 'GS-2026-AAAAA')).code).toBe(3);
});

it('says what it proved, and with which key that is verified', async () => {
  const { entries } = jsonOf<{ entries: { index: number; kind: string }[] }>(
    await company.desk('ledger', 'entries', reference, '--json'),
  );
  const { index } = entries.find(({ kind }) => kind === 'case-opened') ?? {};
  const proof = join(company.place.folder, 'opened.tlog-proof');
  const { code, out } = await company.desk('ledger', 'prove', '--entry', String(index), '--out', proof);
  expect(code).toBe(0);
  const key = formatVerifier(company.app.signer.verifier);
  expect(out).toContain(`${proof}: entry ${index}, proven.\nKey: ${key}\n`);
  expect(await company.desk('ledger', 'verify', proof, '--key', key)).toMatchObject({
    code: 0,
    out: expect.stringContaining(caseId),
  });
});

it('tells apart what is wrong with a witness from what is wrong with the ledger', async () => {
  const { out: exported } = await company.desk(
    'ledger',
    'export',
    '--out',
    join(company.place.folder, 'kept'),
  );
  expect(exported).toContain('Key: ');
  const kept = join(company.place.folder, 'kept', 'checkpoint');
  const text = await readFile(kept, 'utf8');
  const altered = join(company.place.folder, 'altered.txt');
  await writeFile(
    altered,
    text.replace(/\n(\d+)\n(.)/, (_, size, first) => `\n${size}\n${first === 'A' ? 'B' : 'A'}`),
  );
  const { code, out } = await company.desk('ledger', 'verify', '--witness', altered, '--language', 'nl');
  expect(code).toBe(2);
  expect(out).toMatch(/^Het logboek is gaaf: /);
  expect(out).toContain('zegt niets over het logboek');
  const quoted = join(company.place.folder, 'quoted.txt');
  await writeFile(quoted, text.replaceAll(/^/gm, '> '));
  expect(await company.desk('ledger', 'verify', '--witness', quoted)).toMatchObject({
    code: 0,
    out: expect.stringContaining('Held against 1 checkpoint of the witness.'),
  });
});

it('names the recipient of each notice in the timeline', async () => {
  await appendCaseEvent(company.app.store, caseId as `case_${string}`, {
    kind: 'notice-made',
    actor: 'system',
    detail: { noticeId: 'notice_1', recipient: 'mailer', deed: 'erasure' },
  });
  expect((await company.desk('requests', 'show', reference)).out).toMatch(/notice-made mailer {2}system/);
});

it('says of a changed ledger where and what to do, and hands nothing out', async () => {
  await inStore(`update gestand.ledger_entry set leaf = leaf || ' ' where entry_index = 0`);
  const said = 'Entry 0: its text is not written as Gestand writes an entry.';
  const verified = await company.desk('ledger', 'verify');
  expect(verified.code).toBe(1);
  expect(verified.out).toContain(`The ledger was changed.\n${said}\nChange nothing.`);
  const dutch = await company.desk('ledger', 'verify', '--language', 'nl');
  expect(dutch.out).toContain('Regel 0: de tekst is niet geschreven zoals Gestand een regel schrijft.');
  expect(dutch.out).toContain('Verander niets.');
  const out = join(company.place.folder, 'ledger.zip');
  const dossier = join(company.place.folder, 'dossier.zip');
  const today = new Date().toISOString().slice(0, 10);
  for (const words of [
    ['ledger', 'export', '--out', out],
    ['ledger', 'prove', '--entry', '0'],
    ['dossier', '--from', '2026-01-01', '--to', today, '--out', dossier],
  ]) {
    const { code, err } = await company.desk(...words);
    expect({ words, code }).toEqual({ words, code: 1 });
    expect(err).toContain(said);
    expect(err).toContain('Change nothing.');
  }
  expect(existsSync(out) || existsSync(dossier)).toBe(false);
  expect(await company.desk('ledger', 'export', '--out', out, '--as-it-is')).toMatchObject({ code: 0 });
  expect((await company.desk('ledger', 'verify', out)).code).toBe(1);
}, 120_000);
