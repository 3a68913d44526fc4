import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HtmlValidate } from 'html-validate/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { contentOf, row, stream } from '../../../test/support/access-package-example.ts';
import { accessPackage } from './access-package.ts';
import type { AccessPackageContent } from './access-package-content.ts';

let spoolFolder: string;
beforeAll(async () => {
  spoolFolder = join(await mkdtemp(join(tmpdir(), 'gestand-package-')), 'spool');
});
afterAll(async () => {
  await rm(join(spoolFolder, '..'), { recursive: true });
});

const crmRows = [
  row('customers', { id: 7, first_name: 'Zoë ’t Hooft', email: 'zoe@example.org', score: null }),
  row('messages', {
    id: 1,
    body: '=HYPERLINK("https://evil.example","klik")',
    sent_at: '2026-01-02T03:04:05Z',
  }),
  row('messages', {
    id: 2,
    body: '<script>alert(1)</script>\r\nTweede regel, met "aanhaling"',
    sent_at: null,
  }),
  row('messages', { id: 3, body: '', sent_at: '2026-01-03T03:04:05Z' }),
  row('messages', { id: 4, body: { json: ['kolom', 1] }, sent_at: '2026-01-03T03:04:05Z' }),
  row('services', { id: 1, name: 'Grote beurt' }),
];
const billingRows = [row('invoices', { id: 1, iban: 'NL91ABNA0417164300' })];

async function pack(content: AccessPackageContent): Promise<Map<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of accessPackage(content, { spoolFolder })) chunks.push(chunk);
  const zip = await fromBufferPromise(Buffer.concat(chunks), { lazyEntries: true, strictFileNames: true });
  const entries = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const content: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) content.push(chunk as Buffer);
    entries.set(entry.fileName, Buffer.concat(content).toString('utf8'));
  }
  return entries;
}

const example = () => contentOf({ crm: stream(crmRows), billing: stream(billingRows) });

describe('the files', () => {
  test('are the ones a person can open and a machine can read', async () => {
    const entries = await pack(example());
    expect([...entries.keys()]).toEqual([
      'README.txt',
      'data/crm/customers.csv',
      'data/crm/customers.json',
      'data/crm/messages.csv',
      'data/crm/messages.json',
      'data/crm/services.csv',
      'data/crm/services.json',
      'data/billing/invoices.csv',
      'data/billing/invoices.json',
      'schema.json',
      'index.html',
    ]);
  });

  test('hold every row as it was, and nothing else', async () => {
    const entries = await pack(example());
    for (const table of ['customers', 'messages', 'services']) {
      expect(JSON.parse(entries.get(`data/crm/${table}.json`) ?? '')).toEqual(
        crmRows.filter((each) => each.table === table).map(({ values }) => values),
      );
    }
    expect(JSON.parse(entries.get('data/billing/invoices.json') ?? '')).toEqual([billingRows[0]?.values]);
  });

  test('CSV comes back as it went in, and tells NULL, empty and withheld apart', async () => {
    const text = (await pack(example())).get('data/crm/messages.csv') ?? '';
    expect(text.startsWith('\ufeff')).toBe(true);
    const [head, ...lines] = parseCsv(text.slice(1));
    expect(head?.map(({ text }) => text)).toEqual(['id', 'body', 'sent_at', 'employee_phone']);
    expect(lines.map((cells) => cells[1]?.text.replace(/^'(?=[\s']*[=+\-@])/, ''))).toEqual([
      '=HYPERLINK("https://evil.example","klik")',
      '<script>alert(1)</script>\r\nTweede regel, met "aanhaling"',
      '',
      '{"json":["kolom",1]}',
    ]);
    expect(lines[0]?.[1]?.text.startsWith("'=")).toBe(true);
    expect(lines[1]?.[2]).toEqual({ text: '', quoted: false });
    expect(lines[2]?.[1]).toEqual({ text: '', quoted: true });
    expect(lines[0]?.[3]).toEqual({ text: 'afgeschermd', quoted: true });
  });

  test('say what each column is', async () => {
    const schema = JSON.parse((await pack(example())).get('schema.json') ?? '');
    const customers = schema.tables[0];
    expect(customers).toMatchObject({
      source: 'crm',
      table: 'customers',
      rows: 1,
      csv: 'data/crm/customers.csv',
    });
    expect(customers.columns[2]).toEqual({
      name: 'email',
      personal: true,
      withheld: false,
      category: 'contact',
      categoryName: 'soort contact',
      purposes: ['service', 'newsletter'],
      origin: 'provided',
    });
    expect(customers.columns[0]).toEqual({ name: 'id', personal: false, withheld: false });
    expect(schema.tables[1].columns[3]).toMatchObject({ name: 'employee_phone', withheld: true });
  });
});

