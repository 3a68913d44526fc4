import { sql } from 'kysely';
import type { Session } from '../session.ts';
import type { CompiledSql } from '../sql/dialect.ts';
import { mariadbDialect } from '../sql/mariadb-dialect.ts';
import type { PreludeStatement } from '../sql/scoped-statement.ts';

/*
 * A statement's relations as temporary tables, without a lock on what they are read from. `create table … select` and
 * `insert … select` lock every row they read until the transaction ends (innodb-locks-set), and so would let a slow
 * download keep the customer's own software waiting. A loop over a cursor reads as a plain select does: from the
 * transaction's snapshot, locking nothing. It runs in the server, and costs about 7 µs a row.
 */

/**
 * Makes the tables, before the transaction: one that only reads may fill temporary tables, but not make them. Returns
 * the statements that fill them, in their order: each may be read from those before it.
 */
export async function makeTables(
  session: Session,
  prelude: readonly PreludeStatement[],
): Promise<readonly CompiledSql[]> {
  const fills: CompiledSql[] = [];
  for (const { table } of prelude) {
    if (table === undefined) continue;
    await session.run(table.shape);
    fills.push(
      table.fill.kind === 'loop' ? table.fill.loop : await readingFill(session, table.name, table.fill.rows),
    );
  }
  return fills;
}

async function readingFill(session: Session, name: string, rows: CompiledSql): Promise<CompiledSql> {
  const columns = await session.run(mariadbDialect.compile(sql`show columns from ${sql.id(name)}`));
  const values = sql.join(columns.rows.map((row) => sql.id('r', String(row['Field']))));
  const insert = mariadbDialect.compile(sql`insert into ${sql.id(name)} values (${values})`);
  return {
    sql: `begin not atomic for r in (${rows.sql}) do ${insert.sql}; end for; end`,
    parameters: rows.parameters,
  };
}
