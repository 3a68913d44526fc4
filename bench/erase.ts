import { randomUUID } from 'node:crypto';
import { defaultErasureShare } from '../src/config.ts';
import { atOnce, Pace, type Turn } from '../src/sources/pace.ts';
import type { Bench, BenchContext } from './bench.ts';
import { expectEqual, remainsOf } from './company/agreement.ts';
import { erasureScript, erasureStatement } from './company/by-hand.ts';
import { type Company, openCompany } from './company/company.ts';
import { isConsumable } from './company/tables.ts';
import { compare, timeOf } from './compare.ts';
import { foregroundTransaction } from './foreground.ts';
import { type Measurement, spreadOf } from './measurement.ts';

const bench = 'erase';
/** As the product runs them: an erasure with more rows than this goes in batches with a commit each. */
const batchRows = 10_000;

export const eraseBench: Bench = {
  name: bench,
  run: async (context) => {
    const byHand = await bestByHand(context);
    return [await onePerson(context, byHand), await crowdAgainstSingles(context), await crowdByHand(context)];
  },
};

/** What an application notices of it. Each apart, so that what was measured before is kept whatever becomes of this. */
export const eraseForegroundBenches: readonly Bench[] = [
  {
    name: bench,
    run: async (context) => [
      await foregroundLoss(context, {
        id: 'erase.foreground',
        what: 'people are erased one after another',
        together: 1,
        repeats: 3,
        longerAlone: 1,
      }),
    ],
  },
  {
    name: bench,
    run: async (context) => [
      await foregroundLoss(context, {
        id: 'erase.foreground-crowd',
        what: `${context.sizes.crowd} people are erased as one plan`,
        together: context.sizes.crowd,
        repeats: 1,
        longerAlone: 4,
      }),
    ],
  },
];

type ByHand = 'script' | 'statement';

const yardstickNames: Readonly<Record<ByHand, string>> = {
  script: 'hand-written DELETEs, child first, as one script',
  statement: 'hand-written data-modifying CTE',
};

/** Two ways to write it by hand; the faster on this machine is the yardstick. */
async function bestByHand({ workplace, sizes, say }: BenchContext): Promise<ByHand> {
  await using company = await openCompany(workplace, sizes);
  const next = freshPeople(sizes.people);
  await expectAgreement(company, next);
  const times: Record<ByHand, number[]> = { script: [], statement: [] };
  for (let i = 0; i < sizes.repeats; i++) {
    for (const way of ['script', 'statement', 'statement', 'script'] as const) {
      times[way].push(await timeOf(() => eraseByHand(company, way, [next()])));
    }
  }
  const took = { script: spreadOf(times.script).median, statement: spreadOf(times.statement).median };
  const best = took.script < took.statement ? 'script' : 'statement';
  say(
    `by hand: script ${took.script.toFixed(2)} ms, statement ${took.statement.toFixed(2)} ms; the ${best} is the yardstick`,
  );
  return best;
}

function onePerson({ workplace, sizes, say }: BenchContext, way: ByHand): Promise<Measurement> {
  return compare(
    {
      ...{ id: 'erase.one', bench, goal: 1.3, repeats: sizes.repeats },
      ...sizes.patience,
      what: 'one person, 31 tables, with the marker of the run',
      yardstick: yardstickNames[way],
      prepare: async () => {
        const company = await openCompany(workplace, sizes);
        const next = freshPeople(sizes.people);
        return {
          product: () => timeOf(() => eraseByProduct(company, [next()])),
          yardstick: () => timeOf(() => eraseByHand(company, way, [next()])),
          [Symbol.asyncDispose]: () => company[Symbol.asyncDispose](),
        };
      },
    },
    say,
  );
}

function crowdAgainstSingles({ workplace, sizes, say }: BenchContext): Promise<Measurement> {
  return compare(
    {
      ...{ id: 'erase.crowd', bench, goal: 0.2, repeats: 1 },
      ...sizes.patience,
      what: `${sizes.crowd} people in one pass, per person`,
      yardstick: `single runs of the product, the mean of ${sizes.singles}`,
      prepare: async () => {
        const company = await openCompany(workplace, sizes);
        const next = freshPeople(sizes.people);
        return {
          product: () => timePerPerson(take(sizes.crowd, next), (ids) => eraseByProduct(company, ids)),
          yardstick: () =>
            timePerPerson(take(sizes.singles, next), async (ids) => {
              for (const id of ids) await eraseByProduct(company, [id]);
            }),
          [Symbol.asyncDispose]: () => company[Symbol.asyncDispose](),
        };
      },
    },
    say,
  );
}

