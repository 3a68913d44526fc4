import { sql } from 'kysely';
import { GestandError } from '../../base/error.ts';
import type { ColumnPlace } from '../catalog-column.ts';
import type { Session } from '../session.ts';
import { type Fragment, postgresqlDialect } from '../sql/dialect.ts';

/**
 * How many rows have a date before an ISO date. A moment counts as its day where the law counts.
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
        // Sessions keep the law's time zone: see connection.ts.
        return sql`${name} < ${before}::date`;
      case 'text':
        // ISO dates are in order as texts are; other text is no date.
        return sql`${name} collate "C" < ${before} and ${name} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}'`;
      default:
        throw new GestandError('bad-input', `${table.id}.${column.name} (${column.type}) holds no dates`);
    }
  })();
  const { rows } = await session.run(
    postgresqlDialect.compile(
      sql`select count(*) as rows from ${sql.id(table.schema, table.name)} as t where ${earlier}`,
    ),
  );
  return Number(rows[0]?.['rows'] ?? 0);
}