describe('the page', () => {
  test.each(['nl', 'en'] as const)('is valid and accessible HTML: %s', async (language) => {
    const entries = await pack({ ...example(), language });
    const html = new HtmlValidate({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] });
    const report = await html.validateString(entries.get('index.html') ?? '');
    expect(
      report.results.flatMap(({ messages }) => messages.map((each) => `${each.line} ${each.message}`)),
    ).toEqual([]);
  });

  test('tells what art. 15(1)(a)–(h) and (2) ask, for this person', async () => {
    const page = (await pack(example())).get('index.html') ?? '';
    for (const told of [
      'Ja: CarConnect verwerkt persoonsgegevens van u',
      'Dienstverlening',
      'artikel 6 lid 1 onder b AVG',
      'soort bank',
      'Voorbeeldmail B.V.',
      'Example Cloud Inc.',
      'Verenigde Staten',
      'DPF',
      '7 jaar',
      'einde van het boekjaar (factuurdatum)',
      '24 maanden',
      'artikel 16 AVG',
      'artikel 21 AVG',
      'https://www.autoriteitpersoonsgegevens.nl',
      'van uzelf, bij uw aanmelding',
      'Vastgelegd terwijl u onze diensten gebruikte: soort behaviour',
      'Wij nemen geen besluiten met alleen een computer.',
      'In het klantensysteem lezen wij 4 tabellen.',
    ])
      expect(page).toContain(told);
  });

  test('is no copy of the privacy statement: what was not found is not told', async () => {
    const page = (await pack(example())).get('index.html') ?? '';
    // Nothing of these was found: a score that is NULL, a lead, a health record.
    for (const absent of ['Reclame', 'Profielen', 'Profielenmaker', 'soort health'])
      expect(page).not.toContain(absent);
    expect(page).toContain('Klantensysteem, Belangstellenden');
  });

  test('runs nothing that a stranger once typed', async () => {
    const page = (await pack(example())).get('index.html') ?? '';
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).toContain("default-src 'none'");
  });

  test('shows the beginning of a long table and says so', async () => {
    const rows = Array.from({ length: 1234 }, (_, id) =>
      row('messages', { id, body: `bericht ${id}`, sent_at: null }),
    );
    const entries = await pack(contentOf({ crm: stream(rows) }));
    const page = entries.get('index.html') ?? '';
    expect(page).toContain('U ziet hier de eerste 25 van 1.234 rijen.');
    expect(page).toContain('bericht 24<');
    expect(page).not.toContain('bericht 25<');
    expect(JSON.parse(entries.get('data/crm/messages.json') ?? '')).toHaveLength(1234);
  });

  test('says no when nothing was found', async () => {
    const entries = await pack(contentOf({}));
    expect(entries.get('index.html')).toContain('Nee: in de systemen van CarConnect');
    expect([...entries.keys()]).toEqual(['README.txt', 'schema.json', 'index.html']);
  });
});