function crowdByHand({ workplace, sizes, say }: BenchContext): Promise<Measurement> {
  return compare(
    {
      ...{ id: 'erase.crowd-by-hand', bench, goal: 1.3, repeats: 1 },
      ...sizes.patience,
      what: `${sizes.crowd} people in one pass, per person`,
      yardstick: 'hand-written DELETEs over the whole set, as one script',
      prepare: async () => {
        const company = await openCompany(workplace, sizes);
        const next = freshPeople(sizes.people);
        return {
          product: () => timePerPerson(take(sizes.crowd, next), (ids) => eraseByProduct(company, ids)),
          yardstick: () =>
            timePerPerson(take(sizes.crowd, next), (ids) => eraseByHand(company, 'script', ids)),
          [Symbol.asyncDispose]: () => company[Symbol.asyncDispose](),
        };
      },
    },
    say,
  );
}

/** A loss of 7 % of the transactions is so much more time for each. */
const foregroundGoal = 1 / 0.93;

/** What is done beside the application. */
interface Beside {
  readonly id: string;
  readonly what: string;
  /** How many people at a time. */
  readonly together: number;
  readonly repeats: number;
  /** How many times as long the application works alone, so that one slow second says little. */
  readonly longerAlone: number;
}

function foregroundLoss(
  { workplace, sizes, say }: BenchContext,
  { id, what, together, repeats, longerAlone }: Beside,
): Promise<Measurement> {
  const { people, loadMilliseconds } = sizes;
  return compare(
    {
      ...{ id, bench, goal: foregroundGoal, repeats },
      ...sizes.patience,
      what: `a small transaction of an ordinary application, while ${what}`,
      yardstick: 'the same transaction while nobody is erased',
      prepare: async () => {
        const company = await openCompany(workplace, sizes);
        const next = freshPeople(people);
        const load = { url: company.database.url, people };
        const { turn } = new Pace(defaultErasureShare);
        // What was written before is on its disk, and what was deleted tidied up: not beside one side alone.
        const settled = async () => {
          for (const statement of ['vacuum', 'checkpoint']) await company.database.pool.query(statement);
        };
        return {
          product: async () => {
            await settled();
            return foregroundTransaction(load, loadMilliseconds, () =>
              eraseByProduct(company, take(together, next), turn),
            );
          },
          yardstick: async () => {
            await settled();
            return foregroundTransaction(load, loadMilliseconds * longerAlone);
          },
          [Symbol.asyncDispose]: () => company[Symbol.asyncDispose](),
        };
      },
    },
    say,
  );
}

async function eraseByProduct(
  { database, plans, bindings }: Company,
  ids: readonly number[],
  turn: Turn = atOnce,
): Promise<void> {
  await database.source.erase(plans.erasure, bindings(ids), {
    marker: { run: randomUUID(), step: 0, fence: 1n },
    batchRows,
    turn,
    faultPoint: async () => undefined,
  });
}

async function eraseByHand({ database }: Company, way: ByHand, ids: readonly number[]): Promise<void> {
  const [only] = ids;
  if (way === 'script') await database.pool.query(erasureScript(ids));
  else if (ids.length === 1) await database.pool.query(erasureStatement('one'), [only]);
  else await database.pool.query(erasureStatement('many'), [ids]);
}

/** All three ways leave the same of people with and without invoices under the law. */
async function expectAgreement(company: Company, next: () => number): Promise<void> {
  const ways = {
    product: (ids: readonly number[]) => eraseByProduct(company, ids),
    script: (ids: readonly number[]) => eraseByHand(company, 'script', ids),
    statement: (ids: readonly number[]) => eraseByHand(company, 'statement', ids),
  };
  const left: Record<keyof typeof ways, unknown[]> = { product: [], script: [], statement: [] };
  for (const way of ['product', 'script', 'statement'] as const) {
    for (let parity = 0; parity < 2; parity++) {
      let id = next();
      while (id % 2 !== parity) id = next();
      await ways[way]([id]);
      left[way].push(...(await remainsOf(company, id)));
    }
  }
  expectEqual('what is left (script)', left.product, left.script);
  expectEqual('what is left (statement)', left.product, left.statement);
}

async function timePerPerson(
  ids: readonly number[],
  work: (ids: readonly number[]) => Promise<void>,
): Promise<number> {
  return (await timeOf(() => work(ids))) / ids.length;
}

function take(count: number, next: () => number): readonly number[] {
  return Array.from({ length: count }, next);
}

/** People who have not been erased yet, in turn with and without invoices under the law. */
function freshPeople(people: number): () => number {
  let id = 0;
  return () => {
    do id++;
    while (!isConsumable(id));
    if (id > people) throw new Error(`all of ${people} people are used up; measure fewer or make more`);
    return id;
  };
}
