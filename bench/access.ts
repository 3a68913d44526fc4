import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { SourceAccess, SourceBindings } from '../src/plan/plan.ts';
import type { Source } from '../src/sources/source.ts';
import type { Bench, BenchContext, Sizes } from './bench.ts';
import { expectSameRows } from './company/agreement.ts';
import { accessByHand } from './company/by-hand.ts';
import { openCompany } from './company/company.ts';
import { plansFor } from './company/policy.ts';
import { isConsumable } from './company/tables.ts';
import { compare, timeOf } from './compare.ts';
import { largeBindings, largePolicy, loadLarge, ordinaryVisitor, visitorsByHand } from './large-table.ts';
import { type Measurement, spreadOf } from './measurement.ts';
import type { Workplace } from './workplace.ts';

const bench = 'access';

export const accessBench: Bench = {
  name: bench,
  run: async (context) => [await onePerson(context), await crowd(context), ...(await largeTable(context))],
};

async function onePerson({ workplace, sizes, say }: BenchContext): Promise<Measurement> {
  await expectAgreement(workplace, sizes);
  const sql = accessByHand();
  return compare(
    {
      ...{ id: 'access.one', bench, goal: 1.2, repeats: sizes.repeats },
      ...sizes.patience,
      what: 'one person, 31 tables, about 150 rows',
      yardstick: 'one hand-written UNION ALL',
      prepare: async () => {
        const company = await openCompany(workplace, sizes);
        const people = { product: wanderer(sizes.people), yardstick: wanderer(sizes.people) };
        return {
          product: () =>
            timeOf(() =>
              readAll(company.database.source, company.plans.access, company.bindings([people.product()])),
            ),
          yardstick: () => timeOf(() => company.database.pool.query(sql, [people.yardstick()])),
          [Symbol.asyncDispose]: () => company[Symbol.asyncDispose](),
        };
      },
    },
    say,
  );
}

async function expectAgreement(workplace: Workplace, sizes: Sizes): Promise<void> {
  await using company = await openCompany(workplace, sizes);
  for (const id of [1, 2]) {
    const { rows } = await company.database.pool.query(accessByHand(), [id]);
    await expectSameRows(company, id, rows);
  }
}

function crowd({ workplace, sizes, say }: BenchContext): Promise<Measurement> {
  return compare(
    {
      ...{ id: 'access.crowd', bench, goal: 0.2, repeats: 1 },
      ...sizes.patience,
      what: `${sizes.crowd} people in one pass, per person`,
      yardstick: `single runs of the product, the mean of ${sizes.singles}`,
      prepare: async () => {
        const company = await openCompany(workplace, sizes);
        const { source } = company.database;
        const next = wanderer(sizes.people);
        const ids = (count: number) => Array.from({ length: count }, next);
        return {
          product: async () => {
            const people = ids(sizes.crowd);
            const took = await timeOf(() => readAll(source, company.plans.access, company.bindings(people)));
            return took / people.length;
          },
          yardstick: async () => {
            const people = ids(sizes.singles);
            const took = await timeOf(async () => {
              for (const id of people) await readAll(source, company.plans.access, company.bindings([id]));
            });
            return took / people.length;
          },
          [Symbol.asyncDispose]: () => company[Symbol.asyncDispose](),
        };
      },
    },
    say,
  );
}

/** A person in a table of ten million rows, and what memory it takes to read one with a million. */
async function largeTable({ workplace, sizes, say }: BenchContext): Promise<readonly Measurement[]> {
  const { large, repeats, patience } = sizes;
  say(`filling a table of ${large.rows} rows`);
  await workplace.template('large', (client) => loadLarge(client, large));
  await using database = await workplace.copyOf('large');
  const { access } = plansFor(await database.source.introspect(), largePolicy(), 1);
  const next = ordinaryVisitor(large);
  const one = await compare(
    {
      ...{ id: 'access.large', bench, goal: 1.2, repeats },
      ...patience,
      what: `one person in a table of ${large.rows.toLocaleString('en')} rows`,
      yardstick: 'one hand-written UNION ALL',
      prepare: async () => ({
        product: () => timeOf(() => readAll(database.source, access, largeBindings(next()))),
        yardstick: () => timeOf(() => database.pool.query(visitorsByHand, [next()])),
        [Symbol.asyncDispose]: async () => undefined,
      }),
    },
    say,
  );
  const peaks = { many: [] as number[], few: [] as number[] };
  for (let i = 0; i < 3; i++) {
    peaks.few.push(await peakMemory(database.url, 'few', large.few));
    peaks.many.push(await peakMemory(database.url, 'many', large.many));
  }
  return [one, memory(peaks, sizes)];
}

function memory(
  peaks: { readonly many: readonly number[]; readonly few: readonly number[] },
  { large }: BenchContext['sizes'],
): Measurement {
  return {
    ...{ id: 'access.memory', bench, goal: 1.1, rounds: peaks.many.length, attempts: 1, valid: true },
    what: `peak memory of a process that reads one person’s ${large.many.toLocaleString('en')} rows`,
    product: { ...spreadOf(peaks.many), unit: 'bytes' },
    yardstick: {
      ...spreadOf(peaks.few),
      unit: 'bytes',
      name: `the same with ${large.few.toLocaleString('en')} rows`,
    },
    ratio: spreadOf(peaks.many.map((many, i) => many / (peaks.few[i] ?? Number.NaN))),
  };
}

/** The most memory that a fresh process held while it read a person, in bytes. */
async function peakMemory(url: string, who: 'few' | 'many', rows: number): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'read-person.ts'), who], {
    env: { ...process.env, BENCH_DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const answer: unknown = JSON.parse(await text(child.stdout));
  if (typeof answer !== 'object' || answer === null) throw new Error('the reading process said nothing');
  const { read, peakBytes } = answer as { readonly read: number; readonly peakBytes: number };
  if (read !== rows + 1) throw new Error(`read ${read} rows of a person with ${rows + 1}`);
  return peakBytes;
}

export async function readAll(source: Source, plan: SourceAccess, bindings: SourceBindings): Promise<number> {
  let rows = 0;
  for await (const _row of source.readAccess(plan, bindings)) rows++;
  return rows;
}

/** People one after another, with a stride that keeps them apart; the same order on every call. */
function wanderer(people: number): () => number {
  let id = 0;
  return () => {
    do id = (id + 7_919) % people;
    while (!isConsumable(id));
    return id;
  };
}
