import { sql } from 'kysely';
import type { ColumnPlace } from '../catalog-column.ts';
import type { DateConditions } from '../sql/dated-rows.ts';
import { type Fragment, sqliteDialect } from '../sql/dialect.ts';

/**
 * SQLite keeps dates as ISO text, as a Julian day, or as seconds or milliseconds since 1970: the value itself tells which.
 */
export const sqliteDates: DateConditions = {
  dialect: sqliteDialect,
  before: (place, isoDate) => sql`${dayOf(place)} < ${isoDate}`,
  undated: (place) => sql`${dayOf(place)} is null`,
};

function dayOf({ column }: ColumnPlace): Fragment {
  const name = sql.id('t', column.name);
  // 253402300799 is the last second of the year 9999: beyond it are milliseconds.
  return sql`date(case when typeof(${name}) in ('integer', 'real') and abs(${name}) > 253402300799 then ${name} / 1000 else ${name} end, 'auto')`;
}
