import type { ColumnPlace } from '../catalog-column.ts';
import type { Session } from '../session.ts';

/**
 * A tag of the rows of a table: when InnoDB last committed a change to it, which file it is, and what the column is.
 *
 * Null where InnoDB does not know the time: since a start of the server nothing was changed, or the table was long unused; and
 * within two seconds of a change, as the time is in whole seconds and another change could have the same. Null as well for what is
 * no plain InnoDB table, and for a partitioned one.
 */
export async function tagRows(session: Session, { table, column }: ColumnPlace): Promise<string | null> {
  const { rows } = await session.run({ sql: tagQuery, parameters: [column.name, table.schema, table.name] });
  const tag = rows[0]?.['tag'];
  return typeof tag === 'string' ? tag : null;
}

const tagQuery = `
select concat_ws(' ', @@hostname, @@port, @@datadir, t.table_schema, t.create_time, t.update_time,
    c.ordinal_position, c.column_type) as tag
from information_schema.tables t
join information_schema.columns c
  on c.table_schema = t.table_schema and c.table_name = t.table_name and c.column_name = ?
where t.table_schema = ? and t.table_name = ?
  and t.table_type = 'BASE TABLE' and t.engine = 'InnoDB' and t.create_options not like '%partitioned%'
  and t.update_time < now() - interval 2 second`;
