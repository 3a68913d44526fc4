import type { ColumnPlace } from '../catalog-column.ts';
import type { Session } from '../session.ts';

/**
 * A tag of the rows of a table: what PostgreSQL counts of rows that came, changed and went (`pg_stat_get_tuples_…`), with all that
 * could make equal counts mean something else. Counts that are lost in a crash or a restored backup begin anew with the server or with
 * `stats_reset`; a table that was emptied, rewritten or restored has another file; a column that was renamed or dropped has
 * another number.
 *
 * Null where the counts are not those of every change: before version 15, which could lose them; where they are switched
 * off; on a standby, where what comes from the primary is not counted; for what is no plain table of its own, or keeps its rows
 * elsewhere (a distributed table has none here, nor a file of any size; to count an empty one costs nothing); and where who
 * reads sees only some of the rows.
 *
 * A transaction is counted after it has become visible, within ten seconds. Whoever takes the tag first and then looks therefore
 * never keeps a look under a tag that already stands for more; a change of those ten seconds shows in the next tag.
 */
export async function tagRows(session: Session, { table, column }: ColumnPlace): Promise<string | null> {
  const { rows } = await session.run({ sql: tagQuery, parameters: [table.schema, table.name, column.name] });
  const tag = rows[0]?.['tag'];
  return typeof tag === 'string' ? tag : null;
}

const tagQuery = `
select concat_ws(' ',
    extract(epoch from pg_postmaster_start_time()), extract(epoch from pg_stat_get_db_stat_reset_time(d.oid)),
    d.oid, c.oid, pg_relation_filenode(c.oid), a.attnum, a.atttypid,
    pg_stat_get_tuples_inserted(c.oid), pg_stat_get_tuples_updated(c.oid), pg_stat_get_tuples_deleted(c.oid)) as tag
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attname = $3 and not a.attisdropped
join pg_database d on d.datname = current_database()
where n.nspname = $1 and c.relname = $2
  and c.relam = (select oid from pg_am where amname = 'heap') and pg_relation_size(c.oid) > 0
  and c.relkind = 'r' and not c.relhassubclass and not c.relrowsecurity
  and has_column_privilege(c.oid, a.attnum, 'select')
  and current_setting('server_version_num')::int >= 150000
  and current_setting('track_counts') = 'on'
  and not pg_is_in_recovery()`;
