import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { keptMailbox } from '../../src/app/kept-mailbox.ts';
import { openPackage } from '../../src/app/open-package.ts';
import { present } from '../../src/base/assert.ts';
import { readCase } from '../../src/store/case-file.ts';
import { type Company, exampleCompany } from '../app/company.ts';
import { contextToTake, hersToTake } from './hers-to-take.ts';
import { approved, type Cells, filesOf, planned, portabilityCase, queryExample } from './portability-case.ts';

const lotte = plantedCases['one-of-everything'].person;

let company: Company;
let files: ReadonlyMap<string, Buffer>;
let sentences: readonly string[];
let letter: string;

beforeAll(async () => {
  company = await exampleCompany();
  const client = new pg.Client({ connectionString: present(company.secrets['CRM_URL'], 'crm') });
  await client.connect();
  await client.query(
    `update appointments set remark = '=HYPERLINK("https://evil.example","klik")'
      where customer_id = (select id from customers where lower(email) = $1)`,
    [lotte.email],
  );
  await client.end();
  const { file, accessToken } = await portabilityCase(company, { email: lotte.email, to: 'self' });
  const shown = await planned(company, file);
  sentences = present(shown.plan, 'a plan').sentences;
  await approved(company, shown);
  expect((await readCase(company.app.store, file.id))?.state).toBe('answered');
  const opened = await openPackage(company.app, { reference: file.reference, token: accessToken });
  if (opened.kind !== 'ok') throw new Error(opened.kind);
  files = await filesOf(opened.stream);
  letter = await newestLetter();
}, 120_000);

afterAll(async () => {
  await company?.[Symbol.asyncDispose]();
});

async function newestLetter(): Promise<string> {
  const mailbox = keptMailbox({ ...company.app, actor: { kind: 'visitor' } }, 'privacy@carconnect.example');
  const [newest] = await mailbox.list(1);
  return present(await mailbox.get(present(newest, 'a letter').id), 'mail').text;
}

function json(path: string): unknown {
  return JSON.parse(present(files.get(path), path).toString('utf8'));
}

const tablesOf = () =>
  [...files.keys()].flatMap((path) => /^data\/(.+)\.json$/.exec(path)?.[1] ?? []).toSorted();

test('the package holds exactly what she provided or what was observed, on consent or contract', async () => {
  for (const [table, [source, sql]] of Object.entries(hersToTake)) {
    const rows = await queryExample(company, source, { sql, values: [lotte.email] });
    expect(rows.length, table).toBeGreaterThan(0);
    expect(sorted(json(`data/${table}.json`) as Cells[]), table).toEqual(sorted(rows));
  }
  expect(tablesOf()).toEqual([...Object.keys(hersToTake), ...contextToTake].toSorted());
});

test('the plan said so beforehand, with what stays out and why', () => {
  expect(sentences.filter((sentence) => sentence.startsWith('Niet mee'))).toEqual([
    'Niet mee uit Klantensysteem: aantekeningen. Dat gaf u niet zelf; wij hebben het afgeleid of opgeschreven.',
    'Niet mee uit Klantensysteem: contactpersonen, aanbevelingen, toestemmingen, verzonden aanbiedingen en bezoeken aan de website (alleen: IP-adres, internetbrowser en type apparaat). Dat gebruiken wij niet met uw toestemming of om een overeenkomst met u.',
  ]);
  expect(sentences.join('\n')).toContain('U krijgt een link waarmee u het bestand ophaalt.');
  expect(sentences.join('\n')).toContain('Meenemen is niet wissen');
});

