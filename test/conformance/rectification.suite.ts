import { describe, expect, test } from 'vitest';
import type { Correction } from '../../src/domain/wish.ts';
import type { SourceBindings, SourceRectification } from '../../src/plan/plan.ts';
import { correctedValues } from '../../src/plan/plan-rectify.ts';
import type { RectifyFaultPoint } from '../../src/sources/rectify-fault-points.ts';
import type {
  CapturedCell,
  RectificationCount,
  Rectified,
  RectifyOptions,
  Source,
} from '../../src/sources/source.ts';
import { customerOne, exampleShop, shopPlans } from './example-shop.ts';
import { failureOf, testWith } from './test-bench.ts';
import type { TestedDatabase, TestedKind } from './tested-kind.ts';

interface Shop extends AsyncDisposable {
  readonly database: TestedDatabase;
  readonly source: Source;
  /** What was captured by the last begun capture. */
  readonly taken: CapturedCell[];
  count(wish: Wish): Promise<readonly string[]>;
  rectify(wish: Wish, options?: Partial<RectifyOptions>): Promise<Rectified>;
  column(table: string, column: string, key: string): Promise<readonly unknown[]>;
}

interface Wish {
  readonly corrections: readonly Omit<Correction, 'category'>[];
  readonly of?: SourceBindings;
}

const marker = { run: 'run_test', step: 0, fence: 5n };
const secondLead: SourceBindings = { leads: [{ person: 0, key: ['JAN.DE.VRIES@EXAMPLE.ORG'] }] };
const newAddress = 'jan@nieuw.example';
const changeAddress: Wish = { corrections: [{ now: 'jan.de.vries@example.org', wanted: newAddress }] };

class Crash extends Error {}

