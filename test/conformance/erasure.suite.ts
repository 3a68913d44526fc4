import { describe, expect, test } from 'vitest';
import type { EraseFaultPoint } from '../../src/sources/erase-fault-points.ts';
import type { EraseOptions, ErasureCount, Source } from '../../src/sources/source.ts';
import { customerOne, exampleShop, shopPlans } from './example-shop.ts';
import type { HandMade } from './hand-made-policy.ts';
import { failureOf, testWith } from './test-bench.ts';
import type { TestedDatabase, TestedKind } from './tested-kind.ts';

interface Shop extends AsyncDisposable {
  readonly database: TestedDatabase;
  readonly source: Source;
  readonly plans: HandMade;
  erase(options?: Partial<EraseOptions>): Promise<readonly ErasureCount[]>;
  counts(): Promise<Readonly<Record<string, number>>>;
}

const tables = ['customers', 'orders', 'order_lines', 'visits', 'leads'];
const everything = { customers: 4, orders: 3, order_lines: 3, visits: 4, leads: 2 };
const withoutOne = { customers: 3, orders: 1, order_lines: 1, visits: 2, leads: 2 };
const marker = { run: 'run_test', step: 0, fence: 5n };

class Crash extends Error {}

/** Stands for a process that dies the n-th time it reaches a point. */
function crashAt(point: EraseFaultPoint, time = 1): EraseOptions['faultPoint'] {
  let reached = 0;
  return async (name) => {
    if (name === point && ++reached === time) throw new Crash(point);
  };
}

