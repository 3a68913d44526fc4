import { sql } from 'kysely';
import type pg from 'pg';
import { present } from '../../src/base/assert.ts';
import type {
  SourceAccess,
  SourceBindings,
  SourceErasure,
  SourceRectification,
} from '../../src/plan/plan.ts';
import { postgresqlCells, postgresqlCellTable } from '../../src/sources/postgresql/rectify.ts';
import type { Session } from '../../src/sources/session.ts';
import type {
  CellCapture,
  CorrectedPeople,
  ErasureCount,
  RectificationCount,
} from '../../src/sources/source.ts';
import { compileAccess } from '../../src/sources/sql/access.ts';
import { type CompiledSql, postgresqlDialect } from '../../src/sources/sql/dialect.ts';
import { type CountRow, compileErasureCount, readCounts } from '../../src/sources/sql/erase-count.ts';
import { compileEraseScript } from '../../src/sources/sql/erase-script.ts';
import { compileEraseStatement } from '../../src/sources/sql/erase-statement.ts';
import { countRectification, rectifyIn } from '../../src/sources/sql/rectify.ts';
import { unionOf } from '../../src/sources/sql/scope.ts';
import type { Erased, OpenWorld, OwnershipBench } from './bench.ts';
import type { ActualRows, CopiedRow } from './case.ts';
import type { World } from './world.ts';
import { addForeignKeys, createTable, insertRows, readRow, selectRows } from './world-sql.ts';

export type Manner = 'in one statement' | 'by a script';

/** Erases in one of the two ways that PostgreSQL has. */
export function postgresqlBench(client: pg.Client, manner: Manner): OwnershipBench {
  return {
    kind: 'postgresql',
    schema: worldSchema,
    canDelete: () => true,
    open: (world) => PostgresqlWorld.create(client, { world, manner }),
  };
}

/** The schema a world is made in, inside a transaction that is rolled back. */
const worldSchema = 'world';

/** A world in a schema of its own, gone when it is disposed of. */
class PostgresqlWorld implements OpenWorld {
  readonly #client: pg.Client;
  readonly #world: World;
  readonly #manner: Manner;

  private constructor(client: pg.Client, { world, manner }: { world: World; manner: Manner }) {
    this.#client = client;
    this.#world = world;
    this.#manner = manner;
  }

  static async create(
    client: pg.Client,
    { world, manner }: { readonly world: World; readonly manner: Manner },
  ): Promise<PostgresqlWorld> {
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
    return new PostgresqlWorld(client, { world, manner });
  }

  async count(plan: SourceErasure, bindings: SourceBindings): Promise<readonly ErasureCount[]> {
    const statement = compileErasureCount(postgresqlDialect, plan, bindings);
    return statement === null ? [] : readCounts(statement.effects, await this.#run<CountRow>(statement));
  }

  async access(plan: SourceAccess, bindings: SourceBindings): Promise<readonly CopiedRow[]> {
    const statement = compileAccess(postgresqlDialect, plan, bindings);
    if (statement === null) return [];
    const rows = await this.#run<{ tab: number; person: number; data: string }>(statement);
    return rows.map(({ tab, person, data }) => ({
      table: statement.tables[tab] ?? '',
      person,
      values: JSON.parse(data) as Record<string, unknown>,
    }));
  }

  async erase(plan: SourceErasure, bindings: SourceBindings): Promise<Erased> {
    if (this.#manner === 'by a script') {
      await this.#eraseByScript(plan, bindings);
      return { kind: 'silent' };
    }
    const statement = compileEraseStatement(postgresqlDialect, plan, bindings);
    if (statement === null) return { kind: 'counted', counts: [] };
    return {
      kind: 'counted',
      counts: readCounts(statement.effects, await this.#run<CountRow>(statement)),
    };
  }

  async #eraseByScript(plan: SourceErasure, bindings: SourceBindings): Promise<void> {
    const working = sql`pg_temp.working`;
    const script = compileEraseScript(postgresqlDialect, plan, {
      bindings,
      fill: ({ parts }) => sql`insert into ${working} ${unionOf(parts, 'union all')}`,
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

  countCorrection(
    plan: SourceRectification,
    people: CorrectedPeople,
  ): Promise<readonly RectificationCount[]> {
    return countRectification(this.#session(), { on: postgresqlCells, plan, people });
  }

  async correct(
    plan: SourceRectification,
    people: CorrectedPeople,
    capture: CellCapture,
  ): Promise<readonly RectificationCount[]> {
    const carrying = { into: postgresqlCellTable, capture, captured: async () => undefined };
    return present(
      await rectifyIn(this.#session(), { on: postgresqlCells, plan, people }, carrying),
      'counts of a database of its own',
    );
  }

  #session(): Session {
    return {
      run: async ({ sql: text, parameters }) => {
        const { rows, rowCount } = await this.#client.query(text, [...parameters]);
        return { rows, count: rowCount ?? 0 };
      },
    };
  }

  async rows(): Promise<ActualRows> {
    const world = this.#world;
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