describe('what stays out', () => {
  test.each([
    ['a row of another person', row('customers', { id: 8 }, 1), /another person/],
    ['a column that the plan masks', row('messages', { id: 1, employee_phone: '06' }), /does not show/],
    ['a column nobody planned', row('customers', { id: 1, password: 'x' }), /does not show/],
    ['a table nobody planned', row('employees', { id: 1 }), /the table of a row/],
  ])('%s', async (_name, wrong, message) => {
    await expect(
      pack(contentOf({ crm: stream([row('customers', { id: 7 }), wrong].toSorted(byTableName)) })),
    ).rejects.toThrow(message);
  });

  test('a table that comes back after another', async () => {
    const rows = [row('customers', { id: 1 }), row('messages', { id: 1 }), row('customers', { id: 2 })];
    await expect(pack(contentOf({ crm: stream(rows) }))).rejects.toThrow(/not consecutive/);
  });
});

describe('breaking off', () => {
  test('a source that fails half-way fails the package', async () => {
    async function* failing() {
      for (let id = 0; id < 5000; id++) yield row('messages', { id, body: 'x'.repeat(100), sent_at: null });
      throw new Error('the source went away');
    }
    await expect(pack(contentOf({ crm: failing() }))).rejects.toThrow('the source went away');
  });

  test('who stops reading stops the source', async () => {
    let stopped = false;
    let bytes = 0;
    async function* endless() {
      try {
        for (let id = 0; ; id++)
          yield row('messages', { id, body: `${Math.random()}`.repeat(20), sent_at: null });
      } finally {
        stopped = true;
      }
    }
    for await (const chunk of accessPackage(contentOf({ crm: endless() }), { spoolFolder })) {
      bytes += chunk.length;
      if (bytes > 100_000) break;
    }
    expect(stopped).toBe(true);
  });

  test('leaves nothing on the disk', async () => {
    const large = Array.from({ length: 20_000 }, (_, id) =>
      row('messages', { id, body: 'x'.repeat(200), sent_at: null }),
    );
    await pack(contentOf({ crm: stream(large) }));
    expect(await readdir(spoolFolder)).toEqual([]);
    expect((await stat(spoolFolder)).mode & 0o777).toBe(0o700);
  });
});

test('memory does not grow with the table', { timeout: 120_000 }, async () => {
  const script = join(import.meta.dirname, '../../../test/support/pack-many-rows.ts');
  const measure = async (rows: number) => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      // A small heap: without a limit the collector waits, and what it leaves lying looks like growth.
      '--max-semi-space-size=1',
      '--max-old-space-size=64',
      script,
      String(rows),
      spoolFolder,
    ]);
    return JSON.parse(stdout) as { readonly bytes: number; readonly peakBytes: number };
  };
  const few = await measure(50_000);
  const many = await measure(200_000);
  const megabyte = 1024 * 1024;
  expect(many.bytes).toBeGreaterThan(3 * few.bytes);
  // Eighty megabytes of text went through the second run. Measured: 138 MB and 147 MB.
  expect((many.peakBytes - few.peakBytes) / megabyte).toBeLessThan(30);
  expect(many.peakBytes / megabyte).toBeLessThan(250);
});

function byTableName(a: { readonly table: string }, b: { readonly table: string }): number {
  return a.table < b.table ? -1 : 1;
}

interface Cell {
  readonly text: string;
  readonly quoted: boolean;
}

/** RFC 4180, written from its grammar and not from our writer. */
function parseCsv(text: string): readonly (readonly Cell[])[] {
  const lines: Cell[][] = [];
  let line: Cell[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === '"') {
      let cell = '';
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (text[at] === '"') at++;
        cell += text[at];
      }
      at++;
      line.push({ text: cell, quoted: true });
    } else {
      const end = text.slice(at).search(/,|\r\n/);
      line.push({ text: text.slice(at, at + end), quoted: false });
      at += end;
    }
    if (text.startsWith('\r\n', at)) {
      lines.push(line);
      line = [];
      at += 2;
    } else {
      at += 1;
    }
  }
  return lines;
}