async function openShop(tested: TestedKind): Promise<Shop> {
  const database = await tested.database();
  await database.script(exampleShop(tested));
  const source = tested.open('tested', database.connectionString);
  const plans = shopPlans(await source.introspect());
  return {
    database,
    source,
    plans,
    erase: (options) =>
      source.erase(plans.erasure, customerOne, {
        marker,
        batchRows: 10_000,
        faultPoint: async () => undefined,
        ...options,
      }),
    counts: async () => {
      const counts: Record<string, number> = {};
      for (const table of tables) {
        const [row] = await database.rows(`select count(*) as n from ${table}`);
        counts[table] = Number(row?.['n']);
      }
      return counts;
    },
    [Symbol.asyncDispose]: async () => {
      await source.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

const byTable = (counts: readonly ErasureCount[]) =>
  counts.map(({ table, effect, rows }) => `${effect} ${table} ${rows}`).sort();

const erased = ['delete customers 1', 'delete order_lines 2', 'delete orders 2', 'delete visits 2'];

export function describeErasure(tested: TestedKind): void {
  describe('erasure', () => {
    test('says beforehand what it then does, and leaves the others alone', async () => {
      await using shop = await openShop(tested);
      const before = await shop.source.countErasure(shop.plans.erasure, customerOne);
      expect(await shop.counts()).toEqual(everything);
      const done = await shop.erase({ marker: null });
      expect(byTable(before)).toEqual(erased);
      expect(byTable(done)).toEqual(erased);
      expect(await shop.counts()).toEqual(withoutOne);
    });

    test('finds nothing to do the second time', async () => {
      await using shop = await openShop(tested);
      await shop.erase({ marker: null });
      expect(byTable(await shop.erase({ marker: null }))).toEqual([]);
      expect(await shop.counts()).toEqual(withoutOne);
    });

    testWith(
      tested,
      { feature: 'markers', name: 'does a marked step once, and says again what it did' },
      async () => {
        await using shop = await openShop(tested);
        const first = await shop.erase();
        await shop.database.script(
          "insert into customers (id, email) values (1, 'jan.de.vries@example.org')",
        );
        expect(await shop.erase()).toEqual(first);
        expect(await shop.counts()).toEqual({ ...withoutOne, customers: 4 });
        expect(byTable(await shop.erase({ marker: { ...marker, step: 1 } }))).toEqual(['delete customers 1']);
      },
    );

    testWith(
      tested,
      { feature: 'markers', name: 'does a step that two nodes begin at once only once' },
      async () => {
        await using shop = await openShop(tested);
        const [first, second] = await Promise.all([shop.erase(), shop.erase()]);
        expect(byTable(first ?? [])).toEqual(erased);
        expect(second).toEqual(first);
        expect(await shop.counts()).toEqual(withoutOne);
      },
    );

    testWith(tested, { feature: 'markers', name: 'keeps its markers out of the catalog' }, async () => {
      await using shop = await openShop(tested);
      await shop.erase();
      expect((await shop.source.introspect()).tables.map(({ id }) => id).sort()).toEqual([...tables].sort());
    });

    testWith(
      tested,
      { feature: 'markers', name: 'refuses a node that another has taken over from' },
      async () => {
        await using shop = await openShop(tested);
        await shop.source.erase(
          shop.plans.erasure,
          {},
          { marker, batchRows: 10, faultPoint: async () => undefined },
        );
        const stale = await failureOf(shop.erase({ marker: { run: marker.run, step: 1, fence: 4n } }));
        expect(stale.code).toBe('lost-lease');
        expect(await shop.counts()).toEqual(everything);
        await shop.erase({ marker: { run: marker.run, step: 1, fence: 6n } });
        expect((await failureOf(shop.erase({ marker: { run: marker.run, step: 2, fence: 5n } }))).code).toBe(
          'lost-lease',
        );
      },
    );

    for (const point of ['erase.entered', 'erase.recorded', 'erase.committed'] as const)
      testWith(
        tested,
        { feature: 'markers', name: `comes to the same end after a crash at ${point}` },
        async () => {
          await using shop = await openShop(tested);
          await expect(shop.erase({ faultPoint: crashAt(point) })).rejects.toThrow(Crash);
          expect(await shop.counts()).toEqual(point === 'erase.committed' ? withoutOne : everything);
          expect(byTable(await shop.erase({ marker: { ...marker, fence: 6n } }))).toEqual(erased);
          expect(await shop.counts()).toEqual(withoutOne);
        },
      );

    test.each([1, 2, 3, 4, 5, 6])(
      'done again without a marker, does what is left after a crash (%i)',
      async (time) => {
        await using shop = await openShop(tested);
        const again = { marker: null, faultPoint: crashAt('erase.between-batches', time) };
        const crashed = await shop.erase(again).then(
          () => false,
          (error) => error instanceof Crash,
        );
        expect(crashed, 'one commit has nothing between').toBe(tested.lacks.transactions !== undefined);
        await shop.erase({ marker: null });
        expect(await shop.counts()).toEqual(withoutOne);
        expect(byTable(await shop.source.countErasure(shop.plans.erasure, customerOne))).toEqual([]);
      },
    );

    testWith(tested, { feature: 'batches', name: 'goes on in the middle of its batches' }, async () => {
      await using shop = await openShop(tested);
      // Without a key a row cannot be found again in a later transaction.
      await shop.database.script(
        'alter table visits add column id int generated always as identity primary key',
      );
      const { erasure } = shopPlans(await shop.source.introspect());
      const orders = Array.from({ length: 25 }, (_, i) => `(9, ${i}, 1)`);
      await shop.database.script(
        `insert into orders (shop, number, customer_id) values ${orders.join(', ')}`,
      );
      const erase = (faultPoint: EraseOptions['faultPoint'], fence: bigint) =>
        shop.source.erase(erasure, customerOne, { marker: { ...marker, fence }, batchRows: 4, faultPoint });
      await expect(erase(crashAt('erase.between-batches', 3), 5n)).rejects.toThrow(Crash);
      expect((await shop.counts())['orders']).toBe(20);
      await expect(erase(crashAt('erase.recorded'), 6n)).rejects.toThrow(Crash);
      await expect(erase(crashAt('erase.committed'), 7n)).rejects.toThrow(Crash);
      const counts = await erase(async () => undefined, 8n);
      expect(byTable(counts)).toEqual([
        'delete customers 1',
        'delete order_lines 2',
        'delete orders 27',
        'delete visits 2',
      ]);
      expect(await shop.counts()).toEqual(withoutOne);
      expect(await shop.database.rows('select * from gestand.working_row')).toEqual([]);
    });

    testWith(tested, { feature: 'batches', name: 'takes a table without a key whole' }, async () => {
      await using shop = await openShop(tested);
      const visits = Array.from({ length: 25 }, () => "(1, '192.0.2.9')");
      await shop.database.script(`insert into visits values ${visits.join(', ')}`);
      const counts = await shop.erase({ batchRows: 4 });
      expect(byTable(counts)).toEqual([
        'delete customers 1',
        'delete order_lines 2',
        'delete orders 2',
        'delete visits 27',
      ]);
      expect(await shop.counts()).toEqual(withoutOne);
    });

    testWith(
      tested,
      { feature: 'transactions', name: 'tells nothing of a row in its errors, and leaves all as it was' },
      async () => {
        await using shop = await openShop(tested);
        await shop.database.script(tested.sql.talkativeTrigger('customers'));
        const error = await failureOf(shop.erase());
        expect(error.code).toBe('source-failed');
        const causes = [error, error.cause].map((one) =>
          one instanceof Error ? `${one.message} ${one.stack} ${JSON.stringify({ ...one })}` : String(one),
        );
        expect(causes.join(' ').toLowerCase()).not.toContain('jan.de');
        expect(await shop.counts()).toEqual(everything);
      },
    );
  });
}
