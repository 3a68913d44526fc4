import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../src/base/canonical-json.ts';
import { canonicalJson } from '../../src/base/canonical-json.ts';
import type { Company } from './company.ts';
import { companyTables } from './tables.ts';

/*
 * Before anything is timed: both sides give the same answer, and do the same. A comparison with a yardstick that
 * does less would say nothing.
 */

/** @throws Error when product and yardstick give different rows. */
export async function expectSameRows(
  { database, plans, bindings }: Company,
  id: number,
  byHand: readonly { readonly tab: string; readonly data: Record<string, Json> }[],
): Promise<void> {
  const product: string[] = [];
  for await (const { table, values } of database.source.readAccess(plans.access, bindings([id]))) {
    product.push(told(table, values as Readonly<Record<string, Json>>));
  }
  const hand = byHand.map(({ tab, data }) => told(tab, data));
  expectEqual('rows', product.toSorted(), hand.toSorted());
}

// Who handled a row, and who else owns it, the product does not tell; the yardstick is not made to hide it.
function told(table: string, values: Readonly<Record<string, Json>>): string {
  const secondOwner = companyTables.find(({ name }) => name === table)?.secondOwner;
  const shown = Object.entries(values).filter(([name]) => name !== 'staff_id' && name !== secondOwner);
  return canonicalJson({ table, values: Object.fromEntries(shown) });
}

/** What is left of a person, by table, with the person's number taken out of it. */
export async function remainsOf({ database }: Company, id: number): Promise<readonly unknown[]> {
  const { rows: people } = await database.pool.query(
    `select email like 'erased-%' as erased, name, phone, born_on, created_at from people where id = $1`,
    [id],
  );
  const remains: unknown[] = [people];
  for (const { name, reference, secondOwner, columns } of companyTables) {
    // The rows of a person have the same numbers in every table.
    const cells = name === 'messages' ? ', body is null as emptied' : '';
    const owners = [reference, ...(secondOwner === undefined ? [] : [secondOwner])];
    const { rows } = await database.pool.query(
      `select id - ($1::bigint - 1) * 5 as number, ${owners.map((owner) => `${owner} is null as ${owner}_gone`).join(', ')}${cells},
        num_nonnulls(${Object.keys(columns).join(', ')}) as filled
       from ${name} where id between ($1::bigint - 1) * 5 + 1 and $1::bigint * 5 order by id`,
      [id],
    );
    remains.push([name, rows]);
  }
  return remains;
}

/** @throws Error when they differ. */
export function expectEqual(what: string, product: readonly unknown[], yardstick: readonly unknown[]): void {
  if (isDeepStrictEqual(product, yardstick)) return;
  const index = product.findIndex((value, i) => !isDeepStrictEqual(value, yardstick[i]));
  throw new Error(
    `product and yardstick differ in ${what}: ${JSON.stringify(product[index])} against ${JSON.stringify(yardstick[index])}`,
  );
}
