import type { CompiledSql } from '../sql/dialect.ts';
import type { MariadbConnection } from './connection.ts';
import { gateTable } from './gate.ts';
import { markerTable } from './journal.ts';

/** What one question on first contact tells of the server and the user we are on it. */
export interface Contact {
  /** The user may keep our journal in this database: see journal.ts. */
  readonly markers: boolean;
  /** And a gate table: see gate.ts. */
  readonly gates: boolean;
}

// A grant can be the user's own, that of the role it has, or everybody's; and be given for the server, for a pattern of
// database names, or for the one table.
const contactQuery: CompiledSql = {
  sql: `with who (grantee) as (
  select concat('''', left(current_user(), char_length(current_user()) - char_length(substring_index(current_user(), '@', -1)) - 1),
    '''@''', substring_index(current_user(), '@', -1), '''')
  union select concat('''', current_role(), '''@''''')
  union select '''PUBLIC''@'''''
), granted (privilege, on_table) as (
  select privilege_type, null from information_schema.user_privileges where grantee in (select grantee from who)
  union select privilege_type, null from information_schema.schema_privileges
    where grantee in (select grantee from who) and database() like table_schema
  union select privilege_type, table_name from information_schema.table_privileges
    where grantee in (select grantee from who) and table_schema = database() and table_name in ('${markerTable}', '${gateTable}')
)
select @@global.read_only = 0 as writable,
  exists (select 1 from information_schema.tables where table_schema = database() and table_name = '${markerTable}') as made,
  exists (select 1 from information_schema.tables where table_schema = database() and table_name = '${gateTable}') as gate_made,
  exists (select 1 from granted where privilege = 'CREATE' and coalesce(on_table, '${markerTable}') = '${markerTable}') as may_create,
  exists (select 1 from granted where privilege = 'CREATE' and coalesce(on_table, '${gateTable}') = '${gateTable}') as may_create_gate,
  (select count(distinct privilege) from granted where privilege in ('SELECT', 'INSERT', 'UPDATE')
    and coalesce(on_table, '${markerTable}') = '${markerTable}') = 3 as may_write,
  (select count(distinct privilege) from granted where privilege in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
    and coalesce(on_table, '${gateTable}') = '${gateTable}') = 4 as may_write_gate`,
  parameters: [],
};

/** @throws GestandError `source-unreachable`, `bad-configuration` */
export async function makeContact(connection: MariadbConnection): Promise<Contact> {
  const { rows } = await connection.session.run(contactQuery);
  const is = (name: string) => Number(rows[0]?.[name]) === 1;
  const markers = is('writable') && is('may_write') && (is('made') || is('may_create'));
  return { markers, gates: markers && is('may_write_gate') && (is('gate_made') || is('may_create_gate')) };
}
