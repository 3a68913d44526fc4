import { sql } from 'kysely';
import { GestandError } from '../../base/error.ts';
import type { SourceErasure } from '../../plan/plan.ts';
import { mariadbDialect } from '../sql/mariadb-dialect.ts';
import type { MariadbConnection } from './connection.ts';

/**
 * An erasure happens whole or not at all, and leaves nothing behind: in a table whose engine knows no transactions the
 * first cannot be promised, in one that keeps every former row the second.
 *
 * @throws GestandError `source-failed`
 */
export async function checkErasable(
  source: string,
  connection: MariadbConnection,
  plan: SourceErasure,
): Promise<void> {
  const places = new Map<string, readonly [schema: string, name: string]>();
  for (const { schema, name, use } of plan.selection.tables) {
    if (use === 'personal') places.set(`${schema}\0${name}`, [schema, name]);
  }
  for (const { from } of plan.references) {
    if (from.schema !== undefined) places.set(`${from.schema}\0${from.name}`, [from.schema, from.name]);
  }
  if (places.size === 0) return;
  const these = sql.join([...places.values()].map(([schema, name]) => sql`(${schema}, ${name})`));
  const schemas = sql.join(
    [...new Set([...places.values()].map(([schema]) => schema))].map((name) => sql`${name}`),
  );
  const { rows } = await connection.session.run(
    mariadbDialect.compile(sql`select t.table_name as name, t.engine as engine, t.table_type as kind
      from information_schema.tables as t left join information_schema.engines as e on e.engine = t.engine
      where t.table_schema in (${schemas}) and (t.table_schema, t.table_name) in (${these})
        and (t.table_type = 'SYSTEM VERSIONED' or (t.table_type = 'BASE TABLE' and e.transactions <> 'YES'))
      order by t.table_name`),
  );
  const [first] = rows;
  if (first === undefined) return;
  const name = String(first['name']);
  throw new GestandError(
    'source-failed',
    first['kind'] === 'SYSTEM VERSIONED'
      ? `source ${source}: table ${name} keeps every former row (system versioning), which an erasure would leave behind; nothing was changed. Drop its history and its versioning first`
      : `source ${source}: table ${name} is stored by ${String(first['engine'])}, which has no transactions: an erasure could be left half done; nothing was changed. Change it to InnoDB`,
  );
}
