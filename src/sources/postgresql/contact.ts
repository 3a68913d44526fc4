import { present } from '../../base/assert.ts';
import type { CompiledSql } from '../sql/dialect.ts';
import type { PostgresqlConnection } from './connection.ts';

/** What one question on first contact tells of a server and the role we have on it. */
export interface Contact {
  /** The role may keep our journal here: see journal.ts. */
  readonly markers: boolean;
  /** It may keep a gate table too: see gate.ts. */
  readonly gates: boolean;
  /**
   * A collation of `pg_catalog` under which `lower` knows accented letters: the database's own where it does, else
   * another that the server has. `default` when there is none.
   */
  readonly foldingCollation: string;
}

const contactQuery: CompiledSql = {
  sql: `select
  not pg_is_in_recovery() and not current_setting('default_transaction_read_only')::boolean and case
    when to_regclass('gestand.step_marker') is not null and to_regclass('gestand.working_row') is not null
      then has_table_privilege(to_regclass('gestand.step_marker'), 'select')
        and has_table_privilege(to_regclass('gestand.step_marker'), 'insert')
        and has_table_privilege(to_regclass('gestand.step_marker'), 'update')
        and has_table_privilege(to_regclass('gestand.working_row'), 'select')
        and has_table_privilege(to_regclass('gestand.working_row'), 'insert')
        and has_table_privilege(to_regclass('gestand.working_row'), 'delete')
    when to_regnamespace('gestand') is not null then has_schema_privilege(to_regnamespace('gestand')::oid, 'create')
    else has_database_privilege(current_database(), 'create')
  end as markers,
  case
    when to_regclass('gestand.gate') is not null
      then has_table_privilege(to_regclass('gestand.gate'), 'select')
        and has_table_privilege(to_regclass('gestand.gate'), 'insert')
        and has_table_privilege(to_regclass('gestand.gate'), 'update')
        and has_table_privilege(to_regclass('gestand.gate'), 'delete')
    when to_regnamespace('gestand') is not null then has_schema_privilege(to_regnamespace('gestand')::oid, 'create')
    else has_database_privilege(current_database(), 'create')
  end as gates,
  case when getdatabaseencoding() <> 'UTF8' or lower(chr(201)) = chr(233) then 'default'
    else coalesce((
      select c.collname::text from pg_collation c
      where c.collname in ('pg_c_utf8', 'und-x-icu', 'C.utf8', 'C.UTF-8', 'en_US.utf8')
        and c.collnamespace = 'pg_catalog'::regnamespace and c.collencoding in (-1, pg_char_to_encoding('UTF8'))
      order by array_position(array['pg_c_utf8', 'und-x-icu', 'C.utf8', 'C.UTF-8', 'en_US.utf8'], c.collname::text)
      limit 1), 'default')
  end as folding_collation`,
  parameters: [],
};

/** @throws GestandError `source-unreachable` */
export async function makeContact(connection: PostgresqlConnection): Promise<Contact> {
  const { rows } = await connection.run(contactQuery);
  const row = present(rows[0], 'the answer on first contact');
  const markers = row['markers'] === true;
  return {
    markers,
    gates: markers && row['gates'] === true,
    foldingCollation: String(row['folding_collation']),
  };
}
