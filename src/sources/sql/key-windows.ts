import { sql } from 'kysely';
import type { Dialect, Fragment } from './dialect.ts';

/** Where to read rows of a table by its key: a few at several places, so that old and new rows are both seen. */
export type Windows =
  | { readonly kind: 'first'; readonly rows: number }
  | {
      readonly kind: 'spread';
      readonly key: SpreadKey;
      readonly rows: number;
      readonly low: bigint;
      readonly high: bigint;
    }
  /** The first and the last by a key whose values cannot be counted. */
  | { readonly kind: 'ends'; readonly key: readonly string[]; readonly rows: number };

/** A whole number by which an index has the rows in order. */
export interface SpreadKey {
  readonly column: string;
  readonly type: string;
}

const mostPlaces = 10;

/** The least and the greatest number of each key, in one statement; each is a look at one end of an index. */
export function boundsStatement(
  dialect: Dialect,
  tables: readonly { readonly from: Fragment; readonly key: SpreadKey }[],
): Fragment {
  const end = (which: Fragment, from: Fragment, { column, type }: SpreadKey): Fragment =>
    sql`(select ${dialect.toText(sql`${which}(${sql.id('t', column)})`, type)} from ${from} as t)`;
  return sql.join(
    tables.map(
      ({ from, key }, at) =>
        sql`select ${sql.lit(at)} as tab, ${end(sql`min`, from, key)} as low, ${end(sql`max`, from, key)} as high`,
    ),
    sql` union all `,
  );
}

/** @param values the select list, of columns of `t`. */
export function windowsStatement(
  dialect: Dialect,
  { from, values }: { readonly from: Fragment; readonly values: Fragment },
  windows: Windows,
): Fragment {
  switch (windows.kind) {
    case 'first':
      return sql`select ${values} from ${from} as t limit ${sql.lit(windows.rows)}`;
    case 'ends': {
      const half = sql.lit(Math.floor(windows.rows / 2));
      const order = (direction: Fragment) =>
        sql.join(windows.key.map((name) => sql`${sql.id('t', name)} ${direction}`));
      const end = (direction: Fragment, as: string) =>
        sql`select * from (select ${values} from ${from} as t order by ${order(direction)} limit ${half}) as ${sql.id(as)}`;
      // Not `union all`: the ends of a small table meet.
      return sql`${end(sql`asc`, 'first')} union ${end(sql`desc`, 'last')}`;
    }
    case 'spread': {
      const { column, type } = windows.key;
      const key = sql.id('t', column);
      const bound = (value: bigint) => dialect.fromText(sql`${value.toString()}`, type);
      const places = Math.min(mostPlaces, windows.rows);
      const each = sql.lit(Math.floor(windows.rows / places));
      const parts = partsOf(windows.low, windows.high, places).map(
        ({ first, last }, at) => sql`select * from (
  select ${values} from ${from} as t where ${key} >= ${bound(first)} and ${key} <= ${bound(last)} order by ${key} limit ${each}
) as ${sql.id(`w${at}`)}`,
      );
      return sql.join(parts, sql` union all `);
    }
  }
}

/** The numbers from low to high in parts of about the same length. */
function partsOf(
  low: bigint,
  high: bigint,
  parts: number,
): readonly { readonly first: bigint; readonly last: bigint }[] {
  const span = high - low + 1n;
  const start = (part: number) => low + (span * BigInt(part)) / BigInt(parts);
  return Array.from({ length: parts }, (_, part) => ({
    first: start(part),
    last: start(part + 1) - 1n,
  })).filter(({ first, last }) => first <= last);
}
