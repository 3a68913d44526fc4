import { sql } from 'kysely';
import type { ColumnPlace } from '../catalog-column.ts';
import { sqliteDialect } from '../sql/dialect.ts';
import { presentStatement } from '../sql/present-values.ts';
import type { SqliteConnection } from './connection.ts';

export async function countPresent(
  connection: Pick<SqliteConnection, 'run'>,
  { table, column }: ColumnPlace,
  values: readonly string[],
): Promise<number> {
  const from = sql`${sql.id(table.schema, table.name)}`;
  const statement = presentStatement(sqliteDialect, { from, column, type: column.type }, values);
  return statement === null ? 0 : Number((await connection.run(statement)).rows[0]?.['n']);
}
