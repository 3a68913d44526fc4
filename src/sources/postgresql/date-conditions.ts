import { sql } from 'kysely';
import type { ColumnPlace } from '../catalog-column.ts';
import { type DateConditions, holdsNoDates } from '../sql/dated-rows.ts';
import { type Fragment, postgresqlDialect } from '../sql/dialect.ts';

export const postgresqlDates: DateConditions = {
  dialect: postgresqlDialect,
  before: (place, isoDate) => {
    const name = sql.id('t', place.column.name);
    switch (place.column.family) {
      case 'date':
      case 'timestamp':
        // Sessions keep the law's time zone: see connection.ts.
        return sql`${name} < ${isoDate}::date`;
      case 'text':
        // ISO dates are in order as texts are; other text is no date.
        return sql`${name} collate "C" < ${isoDate} and ${isDate(place)}`;
      default:
        throw holdsNoDates(place);
    }
  },
  undated: (place) => {
    const empty = sql`${sql.id('t', place.column.name)} is null`;
    return place.column.family === 'text' ? sql`(${empty} or not ${isDate(place)})` : empty;
  },
};

function isDate({ column }: ColumnPlace): Fragment {
  return sql`${sql.id('t', column.name)} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}'`;
}
