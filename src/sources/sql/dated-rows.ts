import { sql } from 'kysely';
import { GestandError } from '../../base/error.ts';
import type { ColumnPlace } from '../catalog-column.ts';
import type { Session } from '../session.ts';
import type { Source, TableColumn, TermStart } from '../source.ts';
import type { Dialect, Fragment } from './dialect.ts';
import { allOf, anyOf } from './scope.ts';

/** How a database compares what stands in a column with a date; of a row `t`. */
export interface DateConditions {
  readonly dialect: Dialect;
  /** The day is before an ISO date; what is no date is before nothing. A moment counts as its day where the law counts. */
  readonly before: (place: ColumnPlace, isoDate: string) => Fragment;
  /** No date stands there. */
  readonly undated: (place: ColumnPlace) => Fragment;
}

type Places = readonly [ColumnPlace, ...ColumnPlace[]];

/** What a source says of rows by their dates. @throws GestandError `bad-input` when the column holds no dates. */
export function datedRows({
  dates,
  session,
  placeOf,
}: {
  readonly dates: DateConditions;
  readonly session: Session;
  readonly placeOf: (name: TableColumn) => Promise<ColumnPlace>;
}): Pick<Source, 'countBefore' | 'countUndated' | 'keysBefore'> {
  const { dialect } = dates;
  const count = async ({ table }: ColumnPlace, where: Fragment): Promise<number> => {
    const statement = sql`select count(*) as ${sql.id('rows')} from ${sql.id(table.schema, table.name)} as t where ${where}`;
    const { rows } = await session.run(dialect.compile(statement));
    return Number(rows[0]?.['rows'] ?? 0);
  };
  const placesOf = async ({ table, column, orColumn }: TermStart): Promise<Places> => {
    const first = await placeOf({ table, column });
    return orColumn === undefined ? [first] : [first, await placeOf({ table, column: orColumn })];
  };
  const anyBefore = (places: Places, isoDate: string): Fragment =>
    anyOf(places.map((place) => sql`(${dates.before(place, isoDate)})`));
  return {
    countBefore: async (query) => {
      const places = await placesOf(query);
      return count(places[0], anyBefore(places, query.before));
    },
    countUndated: async (start) => {
      const places = await placesOf(start);
      return count(places[0], allOf(places.map(dates.undated)));
    },
    keysBefore: async (query) => {
      const places = await placesOf(query);
      const { table } = places[0];
      if (table.primaryKey.length === 0) return null;
      const typeOf = new Map(table.columns.map(({ name, type }) => [name, type]));
      const parts = table.primaryKey.map(
        (name, i) => sql`${dialect.toText(sql.id('t', name), typeOf.get(name) ?? '')} as ${sql.id(`k${i}`)}`,
      );
      const order = [...places.map(({ column }) => column.name), ...table.primaryKey].map((name) =>
        sql.id('t', name),
      );
      const { rows } = await session.run(
        dialect.compile(
          sql`select ${sql.join(parts)} from ${sql.id(table.schema, table.name)} as t where ${anyBefore(places, query.before)} order by ${sql.join(order)} limit ${sql.lit(query.limit)}`,
        ),
      );
      const keys = rows.map((row) => table.primaryKey.map((_, i) => String(row[`k${i}`])));
      return { columns: table.primaryKey, keys };
    },
  };
}

export function holdsNoDates({ table, column }: ColumnPlace): GestandError {
  return new GestandError('bad-input', `${table.id}.${column.name} (${column.type}) holds no dates`);
}
