import type { Connection } from 'mysql2/promise';
import { GestandError } from '../../src/base/error.ts';
import type {
  SourceAccess,
  SourceBindings,
  SourceErasure,
  SourceRectification,
} from '../../src/plan/plan.ts';
import type {
  CellCapture,
  CorrectedPeople,
  ErasureCount,
  RectificationCount,
  Source,
} from '../../src/sources/source.ts';
import type { MariadbTestDatabase } from '../support/mariadb.ts';
import type { Erased, OpenWorld, OwnershipBench } from './bench.ts';
import type { ActualRows, CopiedRow } from './case.ts';
import type { World, WorldReference } from './world.ts';
import { mariadbCollation } from './world-map.ts';
import { createTable, insertRows, readRow, selectRows } from './world-sql.ts';

/** Erases by the source itself, and refuses what MariaDB cannot do. */
export function mariadbBench(database: MariadbTestDatabase, source: Source): OwnershipBench {
  return {
    kind: 'mariadb',
    schema: database.name,
    canDelete: canGoRowByRow,
    open: (world) => MariadbWorld.create(database, source, world),
  };
}

/** A world in the one database of the run; its tables are gone when it is disposed of. */
class MariadbWorld implements OpenWorld {
  readonly #client: Connection;
  readonly #source: Source;
  readonly #world: World;

  private constructor(client: Connection, source: Source, world: World) {
    this.#client = client;
    this.#source = source;
    this.#world = world;
  }

  static async create({ client }: MariadbTestDatabase, source: Source, world: World): Promise<MariadbWorld> {
    const text = `varchar(40) collate ${mariadbCollation}`;
    const tables = world.tables.map((table) =>
      createTable(world, table, { schema: '', inlineKeys: true, text }),
    );
    // Tables and rows that refer to each other are made without the checks; the keys hold all the same.
    await client.query(`set foreign_key_checks = 0; ${tables.join('; ')}`);
    for (const table of world.tables) {
      const insert = insertRows(world, table, () => '?');
      if (insert !== null) await client.execute(insert.sql, [...insert.values]);
    }
    await client.query('set foreign_key_checks = 1');
    return new MariadbWorld(client, source, world);
  }

  async count(plan: SourceErasure, bindings: SourceBindings): Promise<readonly ErasureCount[] | null> {
    return unlessRefused(this.#source.countErasure(plan, bindings));
  }

  access(plan: SourceAccess, bindings: SourceBindings): Promise<readonly CopiedRow[]> {
    return Array.fromAsync(this.#source.readAccess(plan, bindings));
  }

  async erase(plan: SourceErasure, bindings: SourceBindings): Promise<Erased> {
    const options = { marker: null, batchRows: 1_000, faultPoint: async () => undefined };
    const counts = await unlessRefused(this.#source.erase(plan, bindings, options));
    return counts === null ? { kind: 'refused' } : { kind: 'counted', counts };
  }

  countCorrection(
    plan: SourceRectification,
    people: CorrectedPeople,
  ): Promise<readonly RectificationCount[]> {
    return this.#source.countRectification(plan, people);
  }

  async correct(
    plan: SourceRectification,
    people: CorrectedPeople,
    capture: CellCapture,
  ): Promise<readonly RectificationCount[]> {
    const options = { marker: null, capture, faultPoint: async () => undefined };
    return (await this.#source.rectify(plan, people, options)).counts;
  }

  async rows(): Promise<ActualRows> {
    const world = this.#world;
    const all = new Map();
    for (const table of world.tables) {
      const [rows] = await this.#client.query(selectRows(world, table, (column) => column));
      all.set(
        table.name,
        (rows as Record<string, unknown>[]).map((cells) => readRow(world, table, cells)),
      );
    }
    return all;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const names = this.#world.tables.map(({ name }) => `"${name.replaceAll('"', '""')}"`);
    await this.#client.query(
      `set foreign_key_checks = 0; drop table ${names.join(', ')}; set foreign_key_checks = 1`,
    );
  }
}

/** Null when rows refer to each other in a circle, which no other error may look like. */
async function unlessRefused<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    const isCircle =
      error instanceof GestandError && /in a circle in which no column may be NULL/.test(error.message);
    if (isCircle) return null;
    throw error;
  }
}

/**
 * Whether MariaDB must be able to delete these rows. It checks keys row by row, so a row goes only when none refers to
 * it that would stay for the moment; rows that refer by cascade go along. Rows that let go first do not count.
 */
function canGoRowByRow(world: World, rows: ReadonlySet<string>): boolean {
  const left = new Set(rows);
  const references = world.tables.flatMap((table) =>
    (world.rows.get(table.name) ?? []).flatMap((row) =>
      table.references
        .filter((reference) => reference.enforced && !reference.nullable)
        .map((reference) => ({
          from: `${table.name} ${row.number}`,
          to: `${reference.to} ${row.refers[reference.name]}`,
          rule: reference.onDelete,
        })),
    ),
  );
  const referring = (to: ReadonlySet<string>, cascades: (rule: WorldReference['onDelete']) => boolean) =>
    references.filter((one) => to.has(one.to) && left.has(one.from) && cascades(one.rule));
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const row of left) {
      const along = new Set([row]);
      // A set visits what is added while it is walked.
      for (const one of along) {
        for (const { from } of referring(new Set([one]), (rule) => rule === 'cascade')) along.add(from);
      }
      if (referring(along, (rule) => rule !== 'cascade').length > 0) continue;
      for (const one of along) left.delete(one);
    }
  }
  return left.size === 0;
}
