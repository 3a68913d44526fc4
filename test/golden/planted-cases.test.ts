import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { bindingsOf, findPerson, knownAs } from '../../src/app/find-person.ts';
import { settlePerson } from '../../src/app/settle-person.ts';
import { present } from '../../src/base/assert.ts';
import {
  type CountedErasure,
  type CountedRows,
  explainAccess,
  explainErasure,
} from '../../src/plan/explain.ts';
import { planAccess } from '../../src/plan/plan-access.ts';
import { planErase } from '../../src/plan/plan-erase.ts';
import { type ExampleCompany, exampleCompany } from '../support/example-company.ts';

/**
 * The hard cases of the example, each as a file: what the person receives, what they are told before an erasure,
 * and every cell that the erasure changed in the three databases, with nothing left out. UPDATE_GOLDEN=1 writes
 * the files anew; read the difference before you keep it.
 */
const today = Temporal.PlainDate.from('2026-11-23');
const people: readonly (readonly [name: string, email: string])[] = [
  ['employee-who-is-also-customer', plantedCases['employee-who-is-also-customer'].person.email],
  ['two-customers-one-address', plantedCases['two-customers-one-address'].first.email],
  ['couple-one-car', plantedCases['couple-one-car'].first.email],
  ['same-person-two-spellings', plantedCases['same-person-two-spellings'].newsletterEmail],
  ['invoices-under-and-past-retention', plantedCases['invoices-under-and-past-retention'].person.email],
  [
    'name-with-accents-and-apostrophe',
    plantedCases['name-with-accents-and-apostrophe'].person.email.toUpperCase(),
  ],
  ['null-wherever-one-may-be', plantedCases['null-wherever-one-may-be'].person.email],
  ['vehicle-that-changed-owner', plantedCases['vehicle-that-changed-owner'].seller.email],
  ['one-of-everything', plantedCases['one-of-everything'].person.email],
];

let company: ExampleCompany;
beforeAll(async () => {
  company = await exampleCompany({ people: 60, today });
}, 120_000);
afterAll(() => company[Symbol.asyncDispose]());

describe('the planted cases', () => {
  // One after the other in the same databases: what one erasure leaves, the next one finds.
  it.each(people)('%s', async (name, email) => {
    const { policy, maps, sources } = company;
    const person = settlePerson(await findPerson(sources, maps, [{ kind: 'email', value: email }]));
    if (person.kind === 'ask') throw new Error('None of them shares an address.');
    const bindings = bindingsOf(person.rows, maps, 'golden');
    const reader = { policy, language: 'nl' } as const;
    const access = planAccess(policy, maps, { people: 1, language: 'nl', on: today });
    const copies: CountedRows[] = [];
    for (const plan of access.sources) {
      const rows = new Map<string, number>();
      const source = present(sources.get(plan.source), plan.source);
      for await (const { table } of source.readAccess(
        plan,
        present(bindings.sources[plan.source], plan.source),
      )) {
        rows.set(table, (rows.get(table) ?? 0) + 1);
      }
      copies.push(...[...rows].map(([table, count]) => ({ source: plan.source, table, rows: count })));
    }
    const erase = planErase(policy, maps, { people: 1, on: today });
    const counts: CountedErasure[] = [];
    for (const plan of erase.sources) {
      const source = present(sources.get(plan.source), plan.source);
      const counted = await source.countErasure(plan, present(bindings.sources[plan.source], plan.source));
      counts.push(...counted.map((count) => ({ ...count, source: plan.source })));
    }
    const before = await snapshot();
    for (const plan of erase.sources) {
      const source = present(sources.get(plan.source), plan.source);
      await source.erase(plan, present(bindings.sources[plan.source], plan.source), {
        marker: null,
        batchRows: 100_000,
        faultPoint: async () => undefined,
      });
    }
    const changes = differences(before, await snapshot());
    matchesGolden(
      name,
      [
        `# ${name}`,
        '',
        '## Known by',
        ...knownAs(person.rows).map(({ kind, value }) => `${kind} ${value}`),
        '',
        '## Receives',
        ...explainAccess(access, copies, reader),
        '',
        '## Is told before an erasure',
        ...explainErasure(erase, counts, reader),
        '',
        '## Every change',
        ...changes,
        '',
      ].join('\n'),
    );
  });

  it('left the orphan row alone', async () => {
    const { campaignId, customerId } = plantedCases['orphan-row'];
    const rows = [...(await snapshot()).keys()];
    expect(
      rows.filter((row) => row.includes(`"${campaignId}","${customerId}"`) || row.includes('verdwenen')),
    ).toHaveLength(1);
  });
});

type Cells = Readonly<Record<string, unknown>>;

/** Every row of the three databases, by source, table and key. */
async function snapshot(): Promise<ReadonlyMap<string, Cells>> {
  const rows = new Map<string, Cells>();
  for (const map of company.maps) {
    for (const table of map.tables.values()) {
      const from = `"${table.schema}"."${table.name}"`;
      const all =
        map.kind === 'sqlite'
          ? readSqlite(`select rowid as "(row)", * from ${from}`)
          : await readPostgresql(map.source, from);
      for (const cells of all) {
        const key = (table.key.length > 0 ? table.key : ['(row)']).map((column) => String(cells[column]));
        rows.set(`${map.source}.${table.id} ${JSON.stringify(key)}`, cells);
      }
    }
  }
  return rows;
}

function readSqlite(query: string): readonly Cells[] {
  const database = new DatabaseSync(company.urls.newsletter, { readOnly: true });
  try {
    return database.prepare(query).all() as Cells[];
  } finally {
    database.close();
  }
}

async function readPostgresql(source: string, from: string): Promise<readonly Cells[]> {
  const client = new pg.Client({
    connectionString: source === 'crm' ? company.urls.crm : company.urls.billing,
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ cells: Cells }>(
      `select to_jsonb(t) || jsonb_build_object('(row)', t.ctid::text) as cells from ${from} as t`,
    );
    return rows.map(({ cells }) => cells);
  } finally {
    await client.end();
  }
}

/** One line a table for what went, one line a row for what changed in a row that stayed. */
function differences(
  before: ReadonlyMap<string, Cells>,
  after: ReadonlyMap<string, Cells>,
): readonly string[] {
  const gone = new Map<string, string[]>();
  const changed: string[] = [];
  for (const [row, cells] of before) {
    const [table = '', key = ''] = [row.slice(0, row.indexOf(' ')), row.slice(row.indexOf(' ') + 1)];
    const now = after.get(row);
    if (now === undefined) gone.set(table, [...(gone.get(table) ?? []), key]);
    else {
      const columns = Object.keys(cells).filter(
        (name) => name !== '(row)' && JSON.stringify(cells[name]) !== JSON.stringify(now[name]),
      );
      if (columns.length > 0) {
        const cell = (name: string) =>
          `${name}: ${now[name] === null ? 'NULL' : typeof now[name] === 'string' && now[name].startsWith('erased') ? 'erased' : JSON.stringify(now[name])}`;
        changed.push(`changed ${table} ${key} ${columns.map(cell).join(', ')}`);
      }
    }
  }
  const added = [...after.keys()].filter((row) => !before.has(row)).map((row) => `added ${row}`);
  return [...[...gone].map(([table, keys]) => `gone ${table}: ${keys.join(' ')}`), ...changed, ...added];
}

function matchesGolden(name: string, text: string): void {
  const file = join(import.meta.dirname, 'planted', `${name}.txt`);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
}
