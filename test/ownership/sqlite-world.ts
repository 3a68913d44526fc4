import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { present } from '../../src/base/assert.ts';
import type {
  SourceAccess,
  SourceBindings,
  SourceErasure,
  SourceRectification,
} from '../../src/plan/plan.ts';
import type { Session } from '../../src/sources/session.ts';
import type {
  CellCapture,
  CorrectedPeople,
  ErasureCount,
  RectificationCount,
} from '../../src/sources/source.ts';
import { compileAccess } from '../../src/sources/sql/access.ts';
import { type CompiledSql, sqliteDialect } from '../../src/sources/sql/dialect.ts';
import { type CountRow, compileErasureCount, readCounts } from '../../src/sources/sql/erase-count.ts';
import { compileEraseScript } from '../../src/sources/sql/erase-script.ts';
import { countRectification, rectifyIn } from '../../src/sources/sql/rectify.ts';
import { unionOf } from '../../src/sources/sql/scope.ts';
import type { ScopedStatement } from '../../src/sources/sql/scoped-statement.ts';
import { sqliteCells, sqliteCellTable } from '../../src/sources/sqlite/rectify.ts';
import type { Erased, OpenWorld, OwnershipBench } from './bench.ts';
import type { ActualRows, CopiedRow } from './case.ts';
import type { World } from './world.ts';
import { createTable, insertRows, readRow, selectRows } from './world-sql.ts';

export const sqliteBench: OwnershipBench = {
  kind: 'sqlite',
  schema: 'main',
  canDelete: () => true,
  open: async (world) => new SqliteWorld(world),
};

/** A world in a SQLite database of its own. */
class SqliteWorld implements OpenWorld {
  readonly #database = new DatabaseSync(':memory:');
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    this.#database.exec('pragma foreign_keys = off');
    for (const table of world.tables) {
      this.#database.exec(createTable(world, table, { schema: '', inlineKeys: true }));
      const insert = insertRows(world, table, () => '?');
      if (insert !== null) this.#database.prepare(insert.sql).run(...insert.values);
    }
    this.#database.exec('pragma foreign_keys = on');
    if (this.#database.prepare('pragma foreign_key_check').all().length > 0)
      throw new Error('a world with broken keys');
  }

  async count(plan: SourceErasure, bindings: SourceBindings): Promise<readonly ErasureCount[]> {
    const statement = compileErasureCount(sqliteDialect, plan, bindings);
    return statement === null
      ? []
      : readCounts(statement.effects, this.#all(statement) as unknown as CountRow[]);
  }

  async access(plan: SourceAccess, bindings: SourceBindings): Promise<readonly CopiedRow[]> {
    const statement = compileAccess(sqliteDialect, plan, bindings);
    if (statement === null) return [];
    return this.#all(statement).map((row) => ({
      table: statement.tables[Number(row['tab'])] ?? '',
      person: Number(row['person']),
      values: JSON.parse(String(row['data'])) as Record<string, unknown>,
    }));
  }

  async erase(plan: SourceErasure, bindings: SourceBindings): Promise<Erased> {
    const script = compileEraseScript(sqliteDialect, plan, {
      bindings,
      fill: ({ parts }) => sql`create temporary table working as ${unionOf(parts, 'union all')}`,
    });
    if (script === null) return { kind: 'silent' };
    this.#database.exec('begin; pragma defer_foreign_keys = on');
    this.#all(script.fill);
    for (const statement of script.statements) {
      this.#run(statement.over({ from: sql`temp.working`, where: sql`true` }));
    }
    this.#database.exec('commit; drop table temp.working');
    return { kind: 'silent' };
  }

  countCorrection(
    plan: SourceRectification,
    people: CorrectedPeople,
  ): Promise<readonly RectificationCount[]> {
    return countRectification(this.#session(), { on: sqliteCells, plan, people });
  }

  async correct(
    plan: SourceRectification,
    people: CorrectedPeople,
    capture: CellCapture,
  ): Promise<readonly RectificationCount[]> {
    const carrying = { into: sqliteCellTable, capture, captured: async () => undefined };
    return present(
      await rectifyIn(this.#session(), { on: sqliteCells, plan, people }, carrying),
      'counts of a database of its own',
    );
  }

  #session(): Session {
    return {
      run: async (statement) => {
        const prepared = this.#database.prepare(statement.sql);
        const values = statement.parameters as (string | number | null)[];
        if (prepared.columns().length > 0) {
          const rows = prepared.all(...values);
          return { rows, count: rows.length };
        }
        return { rows: [], count: Number(prepared.run(...values).changes) };
      },
    };
  }

  async rows(): Promise<ActualRows> {
    const world = this.#world;
    return new Map(
      world.tables.map((table) => [
        table.name,
        this.#database
          .prepare(selectRows(world, table, (column) => column))
          .all()
          .map((cells) => readRow(world, table, cells)),
      ]),
    );
  }

  #all(statement: ScopedStatement) {
    for (const before of statement.prelude) this.#run(before);
    const rows = this.#run(statement);
    for (const after of statement.cleanup) this.#run(after);
    return rows;
  }

  #run({ sql: text, parameters }: CompiledSql) {
    return this.#database.prepare(text).all(...(parameters as (string | number | null)[]));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#database.close();
  }
}
