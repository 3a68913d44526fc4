import { sql } from 'kysely';
import type { CatalogColumn, TypeFamily } from '../../catalog/catalog.ts';
import type { CompiledSql, Dialect, Fragment } from './dialect.ts';

/** Values asked for in one question. */
export const mostPresentValues = 100;

/** A column that an index begins with, so that each value is one look into that index. */
export interface IndexedColumn {
  readonly from: Fragment;
  readonly column: Pick<CatalogColumn, 'name' | 'family'>;
  /** What a text is turned into before it is compared. */
  readonly type: string;
}

/**
 * How many of these values stand in a column: one row `n`. A value is looked up as it is and in small letters. Null when none of them
 * can stand in such a column, so that nothing has to be asked.
 */
export function presentStatement(
  dialect: Dialect,
  { from, column, type }: IndexedColumn,
  values: readonly string[],
): CompiledSql | null {
  const known = values.slice(0, mostPresentValues).filter((value) => canBe[column.family]?.test(value));
  if (known.length === 0) return null;
  const rows = known.flatMap((value, person) =>
    [...new Set([value, value.toLowerCase()])].map((spelled) => ({ person, key: [spelled] })),
  );
  // As a subquery of its own for each value: a join might be made by reading the table through.
  return dialect.compile(sql`select count(distinct s.person) as n from ${dialect.subjectRows(rows, 1)}
where (select 1 from ${from} as t where ${sql.id('t', column.name)} = ${dialect.fromText(sql.id('s', 'k1'), type)} limit 1) is not null`);
}

/** What can be compared with a key of this family without an error of the server. */
const canBe: Partial<Readonly<Record<TypeFamily, RegExp>>> = {
  text: /^[^\0]{1,190}$/s,
  integer: /^-?\d{1,18}$/,
  uuid: /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
};