describe('the package', () => {
  test('is as its schema says, which comes with it', () => {
    const ajv = new Ajv2020({ strict: true, validateFormats: false });
    const schema = json('schema.json') as object;
    const isManifest = ajv.compile(schema);
    expect(isManifest(json('manifest.json')), JSON.stringify(isManifest.errors)).toBe(true);
    const isRows = ajv.compile({ $ref: 'urn:gestand:schema:portability:1#/$defs/Rows' });
    for (const table of tablesOf())
      expect(isRows(json(`data/${table}.json`)), JSON.stringify(isRows.errors)).toBe(true);
    expect(isManifest({ ...(json('manifest.json') as object), format: 'other' })).toBe(false);
    expect(isRows([1])).toBe(false);
  });

  test('names every other file of it, with its size and hash', () => {
    const { files: listed } = json('manifest.json') as {
      readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
    };
    expect(listed.map(({ path }) => path).toSorted()).toEqual(
      [...files.keys()].filter((path) => path !== 'manifest.json').toSorted(),
    );
    for (const { path, bytes, sha256 } of listed) {
      const content = present(files.get(path), path);
      expect(content.length).toBe(bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
  });

  test('says who, why and on which basis', () => {
    expect(json('manifest.json')).toMatchObject({
      $schema: 'https://privacy.carconnect.example/schemas/portability/1.json',
      format: 'gestand-portability',
      version: 1,
      created: '2026-11-23T09:00:00Z',
      basis: { article: '20(1)' },
      controller: { name: 'CarConnect', legalName: 'CarConnect B.V.' },
      contact: { email: 'privacy@carconnect.example' },
    });
    const { purposes, categories } = json('manifest.json') as {
      readonly purposes: readonly { readonly id: string; readonly basis: string }[];
      readonly categories: readonly { readonly id: string }[];
    };
    expect(new Set(purposes.map(({ basis }) => basis))).toEqual(new Set(['consent', 'contract']));
    expect(purposes.map(({ id }) => id)).not.toContain('bookkeeping');
    expect(categories.map(({ id }) => id)).not.toContain('free-text');
  });

  test('keeps a spreadsheet from running what was typed in a form, and JSON as it was', () => {
    const csv = present(files.get('data/crm/appointments.csv'), 'csv').toString('utf8');
    expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"",""klik"")"`);
    expect(csv).not.toMatch(/(^|[,"\n])=/);
    expect(present(files.get('data/crm/appointments.json'), 'json').toString('utf8')).toContain(
      '"=HYPERLINK(',
    );
  });

  test('holds nobody else’s address', async () => {
    const everything = [...files.values()]
      .map((content) => content.toString('utf8'))
      .join('\n')
      .toLowerCase();
    const others = await queryExample(company, 'crm', {
      sql: 'select email from customers where lower(email) <> $1 and email is not null union select email from employees where lower(email) <> $1',
      values: [lotte.email],
    });
    expect(others.length).toBeGreaterThan(20);
    for (const { email } of others) expect(everything).not.toContain(String(email).toLowerCase());
  });
});

test('the letter brings the link and tells that nothing is erased', () => {
  expect(letter).toContain('https://privacy.carconnect.example/request/');
  expect(letter).toContain('Meenemen is ook niet wissen');
});

test('who has nothing to take along hears that, and why', async () => {
  company.test.clock.advance({ seconds: 1 });
  const { file } = await portabilityCase(company, { email: 'niemand@voorbeeld.example', to: 'self' });
  await approved(company, await planned(company, file));
  const answer = await newestLetter();
  expect(answer).toContain('zulke gegevens niet gevonden');
  expect(answer).toContain('Niet mee uit Klantensysteem');
});

/** In one spelling: a moment is the same in every time zone. */
function sorted(rows: readonly Cells[]): readonly string[] {
  return rows
    .map((row) => {
      const cells = Object.entries(row).map(([name, value]) => [name, moment(value) ?? value] as const);
      return JSON.stringify(Object.fromEntries(cells.toSorted(([a], [b]) => (a < b ? -1 : 1))));
    })
    .toSorted();
}

function moment(value: unknown): string | null {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT.+(?:Z|[+-]\d\d:?\d\d)$/.test(value)
    ? Temporal.Instant.from(value).toString()
    : null;
}
