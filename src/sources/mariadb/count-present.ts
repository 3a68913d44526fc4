import { sql } from 'kysely';
import type { ColumnPlace } from '../catalog-column.ts';
import { mariadbDialect } from '../sql/mariadb-dialect.ts';
import { presentStatement } from '../sql/present-values.ts';
import type { MariadbConnection } from './connection.ts';
import { errorNumber, isConnectionLoss } from './failure.ts';

/** Null when the server refuses the question, or does not answer it in time. */
export async function countPresent(
  connection: Pick<MariadbConnection, 'reading'>,
  { table, column }: ColumnPlace,
  { values, seconds }: { readonly values: readonly string[]; readonly seconds: number },
): Promise<number | null> {
  const from = sql`${sql.id(table.schema, table.name)}`;
  const statement = presentStatement(mariadbDialect, { from, column, type: column.type }, values);
  if (statement === null) return 0;
  return connection.reading(async (session) => {
    try {
      const limited = `set statement max_statement_time = ${seconds} for ${statement.sql}`;
      const { rows } = await session.run({ sql: limited, parameters: statement.parameters });
      return Number(rows[0]?.['n']);
    } catch (error) {
      const number = errorNumber(error);
      if (number === null || isConnectionLoss(number)) throw error;
      return null;
    }
  });
}
