import { sql } from 'kysely';
import type { ColumnPlace } from '../catalog-column.ts';
import { postgresqlDialect } from '../sql/dialect.ts';
import { presentStatement } from '../sql/present-values.ts';
import type { PostgresqlConnection } from './connection.ts';
import { isConnectionLoss, sqlState } from './failure.ts';

/** Null when the server refuses the question, or does not answer it in time. */
export async function countPresent(
  connection: PostgresqlConnection,
  { table, column }: ColumnPlace,
  { values, seconds }: { readonly values: readonly string[]; readonly seconds: number },
): Promise<number | null> {
  const statement = presentStatement(
    postgresqlDialect,
    {
      from: sql`${sql.id(table.schema, table.name)}`,
      column,
      // A number that is too large for the column is in it nowhere, and no error.
      type: column.family === 'integer' ? 'bigint' : column.type,
    },
    values,
  );
  if (statement === null) return 0;
  return connection.transaction('read', async (session) => {
    await session.run({ sql: `set local statement_timeout = ${seconds * 1_000}`, parameters: [] });
    try {
      return Number((await session.run(statement)).rows[0]?.['n']);
    } catch (error) {
      const state = sqlState(error);
      if (state === null || isConnectionLoss(state)) throw error;
      return null;
    }
  });
}
