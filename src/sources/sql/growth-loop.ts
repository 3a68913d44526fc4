import { sql } from 'kysely';
import type { CompiledSql, Dialect, Fragment } from './dialect.ts';

/*
 * A least fixed point, computed round by round in a temporary table of tagged keys: each round adds what the rows of
 * the round before lead to, until one adds nothing. One block of statements in the server, one round trip. It is
 * MariaDB's way: `Dialect.recursiveTerms` says why it is no recursive query there.
 */

/** The block's variable: the number of the last round. */
const lastRoundNumber = sql.raw('gestand_round');

/** A row of the growing table was added in the last round. */
export function lastRound(alias: string): Fragment {
  return sql`${sql.id(alias, 'round')} = ${lastRoundNumber}`;
}

export interface GrowingTable {
  readonly name: string;
  /** `p`, where people are told apart, `tab`, `k1 … kn`. */
  readonly columns: readonly string[];
  readonly base: Fragment;
  readonly round: Fragment;
}

/** Creates the table, empty. A row's digest stands for its key, which may be longer than an index takes. */
export function growingShape(dialect: Dialect, { name, columns }: GrowingTable): CompiledSql {
  const typed = columns.map(
    (column) => sql`${sql.id(column)} ${column === 'p' || column === 'tab' ? sql`int` : keyText}`,
  );
  return dialect.compile(
    sql`create or replace temporary table ${sql.id(name)} (${sql.join(typed)}, ${sql.id('round')} int not null, digest binary(20) not null primary key, key (${sql.id('round')}), key (tab, k1(${indexedLength})))`,
  );
}

/**
 * Long enough for every key an index can hold of text, and compared byte by byte, trailing spaces included.
 */
export const keyLength = sql.raw('2000');
/** Of a text, this much is put in an index: more tells hardly any two apart. */
export const indexedLength = sql.raw('64');
export const keyText = sql`varchar(${keyLength}) character set utf8mb4 collate utf8mb4_nopad_bin`;

/** @param adding how rows are put into the table: see {@link lockingInsert}, {@link readingInsert}. */
export function growthLoop(
  dialect: Dialect,
  { name, columns, base, round }: GrowingTable,
  adding: (insertion: Insertion) => Fragment,
): CompiledSql {
  const add = (rows: Fragment, number: Fragment) => {
    const named = sql`with s (${sql.join(columns.map((column) => sql.id(column)))}) as (${rows}) select * from s`;
    const parts = columns.map((column) =>
      column === 'p' || column === 'tab' ? sql.id('r', column) : sql`hex(${sql.id('r', column)})`,
    );
    const values = [
      ...columns.map((column) => sql.id('r', column)),
      number,
      sql`unhex(sha1(concat_ws(',', ${sql.join(parts)})))`,
    ];
    return adding({ table: sql.id(name), rows: named, values: sql.join(values) });
  };
  const number = lastRoundNumber;
  return dialect.compile(sql`begin not atomic
    declare ${number} int default 0;
    ${add(base, sql`0`)};
    while exists (select 1 from ${sql.id(name)} as g where ${lastRound('g')}) do
      ${add(round, sql`${number} + 1`)};
      set ${number} = ${number} + 1;
    end while;
  end`);
}

export interface Insertion {
  readonly table: Fragment;
  readonly rows: Fragment;
  /** Of a row `r`. */
  readonly values: Fragment;
}

// What is there already stays as it is; `insert ignore` would also cut values short.
const unlessThere = sql`on duplicate key update ${sql.id('round')} = ${sql.id('round')}`;

/** What is read is locked until the transaction ends. */
export function lockingInsert({ table, rows, values }: Insertion): Fragment {
  return sql`insert into ${table} select ${values} from (${rows}) as r ${unlessThere}`;
}

/** What is read is not locked: see `mariadb/session-tables.ts`. */
export function readingInsert({ table, rows, values }: Insertion): Fragment {
  return sql`for r in (${rows}) do insert into ${table} values (${values}) ${unlessThere}; end for`;
}
