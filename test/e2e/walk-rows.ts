import { buffer } from 'node:stream/consumers';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { expect } from 'vitest';
import { present } from '../../src/base/assert.ts';
import { canonicalJson, type Json } from '../../src/base/canonical-json.ts';
import { hersToTake } from '../portability/hers-to-take.ts';
import { filesOf } from '../portability/portability-case.ts';
import type { Asked, Asker } from './channels.ts';
import { type Desk, until } from './desk.ts';
import {
  countByTable,
  everyRow,
  expectedGateRows,
  gateRows,
  heldRows,
  hersByHand,
  keyColumns,
} from './rows-by-hand.ts';
import type { Cells } from './served-company.ts';
import { Visitor } from './visitor.ts';

/** Marks come to stand beside somebody's rows in all three systems, and not a cell of theirs changes. */
export async function marksOnly(desk: Desk, { email }: Asker, kinds: Readonly<Record<string, string>>) {
  const { company } = desk;
  const [rows, before] = [await everyRow(company), await gateRows(company)];
  const expected = await expectedGateRows(company, email, kinds);
  expect(systemsOf(expected)).toEqual(['billing', 'crm', 'newsletter']);
  return async () => {
    const right = [...before, ...expected].toSorted();
    const found = await until(
      () => gateRows(company),
      (now) => now.join() === right.join(),
    );
    expect(found).toEqual(right);
    expect(await everyRow(company)).toEqual(rows);
  };
}

/** Her rows go, but for what the law holds of her, and nobody else's row changes. */
export async function losesHerRows(desk: Desk, { email }: Asker) {
  const { company } = desk;
  const before = await everyRow(company);
  const hers: Record<string, number> = {};
  for (const [table, [source, sql]] of Object.entries(hersByHand)) {
    const rows = await company.query(source, sql, [email]);
    expect(rows.length, table).toBeGreaterThan(0);
    hers[table.replace('/', '.')] = rows.length;
  }
  const [debtor] = await company.query('billing', 'select id from debtors where lower(email) = $1', [email]);
  const held = await heldRows(company, debtor?.['id']);
  for (const [table, rows] of Object.entries(held)) expect(rows.length, table).toBeGreaterThan(0);
  return async () => {
    for (const [table, [source, sql]] of Object.entries(hersByHand))
      expect(await company.query(source, sql, [email]), table).toEqual([]);
    expect(await heldRows(company, debtor?.['id'])).toEqual(held);
    const now = await everyRow(company);
    const [gone, made] = [
      before.filter((row) => !now.includes(row)),
      now.filter((row) => !before.includes(row)),
    ];
    // The payer stays, emptied, because invoices hang on it.
    expect(countByTable(made)).toEqual({ 'billing.debtors': 1 });
    const {
      'billing.invoices': _,
      'billing.invoice_lines': _lines,
      'billing.sepa_mandates': _mandates,
      'billing.collections': _collections,
      ...theirs
    } = hers;
    expect(countByTable(gone)).toEqual(theirs);
  };
}

/** Fetches what a letter links to, in a browser. */
export async function packageByLink(
  desk: Desk,
  { email, reference }: { readonly email: string; readonly reference: string },
): Promise<ReadonlyMap<string, Buffer>> {
  const letter = await desk.letter(email, new RegExp(`staan klaar[^]*${reference}`));
  await using visitor = await Visitor.arrive(desk.browser, desk.company.url);
  const { page } = visitor;
  await page.goto(present(/http\S+\/request\/\S+\?t=[\w-]+/.exec(letter)?.[0], 'the link'));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('link', { name: 'Download uw gegevens' })
      .or(page.getByRole('button', { name: 'Download uw gegevens' }))
      .click(),
  ]);
  return filesOf(await download.createReadStream());
}

/** About nobody: what it takes to understand the rows that are somebody's. */
const context = ['crm/branches', 'crm/services', 'crm/campaigns', 'billing/tariffs', 'newsletter/mailings'];

export async function receivesHerRows(
  { company }: Desk,
  email: string,
  files: ReadonlyMap<string, Buffer>,
): Promise<void> {
  const received = new Map<string, readonly string[]>();
  for (const [name, content] of files) {
    const table = /^data\/(.+)\.json$/.exec(name)?.[1];
    if (table === undefined) continue;
    const columns = keyColumns[table] ?? ['id'];
    const rows = JSON.parse(content.toString('utf8')) as readonly Cells[];
    received.set(table, rows.map((row) => columns.map((column) => row[column]).join('.')).toSorted());
  }
  for (const table of context) {
    expect(received.get(table)?.length, table).toBeGreaterThan(0);
    received.delete(table);
  }
  const expected = new Map<string, readonly string[]>();
  for (const [table, [source, sql]] of Object.entries(hersByHand)) {
    const rows = await company.query(source, sql, [email]);
    expect(rows.length, table).toBeGreaterThan(0);
    expected.set(table, rows.map((row) => String(row['key'])).toSorted());
  }
  expect(Object.fromEntries(received)).toEqual(Object.fromEntries(expected));
  const everything = [...files.values()].join('\n').toLowerCase();
  for (const other of await company.query(
    'crm',
    'select lower(email) as email from customers where lower(email) <> $1 and email is not null',
    [email],
  ))
    expect(everything).not.toContain(String(other['email']));
}

export async function takesHerRows(desk: Desk, email: string, { reference, token }: Asked): Promise<void> {
  const download = await desk
    .appClient()
    .download({ reference, token: present(token, 'what opens the request') });
  const files = await filesOf(
    new Blob([await buffer(download.body as unknown as NodeStream)]).stream() as ReadableStream<Uint8Array>,
  );
  for (const [table, [source, sql]] of Object.entries(hersToTake)) {
    const rows = await desk.company.query(
      source,
      source === 'newsletter' ? sql : `select to_jsonb(hers) as row from (${sql}) as hers`,
      [email],
    );
    const wanted = source === 'newsletter' ? rows : rows.map(({ row }) => row);
    const taken = JSON.parse(present(files.get(`data/${table}.json`), table).toString('utf8')) as object[];
    expect(sorted(taken), table).toEqual(sorted(wanted));
  }
}

/** A moment with an offset, which depends on who asks the database. */
const moment = /\d{4}-\d{2}-\d{2}T[\d:.]+[+-]\d{2}:\d{2}/g;
const utc = (text: string) => new Date(text).toISOString();

/** However a database or a package orders the columns, and what is inside them. */
function sorted(rows: readonly unknown[]): readonly string[] {
  return rows.map((row) => canonicalJson(row as Json).replace(moment, utc)).toSorted();
}

export function systemsOf(places: readonly string[]): readonly string[] {
  return [...new Set(places.map((place) => place.slice(0, place.indexOf('.'))))].toSorted();
}
