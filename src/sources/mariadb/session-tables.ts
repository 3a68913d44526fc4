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

/** A temporary table that has its columns and not yet its rows. */
export interface Shape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: CompiledSql;
}

/** Makes the tables, before the transaction: one that only reads may fill temporary tables, but not make them. */
export async function makeShapes(
  session: Session,
  prelude: readonly PreludeStatement[],
): Promise<readonly Shape[]> {
  const shapes: Shape[] = [];
  for (const { table } of prelude) {
    if (table === undefined) continue;
    await session.run(table.shape);
    const { rows } = await session.run(mariadbDialect.compile(sql`show columns from ${sql.id(table.name)}`));
    shapes.push({ name: table.name, columns: rows.map((row) => String(row['Field'])), rows: table.rows });
  }
  return shapes;
}

/** Fills them in their order: each may be read from those before it. */
export async function fillShapes(session: Session, shapes: readonly Shape[]): Promise<void> {
  for (const { name, columns, rows } of shapes) {
    const values = sql.join(columns.map((column) => sql.id('r', column)));
    const insert = mariadbDialect.compile(sql`insert into ${sql.id(name)} values (${values})`);
    await session.run({
      sql: `begin not atomic for r in (${rows.sql}) do ${insert.sql}; end for; end`,
      parameters: rows.parameters,
    });
  }
}
