import { sql } from 'kysely';
import type pg from 'pg';
import type { SourceAccess, SourceErasure } from '../../src/plan/plan.ts';
import type { ErasureCount } from '../../src/sources/source.ts';
import { compileAccess } from '../../src/sources/sql/access.ts';
import { type CompiledSql, postgresqlDialect } from '../../src/sources/sql/dialect.ts';
import { type CountRow, compileErasureCount, readCounts } from '../../src/sources/sql/erase-count.ts';
import { compileEraseScript } from '../../src/sources/sql/erase-script.ts';
import { compileEraseStatement } from '../../src/sources/sql/erase-statement.ts';
import type { ActualRows, CopiedRow, OwnershipCase } from './case.ts';
import { addForeignKeys, createTable, insertRows, readRow, selectRows } from './world-sql.ts';

/** The schema a world is made in, inside a transaction that is rolled back. */
export const worldSchema = 'world';

/** A world in a schema of its own, gone when it is disposed of. */
export class PostgresqlWorld implements AsyncDisposable {
  readonly #client: pg.Client;
  readonly #subject: OwnershipCase;

  private constructor(client: pg.Client, subject: OwnershipCase) {
    this.#client = client;
    this.#subject = subject;
  }

  static async create(client: pg.Client, subject: OwnershipCase): Promise<PostgresqlWorld> {
    const { world } = subject;
    const schema = `${worldSchema}.`;
    const tables = world.tables.map((table) => createTable(world, table, { schema, inlineKeys: false }));
    await client.query(
      `begin; create schema ${worldSchema}; set local search_path = ${worldSchema}; ${tables.join('; ')}`,
    );
    for (const table of world.tables) {
      const insert = insertRows(world, table, (index) => `$${index}`);
      if (insert !== null) await client.query(insert.sql, [...insert.values]);
    }
    const keys = world.tables.flatMap((table) => addForeignKeys(world, table, schema));
    if (keys.length > 0) await client.query(keys.join('; '));
    return new PostgresqlWorld(client, subject);
  }

  async count(plan: SourceErasure): Promise<readonly ErasureCount[]> {
    const statement = compileErasureCount(postgresqlDialect, plan, this.#subject.bindings);
    return statement === null ? [] : readCounts(statement.effects, await this.#run<CountRow>(statement));
  }

  async access(plan: SourceAccess): Promise<readonly CopiedRow[]> {
    const statement = compileAccess(postgresqlDialect, plan, this.#subject.bindings);
    if (statement === null) return [];
    const rows = await this.#run<{ tab: number; person: number; data: string }>(statement);
    return rows.map(({ tab, person, data }) => ({
      table: statement.tables[tab] ?? '',
      person,
      values: JSON.parse(data) as Record<string, unknown>,
    }));
  }

  async eraseAtOnce(plan: SourceErasure): Promise<readonly ErasureCount[]> {
    const statement = compileEraseStatement(postgresqlDialect, plan, this.#subject.bindings);
    return statement === null ? [] : readCounts(statement.effects, await this.#run<CountRow>(statement));
  }

  async eraseByScript(plan: SourceErasure): Promise<void> {
    const working = sql`pg_temp.working`;
    const script = compileEraseScript(postgresqlDialect, plan, {
      bindings: this.#subject.bindings,
      into: (rows) => sql`insert into ${working} ${rows}`,
    });
    if (script === null) return;
    const keys = Array.from({ length: script.arity }, (_, i) => `k${i + 1} text`);
    await this.#client.query(`create temporary table working (effect integer, ${keys.join(', ')})`);
    await this.#run(script.fill);
    for (const statement of script.statements) {
      await this.#run(statement.over({ from: working, where: sql`true` }));
    }
    await this.#client.query('drop table pg_temp.working');
  }

  async rows(): Promise<ActualRows> {
    const { world } = this.#subject;
    const all = new Map();
    for (const table of world.tables) {
      const { rows } = await this.#client.query(
        selectRows(world, table, (column) => `to_char(${column}, 'YYYY-MM-DD')`),
      );
      all.set(
        table.name,
        rows.map((cells: Record<string, unknown>) => readRow(world, table, cells)),
      );
    }
    return all;
  }

  async #run<Row extends object>(statement: CompiledSql): Promise<readonly Row[]> {
    const { rows } = await this.#client.query(statement.sql, [...statement.parameters]);
    return rows as Row[];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client.query('rollback');
  }
}
