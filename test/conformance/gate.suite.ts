import { describe, expect, test } from 'vitest';
import type { GateMark } from '../../src/plan/plan.ts';
import type { MarkCount, MarkOptions, MarkOrder } from '../../src/sources/gate.ts';
import type { Source } from '../../src/sources/source.ts';
import { customerOne, exampleShop, shopPlans } from './example-shop.ts';
import type { HandMade } from './hand-made-policy.ts';
import { failureOf } from './test-bench.ts';
import type { TestedDatabase, TestedKind } from './tested-kind.ts';

/** The gate table, on every database that keeps one. */
const pending: GateMark = {
  id: 'mark_1',
  kind: 'restricted',
  purposes: ['quality', 'offers'],
  categories: null,
  recipients: ['mailer', "o'brien"],
};
const marketing: GateMark = { ...pending, id: 'mark_2', kind: 'objected', recipients: null };
const set: MarkOrder = {
  change: 'set',
  marks: [pending, marketing],
  steps: [
    { kind: 'mark', table: 'customers' },
    { kind: 'mark', table: 'leads' },
  ],
};
const bound = {
  ...customerOne,
  leads: [{ person: 0, key: ['JAN.DE.VRIES@EXAMPLE.ORG'] }],
};
const unmarked: MarkOptions = { marker: null, faultPoint: async () => undefined };
const marked: MarkOptions = { ...unmarked, marker: { run: 'run_test', step: 0, fence: 5n } };

interface Gated extends AsyncDisposable {
  readonly database: TestedDatabase;
  readonly source: Source;
  readonly plans: HandMade;
}

async function openGated(tested: TestedKind): Promise<Gated> {
  const database = await tested.database();
  await database.script(exampleShop(tested));
  const source = tested.open('tested', database.connectionString);
  const plans = shopPlans(await source.introspect());
  return {
    database,
    source,
    plans,
    [Symbol.asyncDispose]: async () => {
      await source.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

const said = (counts: readonly MarkCount[]) =>
  counts.map(({ mark, kind, rows }) => `${mark} ${kind} ${rows}`).sort();
const everything = ['mark_1 restricted 8', 'mark_2 objected 4'];

export function describeGate(tested: TestedKind): void {
  const table = tested.kind === 'postgresql' ? 'gestand.gate' : 'gestand_gate';

  describe('the gate table', () => {
    test('has a row for each row, purpose and part, once, and is no table of the customer', async () => {
      await using gated = await openGated(tested);
      const { source, database } = gated;
      const tables = (await source.introspect()).tables.map(({ id }) => id);
      expect(await source.countMarks(['mark_1'])).toEqual([]);
      expect(said(await source.changeMarks(set, bound, unmarked))).toEqual(everything);
      expect(said(await source.changeMarks(set, bound, unmarked))).toEqual(everything);
      expect(said(await source.countMarks(['mark_2', 'mark_3']))).toEqual(['mark_2 objected 4']);
      expect((await source.introspect()).tables.map(({ id }) => id)).toEqual(tables);
      const rows = await database.rows(
        `select recipient from ${table} where subject_table = 'customers' and subject_key = '1' and purpose = 'offers' order by 1`,
      );
      expect(rows.map(({ recipient }) => recipient)).toEqual(['', 'mailer', "o'brien"]);
    });

    test('leaves who is in it out of a view that reads it, and nobody else', async () => {
      await using gated = await openGated(tested);
      const { source, database } = gated;
      await source.changeMarks(set, bound, unmarked);
      const reachable = () =>
        database.rows(`select id from customers c where not exists (select 1 from ${table} g
          where g.subject_table = 'customers' and g.subject_key = concat(c.id, '') and g.purpose = 'offers'
            and g.recipient in ('', 'mailer')) order by id`);
      const ids = async () => (await reachable()).map(({ id }) => Number(id));
      expect(await ids()).toEqual([2, 3, 4]);
      await source.changeMarks({ change: 'lift', marks: [pending, marketing], steps: [] }, {}, unmarked);
      expect(await ids()).toEqual([1, 2, 3, 4]);
    });

    test('upholds and lifts one mark and leaves the other', async () => {
      await using gated = await openGated(tested);
      const { source } = gated;
      await source.changeMarks(set, bound, unmarked);
      const upheld: GateMark = { ...pending, kind: 'objected' };
      expect(
        said(await source.changeMarks({ change: 'uphold', marks: [upheld], steps: [] }, {}, unmarked)),
      ).toEqual(['mark_1 objected 8']);
      expect(await source.changeMarks({ change: 'lift', marks: [upheld], steps: [] }, {}, unmarked)).toEqual(
        [],
      );
      expect(said(await source.countMarks(['mark_1', 'mark_2']))).toEqual(['mark_2 objected 4']);
    });

    test('does a marked step once, and refuses an older fence', async () => {
      await using gated = await openGated(tested);
      const { source } = gated;
      const first = await source.changeMarks(set, bound, marked);
      await source.changeMarks({ change: 'lift', marks: [pending, marketing], steps: [] }, {}, unmarked);
      expect(await source.changeMarks(set, bound, marked)).toEqual(first);
      expect(await source.countMarks(['mark_1', 'mark_2'])).toEqual([]);
      const late = { ...marked, marker: { run: 'run_test', step: 1, fence: 4n } };
      expect((await failureOf(source.changeMarks(set, bound, late))).code).toBe('lost-lease');
    });

    test('changes nothing when it dies before the end', async () => {
      await using gated = await openGated(tested);
      const { source } = gated;
      const dies = {
        ...marked,
        faultPoint: async (name: string) => {
          if (name === 'gate.recorded') throw new Error('died');
        },
      };
      await expect(source.changeMarks(set, bound, dies)).rejects.toThrow('died');
      expect(await source.countMarks(['mark_1', 'mark_2'])).toEqual([]);
      expect(said(await source.changeMarks(set, bound, marked))).toEqual(everything);
    });

    test('forgets rows that are gone, whose key can say who it was, and no others', async () => {
      await using gated = await openGated(tested);
      const { source, database, plans } = gated;
      await source.changeMarks(set, bound, unmarked);
      await source.clearMarks(plans.erasure.selection, bound);
      expect(said(await source.countMarks(['mark_1', 'mark_2']))).toEqual(everything);
      await database.script(`delete from leads where email = 'JAN.DE.VRIES@EXAMPLE.ORG'`);
      await source.clearMarks(plans.erasure.selection, bound);
      const rows = await database.rows(`select distinct subject_table from ${table}`);
      expect(rows.map((row) => row['subject_table'])).toEqual(['customers']);
    });
  });
}