async function openShop(tested: TestedKind): Promise<Shop> {
  const database = await tested.database();
  await database.script(exampleShop(tested));
  const source = tested.open('tested', database.connectionString);
  const plans = shopPlans(await source.introspect());
  const taken: CapturedCell[] = [];
  const compile = ({ corrections, of = customerOne }: Wish) => {
    const wanted = corrections.map((correction) => ({ category: 'any', ...correction }));
    const plan: SourceRectification = plans.rectification(wanted);
    return { plan, people: { bindings: of, values: correctedValues(wanted) } };
  };
  return {
    database,
    source,
    taken,
    count: async (wish) => {
      const { plan, people } = compile(wish);
      return told(await source.countRectification(plan, people));
    },
    rectify: (wish, options) => {
      const { plan, people } = compile(wish);
      return source.rectify(plan, people, {
        marker: null,
        faultPoint: async () => undefined,
        capture: {
          id: 'first',
          begin: async () => {
            taken.length = 0;
          },
          take: async (cells) => {
            taken.push(...cells);
          },
        },
        ...options,
      });
    },
    column: async (table, column, key) =>
      (await database.rows(`select ${column} as cell from ${table} order by ${key}`)).map(
        ({ cell }) => cell ?? null,
      ),
    [Symbol.asyncDispose]: async () => {
      await source.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

function told(counts: readonly RectificationCount[]): readonly string[] {
  return counts
    .map(
      ({ table, column, effect, why, rows }) =>
        `${effect} ${table}.${column} ${rows}${why === null ? '' : ` ${why}`}`,
    )
    .sort();
}

const addresses = [
  'Jan.de.Vries@Example.ORG',
  "renée.o'brien@example.org",
  null,
  ' jan.de.vries@example.org',
];

export function describeRectification(tested: TestedKind): void {
  describe('rectification', () => {
    test('says beforehand what it then does, and leaves the others alone', async () => {
      await using shop = await openShop(tested);
      expect(await shop.count(changeAddress)).toEqual(['set customers.email 1']);
      expect(await shop.column('customers', 'email', 'id')).toEqual(addresses);
      const { counts, capture } = await shop.rectify(changeAddress);
      expect(told(counts)).toEqual(['set customers.email 1']);
      expect(capture).toBeNull();
      expect(await shop.column('customers', 'email', 'id')).toEqual([newAddress, ...addresses.slice(1)]);
      expect(shop.taken).toEqual([
        {
          table: 'customers',
          column: 'email',
          key: ['1'],
          effect: 'set',
          correction: 0,
          before: 'Jan.de.Vries@Example.ORG',
        },
      ]);
      expect(await shop.count(changeAddress)).toEqual([]);
    });

    test('knows a telephone number in any notation', async () => {
      await using shop = await openShop(tested);
      const { counts } = await shop.rectify({
        corrections: [{ now: '06-12345678', wanted: '+31687654321' }],
      });
      expect(told(counts)).toEqual(['set customers.phone 1']);
      expect(await shop.column('customers', 'phone', 'id')).toEqual([
        '+31687654321',
        null,
        null,
        '0612345678',
      ]);
    });

    test('corrects several cells of one row at once, by what stood in them before', async () => {
      await using shop = await openShop(tested);
      await shop.database.script("update customers set notes = 'Anna', plate = 'Bert' where id = 1");
      await shop.rectify({
        corrections: [
          { now: 'Anna', wanted: 'Bert', column: 'tested.customers.notes' },
          { now: 'Bert', wanted: 'Anna', column: 'tested.customers.plate' },
        ],
      });
      expect(await shop.column('customers', 'notes', 'id')).toContain('Bert');
      expect(await shop.column('customers', 'plate', 'id')).toContain('Anna');
      expect(shop.taken.map(({ column, before }) => `${column} ${before}`).sort()).toEqual([
        'notes Anna',
        'plate Bert',
      ]);
    });

    test('fills in what was empty, where somebody said which column', async () => {
      await using shop = await openShop(tested);
      const of = { customers: [{ person: 0, key: ['2'] }] };
      const wish = (column?: string) => ({
        of,
        corrections: [{ now: null, wanted: '+31687654321', ...(column === undefined ? {} : { column }) }],
      });
      expect(await shop.count(wish('tested.customers.phone'))).toEqual(['set customers.phone 1']);
      await shop.rectify(wish('tested.customers.phone'));
      expect(await shop.column('customers', 'phone', 'id')).toEqual([
        '+31 6 1234 5678',
        '+31687654321',
        null,
        '0612345678',
      ]);
    });

    test('empties what should not stand there', async () => {
      await using shop = await openShop(tested);
      await shop.rectify({ corrections: [{ now: 'XX-999-X', wanted: null }] });
      expect(await shop.column('customers', 'plate', 'id')).toEqual([null, 'ab12cd', null, null]);
    });

    test('leaves the columns that nobody chose, and says so', async () => {
      await using shop = await openShop(tested);
      await shop.database.script("update customers set notes = 'jan.de.vries@example.org' where id = 1");
      const wish = {
        corrections: [{ ...changeAddress.corrections[0], column: 'tested.customers.notes' }],
      } as Wish;
      expect(await shop.count(wish)).toEqual(['left customers.email 1 not-chosen', 'set customers.notes 1']);
      await shop.rectify(wish);
      expect(await shop.column('customers', 'email', 'id')).toEqual(addresses);
    });

    test('says of a value that does not fit which column cannot hold it', async () => {
      await using shop = await openShop(tested);
      expect(await shop.count({ corrections: [{ now: '1001', wanted: 'duizend' }] })).toEqual([
        'left customers.customer_no 1 type',
      ]);
      expect(await shop.count({ corrections: [{ now: '1001', wanted: '99999999999999999999' }] })).toEqual([
        'left customers.customer_no 1 type',
      ]);
      expect(await shop.count({ corrections: [{ now: '1001', wanted: '2001' }] })).toEqual([
        'set customers.customer_no 1',
      ]);
    });

    testWith(tested, { feature: 'lengths', name: 'says of a text that it is too long' }, async () => {
      await using shop = await openShop(tested);
      const wanted = `${'x'.repeat(120)}@example.org`;
      expect(await shop.count({ corrections: [{ now: 'jan.de.vries@example.org', wanted }] })).toEqual([
        'left customers.email 1 length',
      ]);
    });

    test('does not empty what must have a value, nor what other rows are tied to', async () => {
      await using shop = await openShop(tested);
      expect(
        await shop.count({
          of: secondLead,
          corrections: [{ now: 'jan.de.vries@example.org', wanted: null }],
        }),
      ).toEqual([expect.stringMatching(/^left leads.email 1 (null|key)$/)]);
    });

    testWith(
      tested,
      { feature: 'natural-keys', name: 'corrects the address by which rows are told apart' },
      async () => {
        await using shop = await openShop(tested);
        await shop.rectify({ ...changeAddress, of: secondLead });
        expect((await shop.column('leads', 'email', 'email')).toSorted()).toEqual([
          newAddress,
          'other@example.org',
        ]);
        expect(shop.taken.map(({ key }) => key)).toEqual([[newAddress]]);
      },
    );

    testWith(
      tested,
      { feature: 'natural-keys', name: 'says that somebody else has what only one may have' },
      async () => {
        await using shop = await openShop(tested);
        const wish: Wish = {
          of: secondLead,
          corrections: [{ now: 'jan.de.vries@example.org', wanted: 'other@example.org' }],
        };
        expect(await shop.count(wish)).toEqual(['left leads.email 1 taken']);
        expect((await failureOf(shop.rectify(wish))).code).toBe('source-failed');
        expect((await shop.column('leads', 'email', 'phone')).length).toBe(2);
        expect(await shop.column('leads', 'email', 'email')).toContain('JAN.DE.VRIES@EXAMPLE.ORG');
      },
    );

    testWith(
      tested,
      { feature: 'transactions', name: 'changes nothing when the database refuses a part of it' },
      async () => {
        await using shop = await openShop(tested);
        await shop.database.script(
          "update customers set notes = 'taken' where id = 2; create unique index one_note on customers (notes)",
        );
        const error = await failureOf(
          shop.rectify({
            corrections: [
              ...changeAddress.corrections,
              { now: 'Jan.de.VRIES@example.org belde', wanted: 'taken' },
            ],
          }),
        );
        expect(error.code).toBe('source-failed');
        expect(`${error.message} ${String(error.cause)}`).not.toMatch(/taken|jan/i);
        expect(await shop.column('customers', 'email', 'id')).toEqual(addresses);
      },
    );

    test('takes a value for a value, whatever is written in it', async () => {
      await using shop = await openShop(tested);
      const wanted = `"'; drop table customers; -- \\' $1 ? {value} 100%`;
      await shop.rectify({ corrections: [{ now: 'XX-999-X', wanted }] });
      expect(await shop.column('customers', 'plate', 'id')).toEqual([wanted, 'ab12cd', null, null]);
    });

    test('looks at cells again by their key', async () => {
      await using shop = await openShop(tested);
      const question = {
        table: { id: 'customers', ...(await placeOf(shop.source)) },
        key: [{ name: 'id', type: 'integer' }],
        column: { name: 'email', type: 'text', family: 'text' as const },
        keys: [['1'], ['3'], ['99'], ['2']],
      };
      expect(await shop.source.lookAtCells(question)).toEqual([addresses[0], null, undefined, addresses[1]]);
    });

    testWith(
      tested,
      { feature: 'markers', name: 'does a marked step once, and says again what it did' },
      async () => {
        await using shop = await openShop(tested);
        const first = await shop.rectify(changeAddress, { marker });
        expect(first.capture).toBe('first');
        await shop.database.script("update customers set email = 'jan.de.vries@example.org' where id = 1");
        expect(await shop.rectify(changeAddress, { marker })).toEqual(first);
        expect((await shop.column('customers', 'email', 'id'))[0]).toBe('jan.de.vries@example.org');
        expect(
          (await failureOf(shop.rectify(changeAddress, { marker: { ...marker, step: 1, fence: 4n } }))).code,
        ).toBe('lost-lease');
      },
    );

    testWith(
      tested,
      { feature: 'markers', name: 'does a step that two nodes begin at once only once' },
      async () => {
        await using shop = await openShop(tested);
        const [first, second] = await Promise.all([
          shop.rectify(changeAddress, { marker }),
          shop.rectify(changeAddress, { marker }),
        ]);
        expect(second).toEqual(first);
        expect(told(first.counts)).toEqual(['set customers.email 1']);
      },
    );

    for (const point of [
      'rectify.entered',
      'rectify.captured',
      'rectify.recorded',
      'rectify.committed',
    ] as const)
      testWith(
        tested,
        { feature: 'markers', name: `comes to the same end after a crash at ${point}` },
        async () => {
          await using shop = await openShop(tested);
          await expect(shop.rectify(changeAddress, { marker, faultPoint: crashAt(point) })).rejects.toThrow(
            Crash,
          );
          const then = (await shop.column('customers', 'email', 'id'))[0];
          expect(then).toBe(point === 'rectify.committed' ? newAddress : addresses[0]);
          const { counts } = await shop.rectify(changeAddress, { marker: { ...marker, fence: 6n } });
          expect(told(counts)).toEqual(['set customers.email 1']);
          expect((await shop.column('customers', 'email', 'id'))[0]).toBe(newAddress);
          expect(shop.taken.map(({ before }) => before)).toEqual([addresses[0]]);
        },
      );
  });
}

async function placeOf(source: Source): Promise<{ readonly schema: string; readonly name: string }> {
  const table = (await source.introspect()).tables.find(({ id }) => id === 'customers');
  return { schema: table?.schema ?? '', name: 'customers' };
}

/** Stands for a process that dies when it reaches a point. */
function crashAt(point: RectifyFaultPoint): RectifyOptions['faultPoint'] {
  return async (name) => {
    if (name === point) throw new Crash(point);
  };
}
