import { sql } from 'kysely';
import type { ColumnPlace } from '../catalog-column.ts';
import type { Session } from '../session.ts';
import { sqliteDialect } from '../sql/dialect.ts';

/**
 * How many rows have a date before an ISO date. SQLite keeps dates as ISO text, as a Julian day, or as seconds or
 * milliseconds since 1970: the value itself tells which. What is no date is not before anything.
 */
export async function countBefore(
  session: Session,
  { table, column }: ColumnPlace,
  before: string,
): Promise<number> {
  const name = sql.id('t', column.name);
  // 253402300799 is the last second of the year 9999: beyond it are milliseconds.
  const day = sql`date(case when typeof(${name}) in ('integer', 'real') and abs(${name}) > 253402300799 then ${name} / 1000 else ${name} end, 'auto')`;
  const { rows } = await session.run(
    sqliteDialect.compile(
      sql`select count(*) as rows from ${sql.id(table.schema, table.name)} as t where ${day} < ${before}`,
    ),
  );
  return Number(rows[0]?.['rows'] ?? 0);
}
