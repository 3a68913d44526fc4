import { sql } from 'kysely';
import type { ColumnPlace } from '../catalog-column.ts';
import { type DateConditions, holdsNoDates } from '../sql/dated-rows.ts';
import type { Fragment } from '../sql/dialect.ts';
import { mariadbDialect } from '../sql/mariadb-dialect.ts';

/** `0000-00-00`, which old tables keep for "none", is no date. */
export const mariadbDates: DateConditions = {
  dialect: mariadbDialect,
  before: (place, isoDate) => {
    const name = sql.id('t', place.column.name);
    switch (place.column.family) {
      case 'date':
      case 'timestamp':
        return sql`${name} < cast(${isoDate} as date) and year(${name}) > 0`;
      case 'text':
        // ISO dates are in order as texts are; other text is no date.
        return sql`convert(${name} using utf8mb4) collate utf8mb4_bin < ${isoDate} and ${isDate(place)}`;
      default:
        throw holdsNoDates(place);
    }
  },
  undated: (place) => {
    const name = sql.id('t', place.column.name);
    return place.column.family === 'text'
      ? sql`(${name} is null or not (${isDate(place)}))`
      : sql`(${name} is null or year(${name}) = 0)`;
  },
};

function isDate({ column }: ColumnPlace): Fragment {
  return sql`${sql.id('t', column.name)} regexp '^[0-9]{4}-[0-9]{2}-[0-9]{2}'`;
}
