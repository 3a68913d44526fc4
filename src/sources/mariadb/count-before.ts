import { sql } from 'kysely';
import { GestandError } from '../../base/error.ts';
import type { ColumnPlace } from '../catalog-column.ts';
import type { Session } from '../session.ts';
import type { Fragment } from '../sql/dialect.ts';
import { mariadbDialect } from '../sql/mariadb-dialect.ts';

/**
 * How many rows have a date before an ISO date. A moment counts as its day where the law counts. `0000-00-00`, which
 * old tables keep for "none", is before nothing.
 *
 * @throws GestandError `bad-input` when the column holds no dates.
 */
export async function countBefore(
  session: Session,
  { table, column }: ColumnPlace,
  before: string,
): Promise<number> {
  const name = sql.id('t', column.name);
  const earlier = ((): Fragment => {
    switch (column.family) {
      case 'date':
      case 'timestamp':
        return sql`${name} < cast(${before} as date) and year(${name}) > 0`;
      case 'text':
        // ISO dates are in order as texts are; other text is no date.
        return sql`convert(${name} using utf8mb4) collate utf8mb4_bin < ${before} and ${name} regexp '^[0-9]{4}-[0-9]{2}-[0-9]{2}'`;
      default:
        throw new GestandError('bad-input', `${table.id}.${column.name} (${column.type}) holds no dates`);
    }
  })();
  const { rows } = await session.run(
    mariadbDialect.compile(
      sql`select count(*) as ${sql.id('rows')} from ${sql.id(table.schema, table.name)} as t where ${earlier}`,
    ),
  );
  return Number(rows[0]?.['rows'] ?? 0);
}
